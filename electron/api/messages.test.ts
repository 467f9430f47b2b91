import fc from 'fast-check'
import { afterEach, describe, expect, it } from 'vitest'
import { insertMove } from '../../db/promise-moves'
import { insertPromise } from '../../db/promises'
import { insertRow } from '../../db/record'
import { listMessages } from '../../db/messages'
import { rowsOf } from '../../db/testing'
import type { InputOf } from '../../shared/api/contract'
import { api } from '../../shared/api/index'
import {
  OperationId,
  WaitId,
  type ClientId,
  type ConversationId,
  type PersonId,
  type PromiseId,
} from '../../shared/domain/ids'
import { hour, minute, type Instant } from '../../shared/lib/time'
import { firstUnanswered } from '../../shared/rules/wait-events'
import { aMove, aNewClient, aNewPerson, aNewProject, aPromise, at } from '../../shared/testing'
import { openTestBackend, type TestBackend } from '../testing'
import { recordOutbound } from './keep-message'

const open: TestBackend[] = []
afterEach(() => Promise.all(open.splice(0).map((backend) => backend.close())))

type NewClient = InputOf<typeof api.clients.add>
type NewMessage = InputOf<typeof api.messages.log>

/** A backend with one client, Tom and Meera; log, and see what became of the waits. */
async function aDesk(differences: Partial<NewClient> = {}) {
  const backend = await openTestBackend()
  open.push(backend)
  const people = [aNewPerson('Tom Hollis'), aNewPerson('Meera Raman', { isInLetters: false })]
  const client = await backend.ask(api.clients.add, aNewClient('Priya & Tom', { people, ...differences }))
  const [tom = null, meera = null] = client.personIds as PersonId[]
  const log = (moment: string, message: Partial<NewMessage> = {}) =>
    backend.ask(api.messages.log, {
      clientId: client.id,
      personId: tom,
      channel: 'email',
      direction: 'inbound',
      at: at(moment),
      text: 'What if it rains?',
      ...message,
    })
  const waits = () => rowsOf(backend.store, 'wait')
  const undo = async () => {
    const last = await backend.ask(api.operations.last, {})
    if (last) await backend.ask(api.operations.undo, { id: last.id })
  }
  return { backend, clientId: client.id, projectId: client.projectId, tom, meera, log, waits, undo }
}

const reply = { direction: 'outbound' } as const
const call = { channel: 'call', direction: 'outbound' } as const
const dayOff = (onDay: string) => ({ onDay, spans: [], what: 'Day off' })

