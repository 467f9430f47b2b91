import { Agent, request } from 'node:http'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Schema } from '../db/schema'
import { hashOfStore, openEmptyDatabase, rowsOf } from '../db/testing'
import type { InputOf, Named, Reply } from '../shared/api/contract'
import { api, endpoints } from '../shared/api/index'
import { hour } from '../shared/lib/time'
import { weddingPlanner } from '../shared/packs/wedding-planner'
import { weddingPlannerSample } from '../shared/samples/wedding-planner'
import { aNewClient, aNewPerson, aNewProject, at } from '../shared/testing'
import { pageAddress } from './desktop/page'
import { connectWindows } from './desktop/ipc'
import { fillFirstStore } from './first-store'
import { serveLoopback, type Loopback } from './loopback/server'
import { createSessions } from './loopback/session'
import { fillSample } from './samples/fill-sample'
import { openTestBackend, type TestBackend } from './testing'

/*
 * The same requests, in the same order, at the same moments, on equal stores, through both hosts: over HTTP as a
 * browser asks, and over the channel of the window. What comes back has to be the same, byte for byte (LH-9).
 */

/** What the shell registers with Electron, and what it sends to its windows. */
const shell = vi.hoisted(() => ({
  handlers: new Map<string, (...args: readonly unknown[]) => unknown>(),
  sent: [] as unknown[],
}))
/** Chance is made the same for both, by counting. */
const chance = vi.hoisted(() => ({ drawn: 0 }))

vi.mock('electron', () => {
  const webContents = { isDestroyed: () => false, send: (_: string, push: unknown) => shell.sent.push(push) }
  const window = { webContents, isDestroyed: () => false }
  return {
    ipcMain: { handle: (name: string, handler: () => unknown) => shell.handlers.set(name, handler) },
    BrowserWindow: { fromWebContents: () => window, getAllWindows: () => [window] },
  }
})
vi.mock('node:crypto', async (original) => ({
  ...(await original<typeof import('node:crypto')>()),
  randomUUID: () => `00000000-0000-4000-8000-${String(++chance.drawn).padStart(12, '0')}`,
}))

/** One way to ask; the answer is the text that crosses the wire. */
type Way = { readonly test: TestBackend; readonly ask: (name: string, input: unknown) => Promise<string> }

let ways: readonly [Way, Way]
let loopback: Loopback
const heard: string[] = []
const agent = new Agent({ keepAlive: true })

beforeAll(async () => {
  ways = [await throughLoopback(), await throughTheWindow()]
})
afterAll(async () => {
  agent.destroy()
  await loopback.close()
  for (const { test } of ways) await test.close()
})

async function openSample(): Promise<TestBackend> {
  const store = openEmptyDatabase()
  await store.write(async (db) => {
    await fillFirstStore(db, weddingPlanner, { ...weddingPlannerSample, samplePack: 'wedding-planner' })
    await fillSample(db, weddingPlannerSample)
  })
  const test = await openTestBackend({ store, now: at('Tue 2026-11-24 10:40') })
  const desk = { startsAtLogin: false, staysInTray: true, hasShortcut: true }
  const system = { canStartAtLogin: true, hasTray: true, shortcut: 'Ctrl+Alt+K', isShortcutTaken: false }
  const state = { desk }
  test.host.shell = {
    ...test.host.shell,
    desk: {
      show: async () => ({ ...state.desk, ...system }),
      change: async (details) => ({ ...(state.desk = details), ...system }),
    },
  }
  return test
}

