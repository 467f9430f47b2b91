import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import Database from 'better-sqlite3'
import { api } from '../shared/api/index'
import type { ClientId, PersonId } from '../shared/domain/ids'
import { day, hour, minute } from '../shared/lib/time'
import { aNewClient, aNewPerson, at } from '../shared/testing'
import { faketimeLibrary, wallClock } from './faketime'
import { freshFolder, type Served } from './kept'
import { openMailServer } from './mail-server'
import { openScript, type Script } from './script'

if (faketimeLibrary === null)
  process.stdout.write('faketime is not here: the tests that set the clock of the built Kept are skipped.\n')
test.skip(faketimeLibrary === null, 'faketime is not here')
test.describe.configure({ mode: 'parallel', timeout: 120_000 })

/** One desk: a folder and a clock, where it is Tuesday 24 November 2026, five to nine in London. */
function aDesk() {
  const { folder, remove } = freshFolder()
  const clock = wallClock(join(folder, 'faketime'), at('Tue 2026-11-24 08:55'))
  const data = join(folder, 'data')
  const running: { kept?: Served } = {}
  const start = async () => {
    running.kept = await clock.serve(data)
    return { kept: running.kept, script: await openScript(running.kept) }
  }
  return {
    clock,
    data,
    start,
    stop: async () => running.kept?.stop(),
    async clear() {
      running.kept?.signal('SIGCONT')
      await running.kept?.kill()
      remove()
    },
  }
}
type Desk = ReturnType<typeof aDesk>

/** Somebody wrote at this moment and waits for an answer: four hours, of which the last half hour is told. */
async function writes(script: Script, name: string, moment: number): Promise<ClientId> {
  const addresses = [{ kind: 'email' as const, value: `${name.toLowerCase()}@example.org` }]
  const person = aNewPerson(`${name} Marchetti`, { addresses })
  const { id, personIds } = await script.ask(api.clients.add, aNewClient(name, { people: [person] }))
  await script.ask(api.messages.log, {
    ...{
      clientId: id as ClientId,
      personId: personIds[0] as PersonId,
      channel: 'email',
      direction: 'inbound',
    },
    ...{ at: moment, text: 'Could we move the tasting to the 8th?' },
  })
  return id
}

/** Anything that changes makes Kept look. */
const change = (script: Script) => script.ask(api.clients.add, aNewClient('Nobody'))
const away = async (script: Script) => (await script.ask(api.nudges.show, {})).away

/** What a store holds once Kept has ended. */
function rowsIn({ data }: Desk, sql: string): readonly Record<string, unknown>[] {
  const store = new Database(join(data, 'kept.db'), { readonly: true })
  try {
    return store.prepare<[], Record<string, unknown>>(sql).all()
  } finally {
    store.close()
  }
}

/** Ends Kept and expects every nudge once, in one note after the absence. */
async function expectOnce(desk: Desk, names: number): Promise<void> {
  await desk.stop()
  const told = 'select item_id, stage, occurrence, count(*) as n from nudge group by 1, 2, 3 having n > 1'
  expect(rowsIn(desk, told)).toEqual([])
  expect(rowsIn(desk, "select distinct item_id from nudge where item = 'wait'")).toHaveLength(names)
  expect(rowsIn(desk, "select kind from note where kind = 'away'")).toHaveLength(1)
}

const monday = (time: string) => at(`Mon 2026-11-23 ${time}`)
const due = (time: string) => at(`Tue 2026-11-24 ${time}`)

/** Four people, the last of whom is due first. */
async function fourWait(script: Script): Promise<void> {
  await writes(script, 'Anna', monday('17:10'))
  await writes(script, 'Bela', monday('16:50'))
  await writes(script, 'Cleo', monday('16:40'))
  await writes(script, 'Dora', monday('16:10'))
}
const fourMissed = [
  ['Dora', due('11:40')],
  ['Cleo', due('12:10')],
  ['Bela', due('12:20')],
  ['Anna', due('12:40')],
]
const namesAndTimes = async (script: Script) =>
  (await away(script)).map(({ clientName, dueAt }) => [clientName, dueAt])

