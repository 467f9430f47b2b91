import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { insertRow, updateRow } from '../../db/record'
import type { WriteDb } from '../../db/schema'
import { rowsOf } from '../../db/testing'
import { api } from '../../shared/api/index'
import {
  StandardId,
  type ExceptionId,
  type ClientId,
  type NoteId,
  type NudgeId,
  type OperationId,
  type PersonId,
  WaitId,
} from '../../shared/domain/ids'
import type { Refusal } from '../../shared/lib/refusal'
import { hour, minute } from '../../shared/lib/time'
import { aNewClient, aNewPerson, at } from '../../shared/testing'
import { openTestBackend, type TestBackend } from '../testing'

let kept: TestBackend
beforeEach(async () => {
  kept = await openTestBackend({ now: at('Tue 2026-11-24 08:30') })
})
afterEach(() => kept.close())

const tell = () => kept.ask(api.nudges.tell, {})
const changes = () => kept.pushes.filter(({ kind }) => kind === 'changed').length

/** A client of one person, who has a mail address. */
async function aClient(name: string) {
  const person = aNewPerson(name, {
    addresses: [{ kind: 'email', value: `${name.split(' ')[0]}@example.org` }],
  })
  const added = await kept.ask(api.clients.add, aNewClient(name, { people: [person] }))
  return { clientId: added.id, personId: added.personIds[0] as PersonId }
}

/** Imogen asks at 8:25, so that her four hours end at 13:00, half an hour before that comes at 12:30. */
async function imogenAsks(text = 'Could we move the tasting to the 8th?', moment = kept.now() - 5 * minute) {
  const imogen = await aClient('Imogen Clarke')
  return asks(imogen, text, moment)
}

async function asks(who: { clientId: ClientId; personId: PersonId }, text: string, moment: number) {
  await kept.ask(api.messages.log, {
    ...who,
    channel: 'email',
    direction: 'inbound',
    at: moment,
    subject: 'Tasting',
    text: `Hi Hazel,\n${text}`,
  })
  return { ...who, waitId: WaitId.parse(1) }
}

async function promise(clientId: ClientId, asNoun: string, dueOn: string, dueTime: string | null = null) {
  const said = { what: `Send ${asNoun}`, asNoun, doneAs: null, note: null }
  return kept.ask(api.promises.add, { clientId, ...said, dueOn, dueTime, ownOn: null })
}