async function throughLoopback(): Promise<Way> {
  chance.drawn = 0
  const test = await openSample()
  const sessions = createSessions()
  const token = sessions.trade(sessions.makeCode()) ?? ''
  const served = {
    backend: test.backend,
    files: new Map(),
    sessions,
    clock: { now: test.now },
    language: 'en',
  }
  loopback = await serveLoopback({ ...served, language: 'en' }, 0)
  const origin = `http://127.0.0.1:${loopback.port}`
  const headers = { origin, authorization: `Bearer ${token}` }
  const at = { host: '127.0.0.1', port: loopback.port, agent }
  request({ ...at, agent: false, path: '/push', headers }, (response) =>
    response.on('data', (chunk: Buffer) => heard.push(...chunk.toString().split('\n'))),
  ).end()
  const ask = (name: string, input: unknown) =>
    new Promise<string>((resolve, reject) => {
      const body = Buffer.from(JSON.stringify(input))
      const more = { 'content-type': 'application/json', 'content-length': body.length }
      const options = { ...at, method: 'POST', path: `/api/${name}`, headers: { ...headers, ...more } }
      const asked = request(options, (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.on('end', () => resolve(Buffer.concat(chunks).toString()))
      })
      asked.on('error', reject)
      asked.end(body)
    })
  return { test, ask }
}

/** Electron copies what is sent and what is answered as the structured clone does. */
async function throughTheWindow(): Promise<Way> {
  chance.drawn = 0
  const test = await openSample()
  connectWindows({ backend: test.backend, clock: { now: test.now }, note: () => undefined })
  const event = { sender: {}, senderFrame: { url: pageAddress, parent: null } }
  const ask = async (name: string, input: unknown) => {
    const reply = await shell.handlers.get('ask')?.(event, name, structuredClone(input))
    return JSON.stringify(structuredClone(reply))
  }
  return { test, ask }
}

/** Asks both and gives the one answer there has to be. */
async function askBoth(name: string, input: unknown): Promise<Reply> {
  const answers: string[] = []
  const [{ drawn }] = [{ ...chance }]
  for (const { ask } of ways) {
    chance.drawn = drawn
    answers.push(await ask(name, input))
  }
  expect(answers[0], name).toBe(answers[1])
  return JSON.parse(answers[0] ?? '') as Reply
}

/** What a sample input is made from: the rows that are there by then. */
type See = {
  readonly row: <T extends keyof Schema>(table: T, fits?: (row: Row<T>) => boolean) => Promise<Row<T>>
  readonly letPass: (ms: number) => void
  readonly now: () => number
}
type Row<T extends keyof Schema> = Awaited<ReturnType<typeof rowsOf<T>>>[number]

const see: See = {
  async row(table, fits = () => true) {
    const found = (await rowsOf(ways[0].test.store, table)).findLast(fits)
    if (found === undefined) throw new Error(`There is no such ${table}`)
    return found
  },
  letPass: (ms) => ways.forEach(({ test }) => test.setNow(test.now() + ms)),
  now: () => ways[0].test.now(),
}

type Sample = {
  readonly name: string
  readonly make: (see: See) => Promise<unknown>
  readonly refused: string | null
}

/** A good input of a request, answered with a value, or (`refused`) with the only thing a test can have. */
const sample = <E extends Named>({ name }: E, input: InputOf<E>, refused: string | null = null): Sample => ({
  ...{ name, refused },
  make: () => Promise.resolve(input),
})

/** One that is made from what is there by then. */
const made = <E extends Named>({ name }: E, make: (see: See) => Promise<InputOf<E>>): Sample => ({
  ...{ name, make },
  refused: null,
})

const openWait = (row: Row<'wait'>) => row.ended_at === null
const draft = (row: Row<'letter'>) => row.state === 'draft'
const idOf = async <R extends { readonly id: unknown }>(row: Promise<R>) => ({
  id: (await row).id as R['id'],
})
const idAndRevision = async <R extends { readonly id: unknown; readonly revision: number }>(
  row: Promise<R>,
) => {
  const { id, revision } = await row
  return { id: id as R['id'], revision }
}
const clientId = async ({ row }: See) => (await row('client')).id