describe('what starts a wait', () => {
  it('is a voicemail of Fri 17:00 logged on Tue, due Mon 12:30, read back from its row', async () => {
    const { log, waits } = await aDesk()

    const logged = await log('Fri 2026-11-20 17:00', { channel: 'voicemail' })

    expect(await waits()).toMatchObject([
      {
        id: logged.startedWaitId,
        first_message_id: logged.messageId,
        waiting_since: at('Fri 2026-11-20 17:00'),
        ack_minutes: 240,
        ack_due_at: at('Mon 2026-11-23 12:30'),
        answer_due_at: at('Mon 2026-11-23 17:30'),
        because: 'usual',
        ended_at: null,
      },
    ])
  })

  it('is no chaser: waiting since never moves on', async () => {
    const { log, waits } = await aDesk()
    const first = await log('Mon 2026-11-23 10:00')

    const chaser = await log('Tue 2026-11-24 09:00')

    expect(chaser).toMatchObject({ conversationId: first.conversationId, startedWaitId: null })
    expect(await waits()).toMatchObject([{ waiting_since: at('Mon 2026-11-23 10:00') }])
  })

  it('is a second person of the same client too, in a conversation of their own', async () => {
    const { log, waits, meera } = await aDesk()
    const first = await log('Mon 2026-11-23 10:00')

    const second = await log('Mon 2026-11-23 11:00', { personId: meera })
    await log('Mon 2026-11-23 12:00', { ...reply, personId: meera })

    expect(second.conversationId).not.toBe(first.conversationId)
    expect(await waits()).toMatchObject([
      { conversation_id: first.conversationId, ended_at: null },
      { conversation_id: second.conversationId, ended_by: 'reply' },
    ])
  })

  it.each([
    ['a call from them', { channel: 'call', direction: 'inbound' }],
    ['a meeting', { channel: 'meeting', direction: 'inbound' }],
    ['a word of ours', { direction: 'outbound' }],
    ['a note to oneself', { channel: 'note', direction: 'internal' }],
  ] as const)('is not %s', async (_, message) => {
    const { log, waits } = await aDesk()

    await log('Mon 2026-11-23 10:00', message)

    expect(await waits()).toEqual([])
  })

  it('is not a message for an earlier moment that was answered since', async () => {
    const { log, waits } = await aDesk()
    const { conversationId } = await log('Mon 2026-11-23 10:00', reply)

    await log('Fri 2026-11-20 17:00', { conversationId, channel: 'voicemail' })

    expect(await waits()).toEqual([])
  })

  it('is moved back by an earlier message that is logged after it, its target kept', async () => {
    const { log, waits } = await aDesk()
    await log('Mon 2026-11-23 10:00')

    const earlier = await log('Fri 2026-11-20 17:00', { channel: 'voicemail' })

    expect(await waits()).toMatchObject([
      {
        first_message_id: earlier.messageId,
        waiting_since: at('Fri 2026-11-20 17:00'),
        ack_minutes: 240,
        ack_due_at: at('Mon 2026-11-23 12:30'),
      },
    ])
  })

  it('has the targets of an inquiry for a lead', async () => {
    const { log, waits } = await aDesk({ stage: 'lead' })

    await log('Tue 2026-11-24 10:00')

    expect(await waits()).toMatchObject([{ because: 'inquiry', ack_due_at: at('Tue 2026-11-24 11:00') }])
  })

  it('has the targets of the event week, whose Saturday counts for this client alone', async () => {
    const near = aNewProject({ eventOn: '2026-11-26' })
    const { log, waits, backend } = await aDesk({ project: near })
    const other = await backend.ask(api.clients.add, aNewClient('Ann'))

    await log('Fri 2026-11-20 17:00')
    await log('Fri 2026-11-20 17:00', { clientId: other.id, personId: null })

    expect(await waits()).toMatchObject([
      { because: 'event-week', ack_due_at: at('Sat 2026-11-21 09:30') },
      { because: 'usual', ack_due_at: at('Mon 2026-11-23 12:30') },
    ])
  })

  it('has the standards in force when the message came, and an open wait keeps them', async () => {
    const { log, waits, backend } = await aDesk()
    await log('Tue 2026-11-24 10:00')
    const { standard } = await backend.ask(api.standards.show, {})
    const { id: _id, fromAt: _from, ...details } = standard
    await backend.ask(api.standards.change, { ...details, ackMinutes: 60 })
    backend.setNow(at('Tue 2026-11-24 12:00'))

    await log('Tue 2026-11-24 11:00', { personId: null })

    expect((await waits()).map(({ ack_minutes }) => ack_minutes)).toEqual([240, 60])
    expect(await rowsOf(backend.store, 'standard')).toHaveLength(2)
  })
})