describe('what came due', () => {
  it('is delivered once, and told with who waits, how long is left, and what they asked', async () => {
    await imogenAsks()
    kept.setNow(at('Tue 2026-11-24 12:30'))

    const first = await tell()
    const again = await tell()

    expect([first, again]).toEqual([
      { delivered: 1, shown: 1 },
      { delivered: 0, shown: 0 },
    ])
    expect(kept.host.notes).toEqual([
      {
        id: 1,
        kind: 'wait',
        title: 'Imogen has 30 minutes left of your four hours',
        text: null,
        words: '“Could we move the tasting to the 8th?”',
        acts: [
          { act: 'acknowledge', label: 'Acknowledge' },
          { act: 'reply', label: 'Reply' },
          { act: 'in-15-minutes', label: 'In 15 min' },
        ],
        place: '#/today/wait-1',
        operationId: null,
      },
    ])
  })

  it('counts as seen where a sample begins with it', async () => {
    await kept.store.write((db) => updateRow(db, 'business', 1, { sample_pack: 'wedding-planner' }))
    await imogenAsks('Where are you?', at('Mon 2026-11-23 09:00'))
    await imogenAsks()

    expect(await tell()).toEqual({ delivered: 2, shown: 0 })
    for (const moment of ['Tue 2026-11-24 09:00', 'Tue 2026-11-24 12:30']) {
      kept.setNow(at(moment))
      await tell()
    }

    expect((await kept.ask(api.nudges.show, {})).away).toEqual([])
    expect(kept.host.notes.map(({ kind }) => kind)).toEqual(['morning', 'wait'])
  })

  it('announces nothing where nothing came due', async () => {
    await imogenAsks()
    const before = changes()

    const told = await tell()

    expect(told).toEqual({ delivered: 0, shown: 0 })
    expect(changes()).toBe(before)
  })

  it('is told once with its latest stage, where several come due together', async () => {
    await imogenAsks()
    kept.setNow(at('Tue 2026-11-24 12:29'))
    await tell()
    kept.setNow(at('Tue 2026-11-24 13:00'))

    const told = await tell()

    expect(told).toEqual({ delivered: 2, shown: 1 })
    expect(kept.host.notes.map(({ kind, title }) => [kind, title])).toEqual([
      ['wait', 'Imogen has waited your four hours'],
    ])
    expect((await kept.ask(api.nudges.show, {})).away).toEqual([])
  })

  it('is silent once the client has been answered', async () => {
    const { waitId } = await imogenAsks()
    await kept.ask(api.waits.noReplyNeeded, { id: waitId })
    kept.setNow(at('Tue 2026-11-24 13:00'))

    expect(await tell()).toEqual({ delivered: 0, shown: 0 })
  })

  it('comes as one note at nine where a day has several things due', async () => {
    const grace = await kept.ask(
      api.clients.add,
      aNewClient('Grace Okafor & Liam Byrne', { shortName: 'Grace & Liam' }),
    )
    const sofia = await kept.ask(
      api.clients.add,
      aNewClient('Sofia Marchetti & Ben', { shortName: 'Sofia & Ben' }),
    )
    await promise(grace.id, 'the revised budget', '2026-11-24', '13:00')
    await promise(sofia.id, 'the coach times', '2026-11-24')
    kept.setNow(at('Tue 2026-11-24 09:00'))

    await tell()

    expect(kept.host.notes).toEqual([
      {
        id: 1,
        kind: 'morning',
        title: '2 promises are due today',
        text: 'Revised budget for Grace & Liam by 13:00, and coach times for Sofia & Ben.',
        words: null,
        acts: [
          { act: 'see-today', label: 'See today' },
          { act: 'later', label: 'Later' },
        ],
        place: '#/today',
        operationId: null,
      },
    ])
  })

  it('is told of a promise by its thing, and what is still open before closing by all of them', async () => {
    const { id } = await kept.ask(
      api.clients.add,
      aNewClient('Grace Okafor & Liam Byrne', { shortName: 'Grace & Liam' }),
    )
    await promise(id, 'the coach times', '2026-11-24', '13:00')
    await promise(id, 'the revised budget', '2026-11-24')
    kept.setNow(at('Tue 2026-11-24 13:00'))
    await tell()
    kept.setNow(at('Tue 2026-11-24 17:00'))
    await tell()

    expect(kept.host.notes.slice(-1)).toMatchObject([
      {
        kind: 'closing',
        title: 'Before you close: 2 things are still open',
        text: 'Coach times for Grace & Liam by 13:00, and revised budget for Grace & Liam.',
      },
    ])
    expect((await kept.ask(api.nudges.show, {})).closing?.text).toBe(
      '2 things are still open before you close: coach times for Grace & Liam by 13:00, and revised budget for Grace & Liam.',
    )
    kept.setNow(at('Tue 2026-11-24 17:30'))
    expect((await kept.ask(api.nudges.show, {})).closing).toBeNull()
  })

  it('names nobody and says no word where the user hides them', async () => {
    const { revision, quietUntil: _, unavailableOn: __, ...settings } = await kept.ask(api.reminders.show, {})
    await kept.ask(api.reminders.change, { ...settings, hidesWords: true, revision })
    await imogenAsks()
    kept.setNow(at('Tue 2026-11-24 12:30'))

    await tell()

    expect(kept.host.notes).toMatchObject([{ title: '1 reminder', text: null, words: null }])
  })
})

