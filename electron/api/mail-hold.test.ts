import { beforeEach, describe, expect, it } from 'vitest'
import { rowsOf } from '../../db/testing'
import { listUnsettled, nextLetterAt } from '../../db/delivery'
import type { InputOf } from '../../shared/api/contract'
import { api } from '../../shared/api/index'
import type { ClientId, LetterId } from '../../shared/domain/ids'
import { day, hour, minute } from '../../shared/lib/time'
import { aNewClient, aNewPerson, at } from '../../shared/testing'
import { openTestBackend, type TestBackend } from '../testing'
import { settleOutbox } from './mail-delivery'

const start = at('Tue 2026-11-24 10:40')
const account: InputOf<typeof api.mail.setAccount> = {
  revision: null,
  host: 'localhost',
  port: 2525,
  security: 'none',
  user: null,
  fromName: 'Hazel Marsh',
  fromAddress: 'hazel@marsh.example',
}

let backend: TestBackend
let clientId: ClientId
beforeEach(async () => {
  backend = await openTestBackend({ now: start })
  await backend.ask(api.mail.setAccount, account)
  const addresses = [{ kind: 'email' as const, value: 'sofia@marchetti.example' }]
  const people = [aNewPerson('Sofia Marchetti', { addresses })]
  clientId = (await backend.ask(api.clients.add, aNewClient('Sofia & Ben', { people }))).id
})

async function send(subject: string, hold: 'undo' | 'ten-minutes' = 'undo'): Promise<LetterId> {
  const { letter } = await backend.ask(api.letters.begin, { kind: 'blank', clientId })
  const { letter: saved } = await backend.ask(api.letters.save, {
    id: letter.id,
    revision: letter.revision,
    recipients: [...letter.recipients],
    subject,
    body: 'Dear Sofia,\n\nThe quartet is confirmed.',
    fields: {},
    promise: null,
  })
  await backend.ask(api.letters.send, { id: saved.id, revision: saved.revision, hold })
  return saved.id
}

const jump = (by: number) => backend.jumpClock(by)
const pass = (ms: number) => backend.setNow(backend.now() + ms)
const deliver = () => backend.ask(api.mail.deliver, {})
const notice = async () => (await backend.ask(api.mail.clock, {})).notice
const states = async () => (await rowsOf(backend.store, 'letter')).map(({ state }) => state)
const outbox = async () => (await backend.ask(api.letters.outbox, {})).rows
const years = (n: number) => Math.round(n * 365.25 * day)

describe('a clock set forward', () => {
  it.each([
    ['an hour', hour, { n: 1, unit: 'hours' }],
    ['three days', 3 * day, { n: 3, unit: 'days' }],
    ['ten years', years(10), { n: 10, unit: 'years' }],
  ])('by %s sends no letter whose time came only by that, and asks', async (_, by, length) => {
    await send('One')
    await send('Two', 'ten-minutes')
    await jump(by)
    await deliver()
    pass(hour)
    await deliver()

    expect(await states()).toEqual(['queued', 'queued'])
    expect(backend.mail.sent).toEqual([])
    expect(await notice()).toEqual({ ...length, way: 'forward', letters: 2, asks: 'letters' })
    const [row] = await outbox()
    expect(row).toMatchObject({
      dueAt: null,
      reason: { code: 'E_CLOCK_JUMP' },
      can: ['take-back', 'send-now'],
    })
    expect(row?.reason?.text).toContain('only because the computer’s clock moved forward by')
    expect(await nextLetterAt(backend.store.read)).toBeNull()
  })

  it('sends what was due before, and what is sent afterwards', async () => {
    await send('Before')
    pass(minute)
    await jump(3 * day)
    await send('Afterwards')
    pass(minute)

    expect((await deliver()).sent).toBe(2)
    expect(await states()).toEqual(['sent', 'sent'])
  })

  it('keeps a hold through a restart, an unlocked account and another jump', async () => {
    await send('One')
    await jump(3 * day)
    await backend.store.write((db) => settleOutbox(db, backend.now()))
    await backend.ask(api.mail.check, { ...account, password: null } as never).catch(() => undefined)
    await backend.ask(api.mail.unlock, { password: 'open sesame' })
    await jump(day)
    await deliver()

    expect(await states()).toEqual(['queued'])
    expect((await rowsOf(backend.store, 'letter'))[0]?.next_attempt_at).toBe(start + 20_000)
  })

  it('holds a letter that is to be tried again, whose two days move with the clock', async () => {
    backend.mail.answers.push({ outcome: 'later', code: 'E_SMTP_BUSY', values: { answer: '450 later' } })
    await send('One')
    pass(minute)
    await deliver()
    await jump(3 * day)
    pass(2 * minute)
    await deliver()
    expect(await states()).toEqual(['queued'])

    backend.mail.answers.push({ outcome: 'later', code: 'E_SMTP_BUSY', values: { answer: '450 later' } })
    await backend.ask(api.mail.trustClock, {})
    await deliver()
    const [row] = await outbox()
    expect(row?.letter).toMatchObject({ state: 'queued', attempts: 2, error: { code: 'E_SMTP_BUSY' } })
  })
})