describe('what ends a wait', () => {
  it('is a reply, and a late one stays late', async () => {
    const { log, waits, backend } = await aDesk()
    await log('Fri 2026-11-20 17:00')

    const answered = await log('Tue 2026-11-24 10:00', reply)
    await backend.ask(api.calendar.addException, { onDay: '2026-11-23', spans: [], what: 'Day off' })

    expect(await waits()).toMatchObject([
      {
        id: answered.endedWaitId,
        ack_due_at: at('Mon 2026-11-23 12:30'),
        acked_at: at('Tue 2026-11-24 10:00'),
        answered_at: at('Tue 2026-11-24 10:00'),
        ended_at: at('Tue 2026-11-24 10:00'),
        ended_by: 'reply',
      },
    ])
  })

  it.each([
    ['call', 'outbound'],
    ['call', 'inbound'],
    ['meeting', 'outbound'],
  ] as const)('is a %s, %s: it ends both clocks', async (channel, direction) => {
    const { log, waits } = await aDesk()
    const asked = await log('Mon 2026-11-23 10:00')

    const logged = await log('Mon 2026-11-23 11:00', { channel, direction, minutes: 12 })

    expect(logged.conversationId).toBe(asked.conversationId)
    expect(await waits()).toMatchObject([
      {
        acked_at: at('Mon 2026-11-23 11:00'),
        answered_at: at('Mon 2026-11-23 11:00'),
        ended_by: channel,
      },
    ])
  })

  it('is no note to oneself', async () => {
    const { log, waits } = await aDesk()
    const { conversationId } = await log('Mon 2026-11-23 10:00')

    await log('Mon 2026-11-23 11:00', { channel: 'note', direction: 'internal', conversationId })

    expect(await waits()).toMatchObject([{ ended_at: null }])
  })

  it('is no call while several wait and nobody says which it was about', async () => {
    const { log, waits, meera } = await aDesk()
    await log('Mon 2026-11-23 10:00')
    await log('Mon 2026-11-23 10:30', { personId: meera })

    const logged = await log('Mon 2026-11-23 11:00', { ...call, personId: null })

    expect(logged.endedWaitId).toBeNull()
    expect((await waits()).map(({ ended_at }) => ended_at)).toEqual([null, null])
  })

  it('is no reply for a moment before they wrote', async () => {
    const { log, waits } = await aDesk()
    const { conversationId } = await log('Mon 2026-11-23 10:00')

    await log('Fri 2026-11-20 10:00', { ...reply, conversationId })

    expect(await waits()).toMatchObject([{ ended_at: null }])
  })

  it('is a reply between their first message and a chaser, who then waits since the chaser', async () => {
    const { log, waits } = await aDesk()
    await log('Mon 2026-11-23 10:00')
    const chaser = await log('Mon 2026-11-23 15:00')

    const logged = await log('Mon 2026-11-23 12:00', reply)

    expect(await waits()).toMatchObject([
      { ended_at: at('Mon 2026-11-23 12:00') },
      { id: logged.startedWaitId, first_message_id: chaser.messageId, ended_at: null },
    ])
  })

  it('is “no reply needed”, once', async () => {
    const { log, waits, backend } = await aDesk()
    const { startedWaitId } = await log('Tue 2026-11-24 10:00')
    const id = WaitId.parse(startedWaitId)

    await backend.ask(api.waits.noReplyNeeded, { id })

    expect(await waits()).toMatchObject([
      { ended_by: 'no-reply-needed', acked_at: null, answered_at: null, ended_at: backend.now() },
    ])
    expect(await backend.reply(api.waits.noReplyNeeded, { id })).toMatchObject({
      error: {
        code: 'E_WAIT_ENDED',
        message: 'Nobody waits here any more: this has been answered for Priya & Tom. Nothing was changed.',
      },
    })
  })

  it('is “I called them”, kept as a call', async () => {
    const { log, waits, backend, tom } = await aDesk()
    const { startedWaitId } = await log('Tue 2026-11-24 10:00')
    const id = WaitId.parse(startedWaitId)

    const called = await backend.ask(api.waits.called, { id, text: null })

    expect(called.endedWaitId).toBe(startedWaitId)
    expect(await waits()).toMatchObject([{ ended_by: 'call', ended_at: backend.now() }])
    expect((await rowsOf(backend.store, 'message')).at(-1)).toMatchObject({
      channel: 'call',
      direction: 'outbound',
      person_id: tom,
      at: backend.now(),
    })
    await expect(backend.ask(api.waits.called, { id, text: null })).rejects.toMatchObject({
      code: 'E_WAIT_ENDED',
    })
  })

  it('ends a wait that lies ahead, kept by another clock', async () => {
    const { log, waits, backend } = await aDesk()
    backend.setNow(at('Tue 2026-11-24 15:00'))
    const { startedWaitId, conversationId } = await log('Tue 2026-11-24 14:00')
    backend.setNow(at('Tue 2026-11-24 10:40'))

    await log('Tue 2026-11-24 10:40', { ...reply, conversationId })

    expect(await waits()).toMatchObject([{ id: startedWaitId, ended_at: at('Tue 2026-11-24 14:00') }])
  })
})