const words = { what: 'Send the florists', asNoun: null, doneAs: null, note: null }
const milestone = {
  ...{ projectId: null, personId: null, what: 'Menu call', onDay: '2026-12-02' },
  ...{ atTime: '11:00', place: null, toldAs: null },
  ...({ kind: 'call', whose: 'own' } as const),
}
const lantern = {
  ...{ what: 'A lantern', because: 'They like lanterns', occasion: null, occasionOn: null },
  ...{ costMinor: 500, minutes: null },
}
const account = {
  ...({ host: 'localhost', port: 2525, security: 'none', user: null } as const),
  ...{ fromName: 'Hazel Fenwick', fromAddress: 'hazel@fenwick.example' },
}
const changed = {
  shortName: 'Nadia',
  stage: 'current',
  sentByClientId: null,
  language: null,
  zone: null,
} as const
const business = {
  ...{ userName: 'Hazel', businessName: 'Hazel Fenwick Weddings', signature: null, zone: 'Europe/London' },
  ...{ country: 'GB', region: 'ENG', currency: 'GBP', language: 'en' as const },
}
const tasting = {
  kind: 'acknowledge',
  subject: 'Thank you for your message',
  body: 'Dear friends,\n\nthank you.',
} as const

/** At least one good input for every request there is, in an order in which each finds what it needs. */
const samples: readonly Sample[] = [
  sample(api.today.show, {}),
  sample(api.nudges.tell, {}),
  sample(api.business.show, {}),
  made(api.business.change, async ({ row }) => ({
    ...business,
    revision: (await row('business')).revision,
  })),
  sample(api.clients.list, {}),
  sample(api.clients.list, { text: 'sofia', stage: null, isArchived: false, offset: 0, limit: 5 }),
  sample(
    api.clients.add,
    aNewClient('Nadia & Sam', {
      people: [aNewPerson('Nadia Rahman', { addresses: [{ kind: 'email', value: 'nadia@rahman.example' }] })],
      project: aNewProject(),
      note: 'They like lanterns.',
    }),
  ),
  made(api.clients.change, async ({ row }) => ({
    ...changed,
    ...(await idAndRevision(row('client'))),
    name: 'Nadia & Samuel',
  })),
  made(api.clients.show, ({ row }) => idOf(row('client'))),
  made(api.clients.timeline, async ({ row }) => ({
    ...(await idOf(row('client'))),
    kind: null,
    limit: 50,
  })),
  made(api.clients.archive, ({ row }) => idOf(row('client'))),
  made(api.clients.restore, ({ row }) => idOf(row('client'))),
  made(api.people.add, async (seen) => ({ ...aNewPerson('Ann Bell'), clientId: await clientId(seen) })),
  made(api.people.change, async ({ row }) => ({
    ...aNewPerson('Ann Bell-Rahman', { addresses: [{ kind: 'phone', value: '020 7946 0958' }] }),
    ...(await idAndRevision(row('person'))),
  })),
  made(api.people.remove, ({ row }) => idOf(row('person'))),
  made(api.projects.add, async (seen) => ({
    ...aNewProject({ eventOn: '2027-07-03' }),
    clientId: await clientId(seen),
  })),
  made(api.projects.change, async ({ row }) => ({
    ...aNewProject({ eventOn: '2027-07-10', standing: 'barn held' }),
    ...(await idAndRevision(row('project'))),
  })),
  made(api.milestones.add, async (seen) => ({ ...milestone, clientId: await clientId(seen) })),
  made(api.milestones.change, async ({ row }) => ({
    ...{ ...milestone, place: 'Rye' },
    ...(await idAndRevision(row('milestone'))),
  })),
  made(api.milestones.done, async ({ row }) => ({ ...(await idOf(row('milestone'))), isDone: true })),
  made(api.milestones.remove, ({ row }) => idOf(row('milestone'))),
  made(api.messages.log, async (seen) => ({
    ...({ channel: 'voicemail', direction: 'inbound', personId: null } as const),
    ...{
      clientId: await clientId(seen),
      at: seen.now() - hour,
      text: 'What if it rains? And who holds the umbrellas?',
    },
  })),
  made(api.messages.conversation, ({ row }) => idOf(row('conversation'))),
  sample(api.search.everything, { text: 'umbrel', limit: 10 }),
  made(api.waits.called, async ({ row }) => ({
    ...(await idOf(row('wait', openWait))),
    text: 'Two large ones.',
  })),
  made(api.waits.noReplyNeeded, ({ row }) => idOf(row('wait', openWait))),
  sample(api.promises.days, { from: '2026-11-25', count: 14 }),
  made(api.promises.add, async (seen) => ({
    ...{ ...words, clientId: await clientId(seen), dueOn: '2026-11-24', dueTime: '11:00', ownOn: null },
  })),
  made(api.promises.add, async (seen) => ({
    ...{ ...words, clientId: await clientId(seen), dueOn: '2026-12-04', dueTime: null, ownOn: null },
  })),
  made(api.promises.change, async ({ row }) => ({
    ...{ ...words, note: 'three of them', ownOn: '2026-12-02' },
    ...(await idAndRevision(row('promise'))),
  })),
  made(api.promises.move, async ({ row }) => ({
    ...(await idAndRevision(row('promise'))),
    ...{ dueOn: '2026-12-08', dueTime: '12:00', why: 'Snow' },
  })),
  made(api.promises.show, ({ row }) => idOf(row('promise'))),
  made(api.promises.keep, ({ row }) => idOf(row('promise', ({ state }) => state === 'open'))),
  sample(api.operations.last, {}),
  made(api.operations.undo, ({ row }) => idOf(row('operation'))),
  made(api.promises.withdraw, ({ row }) => idOf(row('promise', ({ due_on: on }) => on === '2026-12-08'))),
  made(api.promises.break, async ({ row, letPass }) => {
    letPass(hour)
    return idOf(row('promise', ({ due_on: on, due_time: time }) => on === '2026-11-24' && time === '11:00'))
  }),
  ...(['idea', 'idea', 'planned'] as const).map((state) =>
    made(api.extras.add, async (seen) => ({
      ...{ ...lantern, clientId: await clientId(seen), state, givenOn: null },
    })),
  ),
  sample(api.extras.suggest, {}),
  made(api.extras.change, async ({ row }) => ({
    ...lantern,
    minutes: 20,
    ...(await idAndRevision(row('extra'))),
  })),
  made(api.extras.give, ({ row }) => idOf(row('extra', ({ state }) => state === 'planned'))),
  made(api.extras.plan, ({ row }) => idOf(row('extra', ({ state }) => state === 'idea'))),
  made(api.extras.decline, ({ row }) => idOf(row('extra', ({ state }) => state === 'idea'))),
  made(api.extras.remove, ({ row }) => idOf(row('extra', ({ state }) => state === 'planned'))),
  sample(api.extras.rewards, {}),
  made(api.extras.changeReward, async ({ row }) => ({
    rule: 'referral' as const,
    ...{ what: 'A bottle of something good', costMinor: 2_000, minutes: null, isOn: true },
    revision: (await row('reward', ({ rule }) => rule === 'referral')).revision,
  })),
  sample(api.mail.account, {}),
  sample(api.mail.setAccount, { ...account, revision: null }),
  sample(api.mail.status, {}),
  sample(api.mail.unlock, { password: 'sesame' }),
  sample(api.mail.check, { ...account, password: 'sesame' }),
  made(api.letters.begin, async ({ row }) => {
    const { id: waitId, client_id: clientId } = await row('wait', openWait)
    return { kind: 'acknowledge' as const, clientId, waitId }
  }),
  made(api.letters.show, ({ row }) => idOf(row('letter', draft))),
  made(api.letters.save, async ({ row }) => ({
    ...(await idAndRevision(row('letter', draft))),
    recipients: [{ personId: null, name: 'Nadia Rahman', address: 'nadia@rahman.example' }],
    ...{
      subject: 'Your question',
      body: 'Dear Nadia,\n\nyou have it by Thursday.',
      fields: { reason: 'snow' },
    },
    promise: { on: '2026-11-27', time: null, what: null },
  })),
  made(api.letters.send, async ({ row }) => ({
    ...(await idAndRevision(row('letter', draft))),
    hold: 'ten-minutes' as const,
  })),
  sample(api.letters.outbox, {}),
  made(api.letters.sendNow, ({ row }) => idOf(row('letter', ({ state }) => state === 'queued'))),
  made(api.letters.takeBack, ({ row }) => idOf(row('letter', ({ state }) => state === 'queued'))),
  made(api.letters.handOver, async ({ row }) => ({
    ...(await idAndRevision(row('letter', draft))),
    way: 'eml' as const,
  })),
  made(api.letters.notSent, ({ row }) => idOf(row('letter', ({ state }) => state === 'handed-over'))),
  made(api.letters.handOver, async ({ row }) => ({
    ...(await idAndRevision(row('letter', draft))),
    way: 'clipboard' as const,
  })),
  made(api.letters.markSent, ({ row }) => idOf(row('letter', ({ state }) => state === 'handed-over'))),
  made(api.letters.begin, async (seen) => ({ kind: 'blank' as const, clientId: await clientId(seen) })),
  made(api.letters.discard, ({ row }) => idOf(row('letter', draft))),
  made(api.letters.acknowledge, async ({ row }) => ({ waitId: (await row('wait', openWait)).id })),
  sample(api.mail.deliver, {}),
  sample(api.mail.clock, {}),
  sample(api.mail.trustClock, {}),
  sample(api.mail.keepTimes, {}),
  sample(api.templates.list, {}),
  sample(api.templates.preview, tasting),
  made(api.templates.change, async ({ row }) => ({
    ...{ subject: tasting.subject, body: tasting.body },
    ...(await idAndRevision(row('letter_template', ({ kind }) => kind === 'acknowledge'))),
  })),
  sample(api.calendar.show, {}),
  sample(api.calendar.changeHours, {
    spans: [1, 2, 3, 4, 5, 6].map((weekday) => ({ weekday, opensAt: '09:00', closesAt: '17:30' })),
  }),
  sample(api.calendar.addException, { onDay: '2026-12-21', untilDay: '2026-12-23', spans: [], what: 'Away' }),
  made(api.calendar.switchException, async ({ row }) => ({
    ...(await idOf(row('calendar_exception'))),
    isOn: false,
  })),
  made(api.calendar.removeException, ({ row }) => idOf(row('calendar_exception'))),
  made(api.calendar.removeExceptions, async ({ row }) => ({ ids: [(await row('calendar_exception')).id] })),
  sample(api.calendar.loadHolidays, {}),
  sample(api.standards.show, {}),
  sample(api.standards.change, { ...weddingPlanner.standard, ackMinutes: 180 }),
  sample(api.data.show, {}),
  sample(api.data.backUp, { why: 'by-hand' }),
  sample(api.windows.open, {}),
  sample(api.recovery.show, {}),
  sample(api.recovery.restore, { file: 'kept-1.db' }, 'E_NOTHING_MISSING'),
  sample(api.recovery.choose, { file: '/kept/kept.db' }, 'E_NOTHING_MISSING'),
  sample(api.recovery.startEmpty, {}, 'E_NOTHING_MISSING'),
  sample(api.reminders.show, {}),
  made(api.reminders.change, async ({ row }) => ({
    ...{ isOn: true, hidesWords: false, breaksForEvents: true, hasMorningNote: true, hasClosingNote: true },
    revision: (await row('reminder_setting')).revision,
  })),
  sample(api.reminders.quietChoices, {}),
  made(api.reminders.quiet, async ({ now }) => ({ until: now() + hour })),
  sample(api.reminders.quiet, { until: null }),
  made(api.messages.log, async (seen) => ({
    ...({ channel: 'email', direction: 'inbound', personId: null } as const),
    ...{ clientId: await clientId(seen), at: seen.now(), text: 'Could we see the barn again?' },
  })),
  made(api.snoozes.choices, async ({ row }) => ({
    item: 'wait' as const,
    itemId: (await row('wait', openWait)).id,
  })),
  made(api.snoozes.snooze, async ({ row }) => ({
    item: 'wait' as const,
    ...{ itemId: (await row('wait', openWait)).id, showOn: '2026-11-24', showTime: '14:00' },
  })),
  made(api.snoozes.wake, async ({ row }) => ({
    item: 'wait' as const,
    itemId: (await row('wait', openWait)).id,
  })),
  made(api.nudges.tell, async ({ letPass }) => {
    letPass(3 * hour)
    return {}
  }),
  sample(api.nudges.show, {}),
  made(api.nudges.answer, async ({ row }) => ({ ...(await idOf(row('note'))), act: 'see-today' as const })),
  made(api.nudges.acknowledge, async ({ row }) => ({ ids: [(await row('nudge')).id] })),
  sample(api.nudges.health, {}),
  sample(api.desk.show, {}),
  sample(api.desk.change, { startsAtLogin: true, staysInTray: true, hasShortcut: false }),
  made(api.mail.removeAccount, async ({ row }) => ({ revision: (await row('mail_account')).revision })),
]