describe('the answers', () => {
  it('“Send now” lets them go, and takes the clock for right', async () => {
    await send('One')
    await send('Two')
    await jump(3 * day)

    expect(await backend.ask(api.mail.trustClock, {})).toEqual({ letters: 2 })
    expect((await deliver()).sent).toBe(2)
    expect(await notice()).toBeNull()
  })

  it('“Keep times” leaves them until the clock is put back', async () => {
    await send('One', 'ten-minutes')
    await jump(3 * day)
    expect(await backend.ask(api.mail.keepTimes, {})).toEqual({ letters: 1 })
    pass(minute)
    await deliver()
    expect(await notice()).toMatchObject({ letters: 1, asks: 'kept' })

    await jump(-3 * day)
    await deliver()
    expect(await states()).toEqual(['queued'])
    expect(await notice()).toBeNull()
    pass(10 * minute)
    expect((await deliver()).sent).toBe(1)
  })

  it('“Keep times” leaves them until they are sent by hand', async () => {
    const id = await send('One')
    await jump(hour)
    await backend.ask(api.mail.keepTimes, {})
    expect(await notice()).toBeNull()

    await backend.ask(api.letters.sendNow, { id })
    expect((await deliver()).sent).toBe(1)
  })

  it('“Keep times” is taken back by Undo: it asks again', async () => {
    await send('One')
    await jump(hour)
    const reply = await backend.reply(api.mail.keepTimes, {})
    await backend.ask(api.operations.undo, { id: reply.ok ? (reply.operationId as never) : (0 as never) })

    expect(await notice()).toMatchObject({ asks: 'letters' })
  })

  it('are not needed for a letter taken back; sent anew, it goes', async () => {
    const id = await send('One')
    await jump(hour)
    await backend.ask(api.letters.takeBack, { id })
    expect(await notice()).toBeNull()

    const { letter } = await backend.ask(api.letters.show, { id })
    await backend.ask(api.letters.send, { id, revision: letter.revision })
    pass(minute)
    expect((await deliver()).sent).toBe(1)
  })

  it('are not needed for a letter whose Send was undone; sent anew, it goes', async () => {
    const { letter: begun } = await backend.ask(api.letters.begin, { kind: 'blank', clientId })
    const { letter: saved } = await backend.ask(api.letters.save, {
      ...{ id: begun.id, revision: begun.revision, recipients: [...begun.recipients], subject: 'One' },
      ...{ body: 'Dear Sofia', fields: {}, promise: null },
    })
    const sent = await backend.reply(api.letters.send, { id: saved.id, revision: saved.revision })
    await jump(hour)
    await backend.ask(api.operations.undo, { id: sent.ok ? (sent.operationId as never) : (0 as never) })
    const { letter } = await backend.ask(api.letters.show, { id: saved.id })
    await backend.ask(api.letters.send, { id: letter.id, revision: letter.revision })
    pass(minute)

    expect((await deliver()).sent).toBe(1)
  })
})

describe('a clock set back', () => {
  it('before their times releases what was on hold', async () => {
    await send('One')
    await jump(3 * day)
    await jump(-3 * day)
    await deliver()
    expect(await states()).toEqual(['queued'])

    pass(20_000)
    expect((await deliver()).sent).toBe(1)
  })

  it('after their times releases what was on hold, once it is right again', async () => {
    await send('One')
    await jump(3 * day)
    pass(hour)
    await jump(-3 * day)

    expect((await deliver()).sent).toBe(1)
  })

  it('only in part goes on holding', async () => {
    await send('One')
    await jump(3 * day)
    pass(hour)
    await jump(-day)
    await deliver()

    expect(await notice()).toMatchObject({ letters: 1, asks: 'letters' })
    expect(backend.mail.sent).toEqual([])
  })

  it.each([hour, 3 * day, years(56)])(
    'lets no letter wait longer than its own length (%i ms)',
    async (by) => {
      await send('One')
      await send('Two', 'ten-minutes')
      await jump(-by)

      const waits = (await listUnsettled(backend.store.read)).map(({ nextAttemptAt }) => nextAttemptAt ?? 0)
      expect(waits.map((until) => until - backend.now())).toEqual([20_000, 10 * minute])
    },
  )
})

describe('a clock more than a day off', () => {
  it('asks whether it is right, also without letters, and believes the answer', async () => {
    await jump(-3 * day)
    expect(await notice()).toEqual({ n: 3, unit: 'days', way: 'back', letters: 0, asks: 'clock' })

    await backend.ask(api.mail.trustClock, {})
    expect(await notice()).toBeNull()
  })

  it('says nothing of an hour without letters', async () => {
    await jump(hour)
    expect(await notice()).toBeNull()
  })

  it('lets nothing go by its age until it is right', async () => {
    await backend.ask(api.clients.add, aNewClient('Priya & Tom'))
    await backend.store.write((db) =>
      db
        .insertInto('operation')
        .values(
          Array.from({ length: 1_000 }, () => ({
            command: 'x',
            at: start,
            is_undoable: 0 as const,
            uuid: null,
            reply: null,
          })),
        )
        .execute(),
    )
    const changes = async () => (await rowsOf(backend.store, 'change')).length
    const before = await changes()
    await jump(60 * day)
    await backend.ask(api.data.backUp, { why: 'daily' })
    expect(await changes()).toBe(before)

    await backend.ask(api.mail.trustClock, {})
    await backend.ask(api.data.backUp, { why: 'daily' })
    expect(await changes()).toBeLessThan(before)
  })
})