describe('after an acknowledgement', () => {
  /** They asked on Mon 10:00; the answer was promised, on Mon 11:00, for Thu 26 Nov. */
  async function acknowledged() {
    const desk = await aDesk()
    const { conversationId } = await desk.log('Mon 2026-11-23 10:00')
    const promiseId = await acknowledge(
      desk.backend,
      desk.clientId,
      conversationId,
      at('Mon 2026-11-23 11:00'),
    )
    return { ...desk, conversationId, promiseId }
  }

  it('the wait has ended and the promise carries the answer', async () => {
    const { waits, promiseId } = await acknowledged()

    expect(await waits()).toMatchObject([
      {
        ended_by: 'acknowledgement',
        acked_at: at('Mon 2026-11-23 11:00'),
        answered_at: null,
        answer_promise_id: promiseId,
      },
    ])
  })

  it('a chaser starts a new wait in the same conversation and leaves the old one alone', async () => {
    const { log, waits, conversationId } = await acknowledged()
    const [before] = await waits()

    const chaser = await log('Tue 2026-11-24 09:00')

    expect(chaser.conversationId).toBe(conversationId)
    expect(await waits()).toEqual([
      before,
      expect.objectContaining({ id: chaser.startedWaitId, waiting_since: at('Tue 2026-11-24 09:00') }),
    ])
  })

  it('a reply in that conversation keeps the promise, and says so', async () => {
    const { log, backend, conversationId, promiseId } = await acknowledged()

    const answered = await log('Tue 2026-11-24 10:00', { ...reply, conversationId })

    expect(answered.keptPromiseId).toBe(promiseId)
    expect(await rowsOf(backend.store, 'promise')).toMatchObject([
      { state: 'kept', ended_at: at('Tue 2026-11-24 10:00'), is_kept_late: 0 },
    ])
  })

  it('a reply after the promised day keeps it late', async () => {
    const { log, backend, conversationId } = await acknowledged()
    backend.setNow(at('Fri 2026-11-27 12:00'))

    await log('Fri 2026-11-27 09:00', { ...reply, conversationId })

    expect(await rowsOf(backend.store, 'promise')).toMatchObject([{ state: 'kept', is_kept_late: 1 }])
  })

  it('a call in the chaser’s conversation ends its wait and keeps the promise', async () => {
    const { log, waits, promiseId } = await acknowledged()
    await log('Tue 2026-11-24 09:00')

    const called = await log('Tue 2026-11-24 10:00', call)

    expect(called).toMatchObject({ keptPromiseId: promiseId })
    expect((await waits()).at(-1)).toMatchObject({ id: called.endedWaitId, ended_by: 'call' })
  })

  it('a chaser acknowledged with the same date is answered by the one reply', async () => {
    const { log, backend, clientId, conversationId, promiseId } = await acknowledged()
    await log('Tue 2026-11-24 09:00')
    const words = { text: 'Still Thursday.', subject: null, gist: null, minutes: null, personId: null }
    const again = { clientId, conversationId, channel: 'email', at: at('Tue 2026-11-24 09:30') } as const
    await backend.store.write((db) =>
      recordOutbound(db, { ...again, ...words, acknowledges: promiseId }, again.at),
    )

    const answered = await log('Tue 2026-11-24 10:00', { ...reply, conversationId })

    expect(answered.keptPromiseId).toBe(promiseId)
    expect(await rowsOf(backend.store, 'promise')).toMatchObject([{ state: 'kept' }])
  })

  it('a reply elsewhere, or one for a moment before it, keeps nothing', async () => {
    const { log, backend, conversationId } = await acknowledged()

    const elsewhere = await log('Tue 2026-11-24 10:00', reply)
    const before = await log('Mon 2026-11-23 10:30', { ...reply, conversationId })

    expect([elsewhere.keptPromiseId, before.keptPromiseId]).toEqual([null, null])
    expect(await rowsOf(backend.store, 'promise')).toMatchObject([{ state: 'open' }])
  })

  it('undo of the reply opens the promise again', async () => {
    const { log, backend, conversationId, undo } = await acknowledged()
    await log('Tue 2026-11-24 10:00', { ...reply, conversationId })

    await undo()

    expect(await rowsOf(backend.store, 'promise')).toMatchObject([{ state: 'open', ended_at: null }])
  })
})

