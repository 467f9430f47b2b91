import type { Calendar } from '../domain/calendar'
import type { PendingNudge } from '../domain/nudge'
import type { ClientId, PromiseId, WaitId } from '../domain/ids'
import type { ClientPromise, DueDay } from '../domain/promise'
import type { Wait } from '../domain/wait'
import { minute, type Instant } from '../lib/time'
import { openSpansBetween, openTimeFrom } from './open-spans'
import { dueAt } from './promise-due'

/** An open wait, as its reminders are decided from. */
export type NudgeWait = Pick<Wait, 'waitingSince' | 'ackMinutes' | 'ackDueAt'> & {
  readonly waitId: WaitId
  readonly clientId: ClientId
}

/** An open promise, as its reminder is decided from. */
export type NudgePromise = DueDay &
  Pick<ClientPromise, 'saidAt'> & { readonly promiseId: PromiseId; readonly clientId: ClientId }

/** The first reminder of a wait comes when this part of its target is left. */
const lastPart = 1 / 8

/** What a wait is told of, in order: with an eighth left, when due, and at the next opening. `calendar` is the client's own. */
export function nudgesOfWait(wait: NudgeWait, calendar: Calendar): readonly PendingNudge[] {
  const { waitId, clientId, ackDueAt } = wait
  const key = { item: 'wait' as const, itemId: waitId, occurrence: '', clientId }
  const early = lastEighthAt(wait, calendar)
  const opening = openingAfter(ackDueAt, calendar)
  return [
    ...(early < ackDueAt ? [{ ...key, stage: 'last-eighth' as const, dueAt: early }] : []),
    { ...key, stage: 'due', dueAt: ackDueAt },
    ...(opening === null ? [] : [{ ...key, stage: 'overdue' as const, dueAt: opening }]),
  ]
}

/** A promise is told of when it falls due; moved to another day or time, it is another occurrence. */
export const nudgeOfPromise = (promise: NudgePromise, calendar: Calendar): PendingNudge => ({
  item: 'promise',
  itemId: promise.promiseId,
  stage: 'due',
  occurrence: occurrenceOf(promise),
  clientId: promise.clientId,
  dueAt: dueAt(promise, calendar),
})

/** The civil day and time a promise is due by: `2026-11-24T13:00`, or `2026-11-24` without a time. */
export const occurrenceOf = ({ dueOn, dueTime }: DueDay): string =>
  dueTime === null ? dueOn : `${dueOn}T${dueTime}`

/**
 * When an eighth of the target is left in open time: at an opening rather than at the closing before it. Where less
 * than that lay between start and due time, the first open moment.
 */
function lastEighthAt({ waitingSince, ackMinutes, ackDueAt }: NudgeWait, calendar: Calendar): Instant {
  const spans = openSpansBetween(calendar, waitingSince, ackDueAt)
  let left = Math.round(ackMinutes * minute * lastPart)
  for (const { opensAt, closesAt } of spans.toReversed()) {
    if (left <= closesAt - opensAt) return closesAt - left
    left -= closesAt - opensAt
  }
  return spans[0]?.opensAt ?? ackDueAt
}

/** The first opening after a moment; null where the calendar stays closed for three years. */
function openingAfter(at: Instant, calendar: Calendar): Instant | null {
  for (const { opensAt } of openTimeFrom(calendar, at)) if (opensAt > at) return opensAt
  return null
}