describe('what was changed meanwhile', () => {
  const titles = () => kept.host.notes.map(({ title }) => title)
  const passTo = async (...moments: readonly string[]) => {
    for (const moment of moments) {
      kept.setNow(at(moment))
      await tell()
    }
  }

  it('is told of no client who was archived, and once they are back from where it stands then', async () => {
    const { clientId } = await imogenAsks()
    await passTo('Tue 2026-11-24 12:30')
    await kept.ask(api.clients.archive, { id: clientId })
    await passTo('Tue 2026-11-24 13:00', 'Tue 2026-11-24 13:30')
    const acting = kept.ask(api.nudges.answer, { id: 1 as NoteId, act: 'reply' })

    await expect(acting).rejects.toMatchObject({ code: 'E_NOTE_GONE' })
    expect(titles()).toEqual(['Imogen has 30 minutes left of your four hours'])
    await kept.ask(api.clients.restore, { id: clientId })
    await passTo('Tue 2026-11-24 13:31', 'Tue 2026-11-24 13:32')
    expect((await rowsOf(kept.store, 'nudge')).map(({ stage }) => stage)).toEqual(['last-eighth', 'due'])
    expect(titles()).toHaveLength(2)
  })

  it('comes at its new moment where an afternoon off, taken at noon, moved it', async () => {
    await imogenAsks()
    await passTo('Tue 2026-11-24 11:59')
    const spans = [{ opensAt: '09:00', closesAt: '12:00' }]
    await kept.ask(api.calendar.addException, { onDay: '2026-11-24', spans, what: 'Afternoon off' })
    await passTo('Tue 2026-11-24 12:30', 'Tue 2026-11-24 13:00', 'Wed 2026-11-25 09:00')
    expect(titles()).toEqual([])

    await passTo('Wed 2026-11-25 09:30', 'Wed 2026-11-25 10:00', 'Wed 2026-11-25 10:30')

    expect(titles()).toEqual([
      'Imogen has 30 minutes left of your four hours',
      'Imogen has waited 30 minutes longer than your four hours',
    ])
    expect((await rowsOf(kept.store, 'nudge')).map(({ stage, due_at: dueAt }) => [stage, dueAt])).toEqual([
      ['last-eighth', at('Wed 2026-11-25 09:30')],
      ['due', at('Wed 2026-11-25 10:00')],
    ])
  })

  it('is told once of a promise that was moved and moved back, on the day that counts', async () => {
    const { clientId } = await aClient('Tom Hollis')
    const { id, revision } = await promise(clientId, 'the coach times', '2026-11-24', '12:00')
    const moved = { id, dueTime: '12:00', why: 'The driver is away' }
    const there = await kept.ask(api.promises.move, { ...moved, revision, dueOn: '2026-11-25' })
    await passTo('Tue 2026-11-24 09:00', 'Tue 2026-11-24 11:00')
    await kept.ask(api.promises.move, { ...moved, revision: there.revision, dueOn: '2026-11-24' })
    await passTo('Tue 2026-11-24 12:00', 'Tue 2026-11-24 13:10', 'Wed 2026-11-25 12:00')

    const told = (await rowsOf(kept.store, 'nudge')).filter(({ item }) => item === 'promise')
    expect(told.map(({ occurrence }) => occurrence)).toEqual(['2026-11-24T12:00'])
  })

  it('is not told twice where what was done after its note is undone', async () => {
    const { waitId } = await imogenAsks()
    await passTo('Tue 2026-11-24 12:30')
    await kept.ask(api.waits.noReplyNeeded, { id: waitId })
    await passTo('Tue 2026-11-24 12:31')
    const last = await kept.ask(api.operations.last, {})
    await kept.ask(api.operations.undo, { id: last?.id as OperationId })
    await passTo('Tue 2026-11-24 12:32')
    expect(titles()).toHaveLength(1)

    await passTo('Tue 2026-11-24 13:45')
    expect(titles()).toHaveLength(2)
  })
})

