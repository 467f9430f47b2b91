import type { ConversationId, PromiseId } from '../domain/ids'
import type { Message } from '../domain/message'
import type { Wait, WaitEnd } from '../domain/wait'
import { assertNever } from '../lib/assert'
import type { Instant } from '../lib/time'

/**
 * Something that happened in a conversation, as its clocks see it. `inbound` is anything of theirs that asks
 * for a reply; an acknowledgement names the promise it made, null where it gave no date.
 */
export type WaitEvent = { readonly conversationId: ConversationId; readonly at: Instant } & (
  | { readonly kind: 'inbound' | 'reply' | 'call' | 'meeting' | 'no-reply-needed' }
  | { readonly kind: 'auto-reply' | 'read' | 'internal-note' }
  | { readonly kind: 'acknowledgement'; readonly promiseId: PromiseId | null }
)

type Said = Pick<Message, 'conversationId' | 'direction' | 'channel' | 'at' | 'isHuman'>

/** What a message means to the clocks; a call or a meeting is one, whoever began it. */
export function eventOf({ conversationId, direction, channel, at, isHuman }: Said): WaitEvent {
  const when = { conversationId, at }
  if (direction === 'internal' || channel === 'note') return { ...when, kind: 'internal-note' }
  if (!isHuman) return { ...when, kind: 'auto-reply' }
  if (channel === 'call' || channel === 'meeting') return { ...when, kind: channel }
  return { ...when, kind: direction === 'outbound' ? 'reply' : 'inbound' }
}

/** Whether it is a human sign of life: a reply, a call, a meeting, or an acknowledgement with a date. */
export function stopsAcknowledge(event: WaitEvent): boolean {
  const end = endOf(event)
  return end !== null && end !== 'no-reply-needed'
}

/**
 * What ends this wait, if this event does: it must lie in the same conversation and not before the message that waits.
 * An automatic reply, opening the message and a note to oneself end nothing.
 */
export function endsWait(
  wait: Pick<Wait, 'conversationId' | 'waitingSince' | 'endedAt'>,
  event: WaitEvent,
): WaitEnd | null {
  if (wait.endedAt !== null || event.conversationId !== wait.conversationId) return null
  return event.at < wait.waitingSince ? null : endOf(event)
}

/**
 * The wait after the event: ended by it, or as it was. After an acknowledgement the promise carries the answer; when no reply
 * was needed neither clock has been answered. Due times stay as they are.
 */
export function endWait(wait: Wait, event: WaitEvent): Wait {
  const endedBy = endsWait(wait, event)
  if (endedBy === null) return wait
  const ended = { ...wait, endedAt: event.at, endedBy }
  if (endedBy === 'no-reply-needed') return ended
  if (event.kind === 'acknowledgement')
    return { ...ended, ackedAt: event.at, answerPromiseId: event.promiseId }
  return { ...ended, ackedAt: event.at, answeredAt: event.at }
}

/**
 * The message somebody waits for a reply to: their first after the last human word of ours, and after
 * `answeredUntil`, when a wait was last ended otherwise. Null where nobody waits. Takes messages in any order.
 */
export function firstUnanswered<M extends Said>(
  messages: readonly M[],
  answeredUntil: Instant | null,
): M | null {
  const answers = messages.filter((message) => stopsAcknowledge(eventOf(message)))
  const answeredAt = answers.reduce((last, { at }) => Math.max(last, at), answeredUntil ?? -Infinity)
  const open = messages.filter((message) => eventOf(message).kind === 'inbound' && message.at > answeredAt)
  return open.reduce<M | null>(
    (first, message) => (first === null || message.at < first.at ? message : first),
    null,
  )
}

function endOf(event: WaitEvent): WaitEnd | null {
  switch (event.kind) {
    case 'reply':
    case 'call':
    case 'meeting':
    case 'no-reply-needed':
      return event.kind
    case 'acknowledgement':
      return event.promiseId === null ? null : 'acknowledgement'
    case 'inbound':
    case 'auto-reply':
    case 'read':
    case 'internal-note':
      return null
    default:
      return assertNever(event)
  }
}
