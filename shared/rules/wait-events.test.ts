import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ConversationId, PromiseId } from '../domain/ids'
import type { Channel, Direction } from '../domain/message'
import { at, aWait } from '../testing'
import { endsWait, endWait, eventOf, firstUnanswered, stopsAcknowledge, type WaitEvent } from './wait-events'

const conversationId = ConversationId.parse(1)
const promiseId = PromiseId.parse(7)
const wait = aWait({ conversationId, waitingSince: at('Fri 2026-11-20 17:00') })
const when = { conversationId, at: at('Mon 2026-11-23 10:00') }

const aMessage = (
  direction: Direction,
  channel: Channel,
  moment = 'Mon 2026-11-23 10:00',
  isHuman = true,
) => ({
  conversationId,
  direction,
  channel,
  at: at(moment),
  isHuman,
})

describe('what a message means to the clocks', () => {
  it('is something of theirs that asks for a reply when it is a mail, a voicemail or a text', () => {
    for (const channel of ['email', 'voicemail', 'text'] as const)
      expect(eventOf(aMessage('inbound', channel)).kind).toBe('inbound')
  })

  it('is nothing that asks when it is a call, a meeting, an automatic reply, a note or a letter of ours', () => {
    const others = [
      aMessage('inbound', 'call'),
      aMessage('inbound', 'meeting'),
      aMessage('inbound', 'email', 'Mon 2026-11-23 10:00', false),
      aMessage('internal', 'note'),
      aMessage('outbound', 'email'),
    ]
    for (const message of others) expect(eventOf(message).kind).not.toBe('inbound')
  })
})

describe('what ends a wait', () => {
  it('is a reply, a call, a meeting, an acknowledgement with a date, or no reply needed', () => {
    expect(endsWait(wait, eventOf(aMessage('outbound', 'email')))).toBe('reply')
    expect(endsWait(wait, eventOf(aMessage('outbound', 'text')))).toBe('reply')
    expect(endsWait(wait, eventOf(aMessage('outbound', 'call')))).toBe('call')
    expect(endsWait(wait, eventOf(aMessage('inbound', 'call')))).toBe('call')
    expect(endsWait(wait, eventOf(aMessage('outbound', 'meeting')))).toBe('meeting')
    expect(endsWait(wait, { ...when, kind: 'acknowledgement', promiseId })).toBe('acknowledgement')
    expect(endsWait(wait, { ...when, kind: 'no-reply-needed' })).toBe('no-reply-needed')
  })

  it('is not an automatic reply, an opened message, a note, a chaser or an acknowledgement without a date', () => {
    const others: WaitEvent[] = [
      eventOf(aMessage('outbound', 'email', 'Mon 2026-11-23 10:00', false)),
      eventOf(aMessage('internal', 'note')),
      eventOf(aMessage('internal', 'call')),
      eventOf(aMessage('inbound', 'text')),
      { ...when, kind: 'read' },
      { ...when, kind: 'acknowledgement', promiseId: null },
    ]
    for (const event of others) {
      expect(endsWait(wait, event)).toBeNull()
      expect(stopsAcknowledge(event)).toBe(false)
      expect(endWait(wait, event)).toBe(wait)
    }
  })

  it('is not what was said in another conversation', () => {
    expect(endsWait(wait, { ...when, kind: 'reply', conversationId: ConversationId.parse(2) })).toBeNull()
  })

  it('is not a call that was made before the message came and is logged later', () => {
    expect(endsWait(wait, { ...when, kind: 'call', at: at('Fri 2026-11-20 16:59') })).toBeNull()
  })

  it('is nothing more once it has ended', () => {
    const ended = endWait(wait, { ...when, kind: 'reply' })
    expect(endWait(ended, { ...when, kind: 'call', at: when.at + 1 })).toBe(ended)
  })
})

describe('a wait that has ended', () => {
  it('is acknowledged and answered by a reply, with its due times as they were', () => {
    expect(endWait(wait, { ...when, kind: 'reply' })).toEqual({
      ...wait,
      ackedAt: when.at,
      answeredAt: when.at,
      endedAt: when.at,
      endedBy: 'reply',
    })
  })

  it('hands the answer to the promise of its acknowledgement', () => {
    expect(endWait(wait, { ...when, kind: 'acknowledgement', promiseId })).toEqual({
      ...wait,
      ackedAt: when.at,
      answerPromiseId: promiseId,
      endedAt: when.at,
      endedBy: 'acknowledgement',
    })
  })

  it('has no answer when none was needed', () => {
    expect(endWait(wait, { ...when, kind: 'no-reply-needed' })).toEqual({
      ...wait,
      endedAt: when.at,
      endedBy: 'no-reply-needed',
    })
    expect(stopsAcknowledge({ ...when, kind: 'no-reply-needed' })).toBe(false)
  })
})

describe('the first unanswered message', () => {
  const first = aMessage('inbound', 'email', 'Fri 2026-11-20 17:00')
  const chaser = aMessage('inbound', 'text', 'Mon 2026-11-23 09:00')

  it('is the first of theirs after our last word, whatever the order of logging', () => {
    const old = aMessage('inbound', 'email', 'Thu 2026-11-19 10:00')
    const reply = aMessage('outbound', 'email', 'Thu 2026-11-19 11:00')
    expect(firstUnanswered([chaser, reply, first, old], null)).toBe(first)
  })

  it('is not moved by a chaser or by an automatic reply of ours', () => {
    const auto = aMessage('outbound', 'email', 'Fri 2026-11-20 17:01', false)
    expect(firstUnanswered([first, auto, chaser], null)).toBe(first)
  })

  it('is none after a call, and none where no reply was needed', () => {
    expect(firstUnanswered([first, aMessage('inbound', 'call', 'Mon 2026-11-23 10:00')], null)).toBeNull()
    expect(firstUnanswered([first], first.at)).toBeNull()
    expect(firstUnanswered([], null)).toBeNull()
  })

  it('is what waits being started and ended one after another come to', () => {
    const anyMessage = fc.record({
      conversationId: fc.constant(conversationId),
      direction: fc.constantFrom<Direction>('inbound', 'outbound', 'internal'),
      channel: fc.constantFrom<Channel>('email', 'call', 'voicemail', 'text', 'meeting', 'note'),
      at: fc.integer({ min: 0, max: 1_000_000 }),
      isHuman: fc.boolean(),
    })
    const anyHistory = fc.uniqueArray(anyMessage, { maxLength: 12, selector: (message) => message.at })
    fc.assert(
      fc.property(anyHistory, (history) => {
        const inOrder = history.toSorted((a, b) => a.at - b.at)
        const last = inOrder.reduce<typeof wait | null>((latest, message) => {
          const event = eventOf(message)
          if (event.kind === 'inbound' && latest?.endedAt !== null)
            return aWait({ conversationId, waitingSince: event.at })
          return latest === null ? null : endWait(latest, event)
        }, null)
        const waitingSince = last === null || last.endedAt !== null ? null : last.waitingSince
        expect(firstUnanswered(history, null)?.at ?? null).toBe(waitingSince)
      }),
    )
  })
})
