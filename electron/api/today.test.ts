import { beforeEach, describe, expect, it } from 'vitest'
import { api } from '../../shared/api/index'
import { PersonId, type ClientId, type ConversationId } from '../../shared/domain/ids'
import { at } from '../../shared/testing'
import { openTestBackend, type TestBackend } from '../testing'

let kept: TestBackend
let clientId: ClientId
let sofia: PersonId

beforeEach(async () => {
  kept = await openTestBackend({ now: at('Fri 2026-11-20 17:05') })
  const added = await kept.ask(api.clients.add, {
    name: 'Sofia Marchetti & Ben Adler',
    shortName: 'Sofia & Ben',
    stage: 'current',
    sentByClientId: null,
    language: null,
    zone: null,
    people: [
      {
        name: 'Sofia Marchetti',
        called: null,
        relation: null,
        decidesOn: null,
        prefers: null,
        note: null,
        isInLetters: true,
        birthday: null,
        addresses: [{ kind: 'email', value: 'sofia@marchettiadler.example' }],
      },
    ],
    project: {
      kind: 'Wedding',
      eventOn: '2027-06-12',
      eventMonth: null,
      venue: null,
      place: null,
      guests: null,
      isGuestsAbout: false,
      state: 'open',
      standing: 'Caterer shortlist unchanged',
      cadenceDays: null,
    },
  })
  clientId = added.id
  sofia = PersonId.parse(added.personIds[0])
})

const show = () => kept.ask(api.today.show, {})

const voicemail = (conversationId: ConversationId | null = null) =>
  kept.ask(api.messages.log, {
    clientId,
    personId: sofia,
    conversationId,
    channel: 'voicemail',
    direction: 'inbound',
    at: at('Fri 2026-11-20 17:00'),
    text: 'Is the quartet still confirmed? Mum has been asking.',
  })

const promise = (dueOn: string, dueTime: string | null = null) =>
  kept.ask(api.promises.add, {
    clientId,
    what: 'Confirm coach times with both families',
    asNoun: 'the coach times',
    doneAs: null,
    note: null,
    dueOn,
    dueTime,
    ownOn: null,
  })

const undoLast = async () => {
  const last = await kept.ask(api.operations.last, {})
  if (last !== null) await kept.ask(api.operations.undo, { id: last.id })
}

describe('Today', () => {
  it('shows who waits, when the answer is due, and how that was worked out', async () => {
    const { startedWaitId, conversationId } = await voicemail()
    const { waiting, calendar, counts, isAllClear } = await show()
    expect(waiting).toMatchObject([
      {
        waitId: startedWaitId,
        conversationId,
        name: 'Sofia Marchetti',
        clientName: 'Sofia & Ben',
        channel: 'voicemail',
        subject: 'Is the quartet still confirmed?',
        snippet: 'Mum has been asking.',
        event: { kind: 'Wedding', eventOn: '2027-06-12' },
        dueAt: at('Mon 2026-11-23 12:30'),
        ownCalendar: null,
      },
    ])
    expect(waiting[0]?.explanation.text).toContain('30 min counted')
    expect(calendar.map(({ opensAt }) => opensAt)).toEqual([
      at('Fri 2026-11-20 09:00'),
      at('Mon 2026-11-23 09:00'),
    ])
    expect(counts).toEqual({ today: 1, clients: 1, promises: 0, outbox: 0 })
    expect(isAllClear).toBe(false)
  })

  it('says what was done, until midnight', async () => {
    await voicemail()
    const { waiting } = await show()
    const [row] = waiting
    if (row === undefined) throw new Error('Nobody waits')
    await kept.ask(api.waits.noReplyNeeded, { id: row.waitId })
    const { done, isAllClear } = await show()
    expect(done).toMatchObject([{ kind: 'no-reply-needed', name: 'Sofia Marchetti', at: kept.now() }])
    expect(isAllClear).toBe(true)
    await undoLast()
    expect((await show()).waiting).toHaveLength(1)
    expect((await show()).done).toEqual([])
  })

  it('lists a promise from its own day on, and keeps it where it was told in Coming up', async () => {
    const { id } = await promise('2026-11-25', '13:00')
    expect((await show()).promises).toEqual([])
    expect((await show()).comingUp.find(({ day }) => day === '2026-11-25')?.items).toMatchObject([
      { kind: 'promise', promiseId: id, what: 'Coach times', clientName: 'Sofia & Ben' },
    ])
    kept.setNow(at('Tue 2026-11-24 09:00'))
    expect((await show()).promises).toMatchObject([
      { promiseId: id, dueAt: at('Wed 2026-11-25 13:00'), state: 'fine', clientName: 'Sofia & Ben' },
    ])
    kept.setNow(at('Wed 2026-11-25 13:01'))
    expect((await show()).promises).toMatchObject([{ promiseId: id, state: 'late' }])
    await kept.ask(api.promises.keep, { id })
    const after = await show()
    expect(after.promises).toEqual([])
    expect(after.done).toMatchObject([{ kind: 'promise-kept', name: 'Sofia & Ben', what: 'coach times' }])
  })

  it('lists an update from the working day before, with how its letter begins', async () => {
    kept.setNow(at('Thu 2026-12-03 10:00'))
    expect((await show()).updates).toMatchObject([
      {
        dueOn: '2026-12-04',
        state: 'fine',
        lastUpdateOn: null,
        everyDays: 14,
        toTell: 0,
        hint: { key: 'today.hint.standing', values: { standing: 'Caterer shortlist unchanged' } },
      },
    ])
    expect((await show()).updates[0]?.peek).toMatch(/^Dear Sofia, /)
    kept.setNow(at('Wed 2026-12-02 10:00'))
    expect((await show()).updates).toEqual([])
  })

  it('offers to answer a question along with the update', async () => {
    await voicemail()
    kept.setNow(at('Thu 2026-12-03 10:00'))
    expect((await show()).updates[0]?.hint).toEqual({
      key: 'today.hint.answers',
      values: { name: 'Sofia', n: 1, words: 'one' },
    })
  })

  it('begins a letter as it was typed, where it was begun', async () => {
    kept.setNow(at('Fri 2026-12-04 10:00'))
    const [row] = (await show()).updates
    if (row === undefined) throw new Error('No update is due')
    const { letter } = await kept.ask(api.letters.begin, {
      kind: 'status-update',
      clientId,
      projectId: row.projectId,
    })
    const { id, revision, recipients, subject, fields, promise: promised } = letter
    const body = 'Dear Sofia,\n\nall is well with the coaches.'
    const typed = { recipients: [...recipients], subject, body, fields, promise: promised }
    await kept.ask(api.letters.save, { id, revision, ...typed })
    expect((await show()).updates[0]?.peek).toBe('Dear Sofia, all is well with the coaches.')
  })

  it('has nothing of a client who is archived', async () => {
    await voicemail()
    await promise('2026-11-23')
    await kept.ask(api.clients.archive, { id: clientId })
    const { waiting, promises, comingUp, counts } = await show()
    expect([waiting, promises]).toEqual([[], []])
    expect(comingUp.flatMap(({ items }) => items)).toEqual([])
    expect(counts).toEqual({ today: 0, clients: 0, promises: 0, outbox: 0 })
  })

  it('is all clear on an empty store', async () => {
    const empty = await openTestBackend()
    expect(await empty.ask(api.today.show, {})).toMatchObject({
      day: '2026-11-24',
      userName: 'Hazel Marsh',
      currency: 'GBP',
      zone: 'Europe/London',
      isAllClear: true,
      extrasQuarterMinor: 30_000,
      ackMinutes: 240,
    })
    await empty.close()
  })
})