test('eight hours that pass on the wall only: everything missed is listed once, oldest first (RM-2)', async () => {
  const desk = aDesk()
  const { script } = await desk.start()
  await fourWait(script)
  expect(await away(script)).toEqual([])

  desk.clock.move(8 * hour)
  await expect.poll(() => namesAndTimes(script), { timeout: 60_000 }).toEqual(fourMissed)
  for (let looks = 0; looks < 3; looks++) await change(script)
  expect(await namesAndTimes(script)).toEqual(fourMissed)
  const { lastScanAt, missedCount } = await script.ask(api.nudges.health, {})
  expect(Math.abs((lastScanAt ?? 0) - desk.clock.now())).toBeLessThan(minute)
  expect(missedCount).toBeGreaterThanOrEqual(4)

  await expectOnce(desk, 4)
  await desk.clear()
})

test('not running while they came due: everything missed is listed once, oldest first (RM-2)', async () => {
  const desk = aDesk()
  const first = await desk.start()
  await fourWait(first.script)
  await desk.stop()

  desk.clock.move(8 * hour)
  const { script } = await desk.start()
  await expect.poll(() => namesAndTimes(script), { timeout: 10_000 }).toEqual(fourMissed)
  await desk.stop()
  const again = await desk.start()
  await change(again.script)
  expect(await namesAndTimes(again.script)).toEqual(fourMissed)

  await expectOnce(desk, 4)
  await desk.clear()
})

test('stopped by the system while something came due: it is told once, right after (RM-2)', async () => {
  const desk = aDesk()
  const { kept, script } = await desk.start()
  await writes(script, 'Anna', monday('17:10'))
  const { nextDueAt } = await script.ask(api.nudges.health, {})
  expect(nextDueAt).toBe(due('12:10'))
  desk.clock.set(due('12:10') - 2_000)
  await change(script)
  kept.signal('SIGSTOP')
  await new Promise((resume) => setTimeout(resume, 4_000))
  kept.signal('SIGCONT')

  const next = async () => (await script.ask(api.nudges.health, {})).nextDueAt
  await expect.poll(next, { timeout: 30_000 }).toBe(due('12:40'))
  await change(script)
  await desk.stop()
  const told = rowsIn(desk, "select delivered_at - due_at as late from nudge where stage = 'last-eighth'")
  expect(told).toHaveLength(1)
  expect(Number(told[0]?.['late'])).toBeGreaterThanOrEqual(0)
  await desk.clear()
})

const years = (n: number) => n * 365.25 * day

/** Where the clock is set to, seen from where it stands, and what the Outbox calls it. */
const jumps: readonly (readonly [string, (now: number) => number, string, number])[] = [
  ['an hour ahead', (now) => now + hour, 'hours', 1],
  ['an hour back', (now) => now - hour, 'hours', 1],
  ['three days ahead', (now) => now + 3 * day, 'days', 3],
  ['three days back', (now) => now - 3 * day, 'days', 3],
  ['ten years ahead', (now) => now + years(10), 'years', 10],
  ['to 1970', () => Date.UTC(1970, 0, 2, 9), 'years', 57],
  ['to 2038', () => Date.UTC(2038, 0, 19, 3, 15), 'years', 11],
  ['to 2100', () => Date.UTC(2100, 2, 1, 9), 'years', 73],
]

const fromHazel = (port: number) => ({
  ...{ revision: null, host: '127.0.0.1', port, security: 'none' as const, user: null },
  ...{ fromName: 'Hazel', fromAddress: 'hazel@marsh.example' },
})

/** A desk whose letters go through the server of this port; somebody waits, who will be due at 12:40. */
async function setUp(script: Script, port: number): Promise<ClientId> {
  const known = await script.ask(api.business.show, {})
  const { businessName, signature, zone, country, region, currency, language, revision } = known
  const place = { businessName, signature, zone, country, region, currency, language }
  await script.ask(api.business.change, { ...place, userName: 'Hazel', revision })
  await script.ask(api.mail.setAccount, fromHazel(port))
  return writes(script, 'Anna', monday('17:10'))
}

/** Sends a letter that is held for ten minutes. */
async function send(script: Script, clientId: ClientId) {
  const { letter } = await script.ask(api.letters.begin, { kind: 'blank', clientId })
  const { id, revision, recipients } = letter
  const typed = { subject: 'The tasting', body: 'Dear Anna', fields: {}, promise: null }
  const saved = await script.ask(api.letters.save, { id, revision, recipients: [...recipients], ...typed })
  return script.ask(api.letters.send, { id, revision: saved.letter.revision, hold: 'ten-minutes' })
}