describe('who was put aside', () => {
  it('is told of when due, though a day that opens after all brings that forward', async () => {
    const [id] = await kept.ask(api.calendar.addException, { onDay: '2026-11-25', spans: [], what: 'Away' })
    const imogen = await aClient('Imogen Clarke')
    kept.setNow(at('Tue 2026-11-24 16:30'))
    const { waitId } = await asks(imogen, 'Could we move the tasting to the 8th?', kept.now())
    const snoozed = { item: 'wait', itemId: waitId, showOn: '2026-11-26', showTime: '09:00' } as const
    await kept.ask(api.snoozes.snooze, snoozed)
    await kept.ask(api.calendar.removeException, { id: id as ExceptionId })

    for (const moment of ['Wed 2026-11-25 11:30', 'Wed 2026-11-25 11:59', 'Wed 2026-11-25 12:00']) {
      kept.setNow(at(moment))
      await tell()
    }

    expect(kept.host.notes.map(({ title }) => title)).toEqual(['Imogen has waited your four hours'])
    expect((await kept.ask(api.today.show, {})).waiting).toHaveLength(1)
  })
})

describe('a system that shows no notes', () => {
  it.each([
    ['refuses', () => (kept.host.refusesNotes = true)],
    [
      'fails',
      () => {
        kept.host.shell = { ...kept.host.shell, showNotes: () => Promise.reject(new Error('No bus')) }
      },
    ],
    [
      'throws',
      () => {
        kept.host.shell = {
          ...kept.host.shell,
          showNotes() {
            throw new Error('No bus')
          },
        }
      },
    ],
    [
      'never answers',
      () => {
        kept.host.shell = { ...kept.host.shell, showNotes: () => new Promise(() => undefined) }
      },
    ],
  ])('%s: what came due is in the window, and that is said once a day', async (_, play) => {
    play()
    await imogenAsks()
    kept.setNow(at('Tue 2026-11-24 12:30'))

    expect(await tell()).toEqual({ delivered: 1, shown: 0 })
    expect((await kept.ask(api.nudges.show, {})).isUnavailable).toBe(true)
    expect(await rowsOf(kept.store, 'reminder_setting')).toMatchObject([{ unavailable_on: '2026-11-24' }])
    const before = changes()
    await tell()
    expect(changes()).toBe(before)
    kept.setNow(at('Wed 2026-11-25 09:00'))
    expect((await kept.ask(api.nudges.show, {})).isUnavailable).toBe(false)
  })

  it('loses nothing where Kept dies between keeping a note and showing it', async () => {
    await imogenAsks()
    kept.setNow(at('Tue 2026-11-24 12:30'))
    kept.host.shell = { ...kept.host.shell, showNotes: () => new Promise(() => undefined) }
    const dying = tell()
    while ((await rowsOf(kept.store, 'note')).length === 0)
      await new Promise((resume) => setImmediate(resume))

    const next = await openTestBackend({ now: kept.now() + minute, store: kept.store })
    const told = await next.ask(api.nudges.tell, {})

    expect(told).toEqual({ delivered: 0, shown: 0 })
    expect(await rowsOf(kept.store, 'nudge')).toMatchObject([{ stage: 'last-eighth', acknowledged_at: null }])
    await dying
  })
})