describe('an answer to a moved date', () => {
  it('is the first message after the letter that moved it', async () => {
    const { log, backend, clientId } = await aDesk()
    const { conversationId } = await moveByLetter(backend, clientId, at('Mon 2026-11-23 10:00'))

    const first = await log('Mon 2026-11-23 11:00', { conversationId, text: 'No rush at all.' })
    await log('Mon 2026-11-23 12:00', { conversationId, text: 'And another thing.' })

    expect(await rowsOf(backend.store, 'promise_move')).toMatchObject([{ reply_message_id: first.messageId }])
    expect(await backend.ask(api.clients.timeline, { id: clientId, kind: 'promises' })).toContainEqual(
      expect.objectContaining({ kind: 'promise-moved', replyText: 'No rush at all.', replyWho: 'Tom' }),
    )
  })
})

describe('undo', () => {
  it('of a logged reply reopens the wait as if it had never stopped', async () => {
    const { log, waits, undo } = await aDesk()
    await log('Fri 2026-11-20 17:00')
    const before = await waits()
    await log('Tue 2026-11-24 10:00', reply)

    await undo()

    expect(await waits()).toEqual(before)
  })

  it('of a reply counts the wait by the calendar of today, changed meanwhile', async () => {
    const { log, waits, backend } = await aDesk()
    await log('Tue 2026-11-24 10:00')
    await log('Tue 2026-11-24 10:30', reply)
    const replied = await backend.ask(api.operations.last, {})
    await backend.ask(api.calendar.changeHours, {
      spans: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opensAt: '09:00', closesAt: '12:00' })),
    })

    await backend.ask(api.operations.undo, { id: OperationId.parse(replied?.id) })

    expect(await waits()).toMatchObject([{ ended_at: null, ack_due_at: at('Wed 2026-11-25 11:00') }])
  })

  it('of a reply that was late leaves the wait late, although that day was taken off since', async () => {
    const { log, waits, backend } = await aDesk()
    await log('Fri 2026-11-20 17:00')
    await log('Tue 2026-11-24 10:00', reply)
    const replied = await backend.ask(api.operations.last, {})
    await backend.ask(api.calendar.addException, dayOff('2026-11-23'))

    await backend.ask(api.operations.undo, { id: OperationId.parse(replied?.id) })

    expect(await waits()).toMatchObject([{ ended_at: null, ack_due_at: at('Mon 2026-11-23 12:30') }])
  })

  it('of a change of the calendar leaves a wait alone that was answered in time by it', async () => {
    const { log, waits, backend } = await aDesk()
    backend.setNow(at('Mon 2026-11-23 08:00'))
    await log('Fri 2026-11-20 17:00')
    await backend.ask(api.calendar.addException, dayOff('2026-11-23'))
    const changed = await backend.ask(api.operations.last, {})
    backend.setNow(at('Tue 2026-11-24 08:00'))
    await log('Mon 2026-11-23 15:00', reply)
    const [answered] = await waits()

    await backend.ask(api.operations.undo, { id: OperationId.parse(changed?.id) })

    expect(answered).toMatchObject({ ack_due_at: at('Tue 2026-11-24 12:30'), ended_by: 'reply' })
    expect(await waits()).toEqual([answered])
  })

  it('of a calendar changed twice counts by the change that stays', async () => {
    const { log, waits, backend } = await aDesk()
    backend.setNow(at('Mon 2026-11-23 08:00'))
    await log('Fri 2026-11-20 17:00')
    await backend.ask(api.calendar.addException, dayOff('2026-11-23'))
    const first = await backend.ask(api.operations.last, {})
    await backend.ask(api.calendar.addException, dayOff('2026-11-24'))

    await backend.ask(api.operations.undo, { id: OperationId.parse(first?.id) })

    expect(await waits()).toMatchObject([{ ack_due_at: at('Mon 2026-11-23 12:30') }])
  })

  it('of a reply comes too late when a later word has answered them as well', async () => {
    const { log, waits, backend, clientId, tom } = await aDesk()
    const { conversationId } = await log('Tue 2026-11-24 09:00')
    await log('Tue 2026-11-24 10:30', { ...reply, conversationId })
    const replied = await backend.ask(api.operations.last, {})
    const before = await waits()

    const earlier = { clientId, personId: tom, conversationId, at: at('Tue 2026-11-24 10:00'), text: 'Rang.' }
    await backend.ask(api.messages.log, { ...earlier, ...call })

    await expect(
      backend.ask(api.operations.undo, { id: OperationId.parse(replied?.id) }),
    ).rejects.toMatchObject({ code: 'E_UNDO_TOO_LATE' })
    expect(await waits()).toEqual(before)
  })

  it('of a message comes too late when another of theirs hangs on its wait', async () => {
    const { log, waits, backend } = await aDesk()
    const { conversationId } = await log('Tue 2026-11-24 08:00', { channel: 'note', direction: 'internal' })
    await log('Tue 2026-11-24 10:00', { conversationId })
    const first = await backend.ask(api.operations.last, {})
    await log('Tue 2026-11-24 10:00', { conversationId, text: 'Are you there?' })

    await expect(
      backend.ask(api.operations.undo, { id: OperationId.parse(first?.id) }),
    ).rejects.toMatchObject({ code: 'E_UNDO_TOO_LATE' })
    expect(await waits()).toMatchObject([{ ended_at: null }])
  })

  it('of an inbound message takes its wait and its conversation back', async () => {
    const { log, waits, undo, backend } = await aDesk()
    await log('Tue 2026-11-24 10:00')

    await undo()

    expect(await waits()).toEqual([])
    expect(await rowsOf(backend.store, 'conversation')).toEqual([])
    expect(await rowsOf(backend.store, 'client')).toMatchObject([{ last_inbound_at: null }])
  })
})