const asked = new Map<string, unknown>()

describe('every request, asked over HTTP and over the window’s channel', () => {
  it('has a sample input', () => {
    const sampled = new Set(samples.map(({ name }) => name))
    const names = endpoints.map(({ name }) => name)

    expect(names.filter((name) => !sampled.has(name))).toEqual([])
    expect([...sampled].filter((name) => !names.includes(name))).toEqual([])
  })

  it('is answered alike where it is right', async () => {
    for (const { name, make, refused } of samples) {
      const input = await make(see)
      const reply = await askBoth(name, input)
      asked.set(name, input)
      expect([name, reply.ok ? null : reply.error.code]).toEqual([name, refused])
    }
  })

  it('is answered alike when it is asked again by the same operation', async () => {
    const operationId = '7d0f2c1e-1111-4222-8333-944445555666'
    const input = { ...aNewClient('Nora'), operationId }
    const [first, again] = [await askBoth('clients.add', input), await askBoth('clients.add', input)]

    expect(first).toMatchObject({ ok: true })
    expect(again).toEqual(first)
    expect(await askBoth('clients.archive', { id: 1, operationId })).toMatchObject({
      error: { code: 'E_OPERATION_OTHER' },
    })
  })

  it.each(endpoints.map(({ name }) => name))('is answered alike where it is wrong: %s', async (name) => {
    const good = asked.get(name)
    for (const input of [null, 0, 'text', true, [], [good]])
      expect(await askBoth(name, input)).toMatchObject({ ok: false, error: { code: 'E_PAYLOAD' } })
    for (const field of ['more', '__proto__', 'constructor', 'toString'])
      expect(await askBoth(name, withField(good, field, 1))).toMatchObject({ error: { code: 'E_PAYLOAD' } })
    for (const field of Object.keys(good as object)) {
      await askBoth(
        name,
        Object.fromEntries(Object.entries(good as object).filter(([each]) => each !== field)),
      )
      for (const wrong of [null, '', -1, 1e15, {}, 'ß'.repeat(30_000)])
        await askBoth(name, withField(good, field, wrong))
    }
  })

  it.each(['nothing.there', '__proto__.toString', 'toString', 'today', 'TODAY.SHOW', 'today.show.more'])(
    'is answered alike where there is none: %s',
    async (name) => {
      expect(await askBoth(name, {})).toMatchObject({ ok: false, error: { code: 'E_CHANNEL' } })
    },
  )

  it('told every window the same, and left the same behind', async () => {
    const pushes = () => heard.filter((line) => line !== '')
    await vi.waitFor(() => expect(pushes()).toHaveLength(shell.sent.length))
    expect(pushes()).toEqual(shell.sent.map((push) => JSON.stringify(push)))
    expect(shell.sent.length).toBeGreaterThan(50)

    const [a, b] = ways
    expect(await hashOfStore(a.test.store)).toBe(await hashOfStore(b.test.store))
    expect(a.test.mail.sent.map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(
      b.test.mail.sent.map(({ bytes }) => Buffer.from(bytes).toString()),
    )
  })
})

/** The same input with one field as said, also where its name means something to JavaScript itself. */
function withField(input: unknown, field: string, value: unknown): unknown {
  const rest = Object.entries(input as object).filter(([name]) => name !== field)
  const fields = [...rest, [field, value]].map(
    ([name, each]) => `${JSON.stringify(name)}:${JSON.stringify(each)}`,
  )
  return JSON.parse(`{${fields.join(',')}}`)
}