describe('a note’s button', () => {
  /** Imogen is told of at 12:30; the note's id is 1. */
  async function told() {
    const imogen = await imogenAsks()
    kept.setNow(at('Tue 2026-11-24 12:30'))
    await tell()
    return imogen
  }
  const answer = (act: 'acknowledge' | 'reply' | 'in-15-minutes' | 'see-today' | 'later' | 'undo') =>
    kept.ask(api.nudges.answer, { id: kept.host.notes[0]?.id as NoteId, act })
  const account = () =>
    kept.ask(api.mail.setAccount, {
      revision: null,
      host: 'localhost',
      port: 2525,
      security: 'none',
      user: null,
      fromName: 'Hazel Marsh',
      fromAddress: 'hazel@marsh.example',
    })

  it('acknowledges in place, and a note follows that can take it back', async () => {
    await account()
    await told()

    const { place, note } = await answer('acknowledge')

    expect(place).toBeNull()
    expect(note).toMatchObject({
      id: null,
      kind: 'held',
      title: 'Acknowledged Imogen',
      text: 'You promised a full answer by Wed 25 Nov.',
      acts: [{ act: 'undo', label: 'Undo' }],
    })
    expect(await rowsOf(kept.store, 'wait')).toMatchObject([{ ended_by: 'acknowledgement' }])
    expect(await rowsOf(kept.store, 'letter')).toMatchObject([{ kind: 'acknowledge', state: 'queued' }])

    await kept.ask(api.operations.undo, { id: note?.operationId as OperationId })

    expect(await rowsOf(kept.store, 'wait')).toMatchObject([{ ended_at: null }])
    expect(await rowsOf(kept.store, 'promise')).toEqual([])
    expect(await rowsOf(kept.store, 'letter')).toEqual([])
  })

  it('refuses what acknowledging refuses, and changes nothing', async () => {
    await told()

    await expect(answer('acknowledge')).rejects.toMatchObject({
      code: 'E_NO_ACCOUNT',
    } satisfies Partial<Refusal>)
    expect(await rowsOf(kept.store, 'nudge')).toMatchObject([{ acknowledged_at: null }])
  })

  it('leads to Today', async () => {
    await told()

    expect(await answer('see-today')).toEqual({ place: '#/today', note: null })
  })

  it('leads to the letter that answers the one who waits', async () => {
    await told()

    expect(await answer('reply')).toEqual({ place: '#/today/wait-1/reply', note: null })
  })

  it('puts the note off for a quarter of an hour, once', async () => {
    await told()
    await answer('in-15-minutes')
    const nextAt = (await kept.ask(api.nudges.health, {})).nextDueAt

    kept.setNow(at('Tue 2026-11-24 12:44'))
    await tell()
    expect(kept.host.notes).toHaveLength(1)
    kept.setNow(at('Tue 2026-11-24 12:45'))
    await tell()
    await tell()

    expect(nextAt).toBe(at('Tue 2026-11-24 12:45'))
    expect(kept.host.notes.map(({ id, title }) => [id, title])).toEqual([
      [1, 'Imogen has 30 minutes left of your four hours'],
      [2, 'Imogen has 15 minutes left of your four hours'],
    ])
  })

  it.each(['acknowledge', 'reply', 'in-15-minutes', 'later'] as const)(
    'says that nothing is left where the client was answered meanwhile: %s',
    async (act) => {
      await account()
      const { waitId } = await told()
      await kept.ask(api.waits.noReplyNeeded, { id: waitId })

      await expect(answer(act)).rejects.toMatchObject({ code: 'E_NOTE_GONE' })
    },
  )
})

describe('how well reminders run', () => {
  it('is known from what came in time, late, and while nobody was there', async () => {
    const scan = at('Tue 2026-11-24 12:29')
    kept.host.watch = () => ({ lastScanAt: scan, restartedAt: null })
    await imogenAsks()
    await tell()
    kept.setNow(at('Tue 2026-11-24 12:31'))
    await tell()
    kept.setNow(at('Tue 2026-11-24 14:00'))
    await tell()

    const health = await kept.ask(api.nudges.health, {})

    expect(await rowsOf(kept.store, 'nudge')).toMatchObject([
      { stage: 'last-eighth', timing: 'late' },
      { stage: 'due', timing: 'missed' },
    ])
    expect(health).toEqual({
      lastScanAt: scan,
      restartedAt: null,
      nextDueAt: at('Tue 2026-11-24 17:00'),
      lateCount: 1,
      missedCount: 1,
    })
  })

  it('counts nothing against Kept that it learnt of late', async () => {
    await tell()
    kept.setNow(at('Tue 2026-11-24 14:00'))
    await tell()
    await imogenAsks('Where are you?', at('Mon 2026-11-23 09:00'))
    await tell()

    const { lateCount, missedCount } = await kept.ask(api.nudges.health, {})

    expect([lateCount, missedCount]).toEqual([0, 0])
    expect((await kept.ask(api.nudges.show, {})).away).toEqual([])
  })

  it('says where looking had stopped', async () => {
    await imogenAsks()
    await tell()
    kept.setNow(at('Tue 2026-11-24 12:40'))
    kept.host.watch = () => ({ lastScanAt: null, restartedAt: kept.now() })

    await tell()

    expect(await rowsOf(kept.store, 'nudge')).toMatchObject([{ timing: 'late' }])
  })
})