describe('logging', () => {
  it('refuses a moment more than a minute ahead, naming it', async () => {
    const { log, backend, clientId } = await aDesk()
    const input = { clientId, channel: 'text', direction: 'inbound', text: 'Hello' } as const

    const ahead = await backend.reply(api.messages.log, {
      ...input,
      personId: null,
      at: backend.now() + 2 * minute,
    })

    expect(ahead).toMatchObject({
      error: {
        code: 'E_FUTURE_MOMENT',
        message: 'Please check “at”. Tuesday 24 November, 10:42 has not come yet; log what has happened.',
      },
    })
    await expect(log('Tue 2026-11-24 10:41')).resolves.toBeDefined()
  })

  it('starts no clock that nobody would see: an archived client is brought back first', async () => {
    const { log, backend, clientId } = await aDesk()
    await backend.ask(api.clients.archive, { id: clientId })

    await expect(log('Tue 2026-11-24 10:00')).rejects.toMatchObject({ code: 'E_CLIENT_ARCHIVED' })
    await expect(
      log('Tue 2026-11-24 10:00', { channel: 'note', direction: 'internal' }),
    ).resolves.toBeDefined()
  })

  it('refuses a note that is not internal, and what is internal but no note', async () => {
    const { log } = await aDesk()
    const wrong = { code: 'E_NOTE_INTERNAL' }

    await expect(log('Tue 2026-11-24 10:00', { channel: 'note' })).rejects.toMatchObject(wrong)
    await expect(log('Tue 2026-11-24 10:00', { direction: 'internal' })).rejects.toMatchObject(wrong)
  })

  it('refuses people and conversations of another client', async () => {
    const { log, backend, tom } = await aDesk()
    const { conversationId } = await log('Mon 2026-11-23 10:00')
    const other = await backend.ask(api.clients.add, aNewClient('Ann'))
    const whose = { clientId: other.id, personId: null }

    await expect(log('Mon 2026-11-23 10:00', { ...whose, personId: tom })).rejects.toMatchObject({
      code: 'E_OTHER_CLIENT',
      values: { field: 'personId' },
    })
    await expect(log('Mon 2026-11-23 10:00', { ...whose, conversationId })).rejects.toMatchObject({
      code: 'E_OTHER_CLIENT',
      values: { field: 'conversationId' },
    })
  })

  it('moves last heard, last written and last activity forward only', async () => {
    const { log, backend } = await aDesk()
    await log('Mon 2026-11-23 10:00')
    await log('Mon 2026-11-23 11:00', reply)
    const { conversationId } = await log('Fri 2026-11-20 10:00')

    await log('Fri 2026-11-20 11:00', { ...reply, conversationId })

    expect(await rowsOf(backend.store, 'client')).toMatchObject([
      { last_inbound_at: at('Mon 2026-11-23 10:00'), last_outbound_at: at('Mon 2026-11-23 11:00') },
    ])
    expect((await rowsOf(backend.store, 'conversation'))[0]?.last_activity_at).toBe(
      at('Mon 2026-11-23 11:00'),
    )
  })

  it('is about the client’s only open project', async () => {
    const { log, backend, projectId } = await aDesk({ project: aNewProject() })

    await log('Mon 2026-11-23 10:00', { subject: 'Rain' })

    expect(await rowsOf(backend.store, 'conversation')).toMatchObject([
      { project_id: projectId, subject: 'Rain' },
    ])
  })

  it('is read back as a conversation, oldest first', async () => {
    const { log, backend } = await aDesk()
    const { conversationId } = await log('Mon 2026-11-23 10:00', { subject: 'Rain', gist: 'the weather' })
    await log('Fri 2026-11-20 10:00', { text: 'Before that', conversationId })

    const read = await backend.ask(api.messages.conversation, { id: conversationId })

    expect(read.conversation).toMatchObject({ subject: 'Rain' })
    expect(read.messages.map(({ text }) => text)).toEqual(['Before that', 'What if it rains?'])
  })

  it('is done once for one operation id', async () => {
    const { log, backend } = await aDesk()
    const operationId = crypto.randomUUID()

    const first = await log('Mon 2026-11-23 10:00', { operationId })
    const again = await log('Mon 2026-11-23 10:00', { operationId })

    expect(again).toEqual(first)
    expect(await rowsOf(backend.store, 'message')).toHaveLength(1)
  })

  it('in any order leaves open whoever nobody has answered, since their first message', async () => {
    const said = fc.record({
      hours: fc.integer({ min: 0, max: 200 }),
      what: fc.constantFrom<Partial<NewMessage>>(
        {},
        { channel: 'voicemail' },
        reply,
        call,
        { channel: 'call' },
        { channel: 'note', direction: 'internal' },
      ),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(said, { minLength: 1, maxLength: 12 }), async (all) => {
        const { backend, log } = await aDesk()
        const { conversationId } = await log('Tue 2026-11-10 10:00', {
          channel: 'note',
          direction: 'internal',
        })
        for (const { hours, what } of all) {
          const moment = at('Fri 2026-11-13 09:00') + hours * hour
          await log('Fri 2026-11-13 09:00', { ...what, at: moment, conversationId })
        }

        const messages = await listMessages(backend.store.read, conversationId)
        const waiting = firstUnanswered(messages, null)

        const waits = (await rowsOf(backend.store, 'wait')).filter(({ ended_at }) => ended_at === null)
        expect(waits.map(({ waiting_since }) => waiting_since)).toEqual(waiting === null ? [] : [waiting.at])
      }),
      { numRuns: 30 },
    )
  }, 60_000)
})