const noticeOf = async (script: Script) => (await script.ask(api.mail.clock, {})).notice
const waitOf = async (script: Script) => {
  const { rows } = await script.ask(api.letters.outbox, {})
  return {
    dueAt: rows[0]?.dueAt ?? null,
    reason: rows[0]?.reason?.code ?? null,
    state: rows[0]?.letter.state,
  }
}
const told = async (script: Script) => (await script.ask(api.nudges.health, {})).nextDueAt

/**
 * Sets the clock and puts it back, with a letter on its way: forward it is on hold and the reminder comes, back it
 * waits no longer than its own length; it never leaves. `set` lives through the change, running or not.
 */
async function jumpAndReturn(
  desk: Desk,
  first: Script,
  [to, unit, n]: readonly [(now: number) => number, string, number],
  set: (moment: number) => Promise<Script>,
  clientId: ClientId,
): Promise<Script> {
  const letter = await send(first, clientId)
  const from = desk.clock.now()
  const isForward = to(from) > from
  const off = { n, unit, way: isForward ? 'forward' : 'back' }
  const away = await set(to(from))
  if (isForward) {
    await expect.poll(() => noticeOf(away)).toEqual({ ...off, letters: 1, asks: 'letters' })
    expect(await waitOf(away)).toEqual({ dueAt: null, reason: 'E_CLOCK_JUMP', state: 'queued' })
  } else {
    await expect
      .poll(async () => ((await waitOf(away)).dueAt ?? Infinity) <= desk.clock.now() + 10 * minute)
      .toBe(true)
    expect(await noticeOf(away)).toEqual(unit === 'hours' ? null : { ...off, letters: 0, asks: 'clock' })
  }
  const back = await set(from + (desk.clock.now() - to(from)))
  const held = { letters: 1, asks: 'letters' }
  if (isForward) {
    await expect.poll(() => noticeOf(back)).toBeNull()
    expect(await waitOf(back)).toEqual({ dueAt: letter.nextAttemptAt, reason: null, state: 'queued' })
  } else await expect.poll(() => noticeOf(back)).toMatchObject({ ...held, n, unit, way: 'forward' })
  expect(await told(back)).toBe(due('12:10'))
  await back.ask(api.letters.takeBack, { id: letter.id })
  expect(await noticeOf(back)).toBeNull()
  return back
}

test('a clock that is set while Kept runs sends nothing, and tells nobody twice (RM-5)', async () => {
  const desk = aDesk()
  const server = await openMailServer()
  const { script } = await desk.start()
  const clientId = await setUp(script, server.port)
  const set = async (moment: number) => {
    desk.clock.set(moment)
    await change(script)
    return script
  }
  for (const [name, ...jump] of jumps)
    await test.step(name, async () => void (await jumpAndReturn(desk, script, jump, set, clientId)))

  expect(server.letters).toEqual([])
  await set(due('12:10') + 1_000)
  await expect.poll(() => told(script)).toBe(due('12:40'))
  await script.ask(api.nudges.tell, {})
  await desk.stop()
  expect(rowsIn(desk, 'select stage, count(*) as n from nudge group by 1')).toEqual([
    { stage: 'last-eighth', n: 1 },
  ])
  await desk.clear()
  await server.stop()
})

/** Two halves, side by side: a start of Kept takes its time. */
for (const [which, some] of [
  ['by hours and days', jumps.slice(0, 4)],
  ['to other years', jumps.slice(4)],
] as const)
  test(`a clock that is set ${which} between two runs sends nothing, and tells nobody twice (RM-5)`, async () => {
    const desk = aDesk()
    const server = await openMailServer()
    const { script } = await desk.start()
    const clientId = await setUp(script, server.port)
    const set = async (moment: number) => {
      await desk.stop()
      desk.clock.set(moment)
      const started = await desk.start()
      await change(started.script)
      return started.script
    }
    const last = { script }
    for (const [name, ...jump] of some)
      await test.step(name, async () => {
        last.script = await jumpAndReturn(desk, last.script, jump, set, clientId)
      })

    expect(server.letters).toEqual([])
    const again = await set(due('12:10') + 1_000)
    await expect.poll(() => told(again)).toBe(due('12:40'))
    await again.ask(api.nudges.tell, {})
    await desk.stop()
    expect(rowsIn(desk, 'select stage, count(*) as n from nudge group by 1')).toEqual([
      { stage: 'last-eighth', n: 1 },
    ])
    await desk.clear()
    await server.stop()
  })