describe('what was missed', () => {
  it('is listed oldest first until it was seen', async () => {
    await imogenAsks()
    const tom = await aClient('Tom Hollis')
    await promise(tom.clientId, 'the coach times', '2026-11-24', '12:00')
    await tell()
    kept.setNow(at('Tue 2026-11-24 15:00'))
    await tell()

    const { away } = await kept.ask(api.nudges.show, {})

    expect(away.map(({ clientName, text, dueAt, place }) => [clientName, text, dueAt, place])).toEqual([
      [null, '1 promise is due today', at('Tue 2026-11-24 09:00'), '#/today'],
      ['Tom Hollis', 'Coach times were due', at('Tue 2026-11-24 12:00'), '#/today/promise-1'],
      ['Imogen Clarke', 'Imogen has waited your four hours', at('Tue 2026-11-24 13:00'), '#/today/wait-1'],
    ])
    expect(kept.host.notes.map(({ kind, title }) => [kind, title])).toEqual([
      ['away', 'While you were away (3)'],
    ])

    await kept.ask(api.nudges.acknowledge, { ids: [...away.map(({ nudgeId }) => nudgeId), 99 as NudgeId] })

    expect((await kept.ask(api.nudges.show, {})).away).toEqual([])
  })
})

describe('many at the same minute', () => {
  it.each([
    [1, ['wait']],
    [2, ['wait', 'wait']],
    [3, ['wait', 'wait', 'wait']],
    [4, ['bundle']],
    [50, ['bundle']],
    [500, ['bundle']],
  ])('%i are all delivered, and told as %s', async (n, kinds) => {
    await kept.store.write(async (db) => {
      for (let id = 1; id <= n; id++) await insertWaiting(db, id)
    })
    kept.setNow(at('Tue 2026-11-24 12:30'))

    const told = await tell()

    expect(told).toEqual({ delivered: n, shown: kinds.length })
    expect(kept.host.notes.map(({ kind }) => kind)).toEqual(kinds)
    expect((await rowsOf(kept.store, 'nudge')).every(({ note_id }) => note_id !== null)).toBe(true)
  })
})

/** Somebody who waits since nine for an answer by one o'clock. */
async function insertWaiting(db: WriteDb, n: number) {
  const moment = at('Tue 2026-11-24 09:00')
  const client = await insertRow(db, 'client', {
    name: `Client ${n}`,
    stage: 'current',
    added_at: 0,
    short_name: null,
    sent_by_client_id: null,
    language: null,
    zone: null,
    last_inbound_at: null,
    last_outbound_at: null,
    last_extra_at: null,
    archived_at: null,
  })
  const conversation = await insertRow(db, 'conversation', {
    client_id: client.id,
    project_id: null,
    subject: null,
    last_activity_at: moment,
  })
  const whose = { client_id: client.id, conversation_id: conversation.id, person_id: null }
  const message = await insertRow(db, 'message', {
    ...whose,
    direction: 'inbound',
    channel: 'email',
    at: moment,
    minutes: null,
    text: 'When?',
    gist: null,
    letter_id: null,
    is_human: 1,
  })
  const clocks = {
    waiting_since: moment,
    ack_minutes: 240,
    ack_due_at: moment + 4 * hour,
    acked_at: null,
    answer_days: 1,
    answer_due_at: moment + 32 * hour,
    answer_promise_id: null,
    answered_at: null,
  }
  await insertRow(db, 'wait', {
    ...whose,
    ...clocks,
    first_message_id: message.id,
    because: 'usual',
    standard_id: StandardId.parse(1),
    calendar_version: 1,
    ended_at: null,
    ended_by: null,
  })
}