/** Sends an acknowledgement the way a letter does: the promise first, then the words that make it. */
const acknowledge = (
  backend: TestBackend,
  clientId: ClientId,
  conversationId: ConversationId,
  sentAt: Instant,
): Promise<PromiseId> =>
  backend.store.write(async (db) => {
    const { id, revision, ...promise } = aPromise({ clientId, conversationId, saidAt: sentAt })
    const made = await insertPromise(db, promise)
    const words = { text: 'You will have it by Thursday.', subject: null, gist: null, minutes: null }
    const letter = { clientId, conversationId, personId: null, channel: 'email', at: sentAt } as const
    await recordOutbound(db, { ...letter, ...words, acknowledges: made.id }, sentAt)
    return made.id
  })

/** Sends a letter that moves the date of a promise. */
const moveByLetter = (backend: TestBackend, clientId: ClientId, sentAt: Instant) =>
  backend.store.write(async (db) => {
    const { id: letterId } = await insertRow(db, 'letter', {
      kind: 'move-the-date',
      client_id: clientId,
      recipients: '[]',
      fields: '{}',
      state: 'sent',
      drafted_at: sentAt,
      saved_at: sentAt,
    })
    const { id, revision, ...promise } = aPromise({ clientId })
    const { id: promiseId } = await insertPromise(db, promise)
    const { id: moveId, ...move } = aMove({ clientId, promiseId, letterId, at: sentAt })
    await insertMove(db, move)
    const words = { text: 'It will be Thursday.', subject: 'A new date', gist: null, minutes: null }
    const letter = { clientId, conversationId: null, personId: null, channel: 'email', at: sentAt } as const
    return recordOutbound(db, { ...letter, ...words, letterId }, sentAt)
  })
