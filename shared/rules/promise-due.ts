import type { Calendar } from '../domain/calendar'
import type { LetterId } from '../domain/ids'
import type { ClientPromise, DueDay, PromiseMove } from '../domain/promise'
import { Refusal } from '../lib/refusal'
import { dayOf, instantOf, minute, type Day, type Instant } from '../lib/time'
import { ownDayFor } from './capacity'
import { spansOn } from './open-spans'
import { closingOf, isWorkingDay, previousWorkingDay, workingMinutesBetween } from './working-time'

/** The part of the time between said and due that is kept for the end: a quarter. */
const lastPart = 1 / 4

/** How an open promise stands, and why: its due time passed, its last day or last quarter began, or neither. */
export type PromiseStanding = {
  readonly dueAt: Instant
  readonly state: 'fine' | 'at-risk' | 'late'
  readonly because: 'time-left' | 'last-working-day' | 'last-quarter' | 'due-passed'
}

/**
 * The moment a promise falls due: at its time, or without one when that day's working time ends (24:00 on a
 * day off). A time in the missing hour falls due at the change of the clocks.
 */
export function dueAt({ dueOn, dueTime }: DueDay, calendar: Calendar): Instant {
  if (dueTime !== null) return instantOf(dueOn, dueTime, calendar.zone)
  return closingOf(calendar, dueOn) ?? instantOf(dueOn, '24:00', calendar.zone)
}

/**
 * How an open promise stands now. It is at risk once the working time left is no more than one working day or
 * a quarter of what lay between said and due, whichever is larger; late only after its due time.
 */
export function stateOf(
  promise: DueDay & Pick<ClientPromise, 'saidAt'>,
  calendar: Calendar,
  now: Instant,
): PromiseStanding {
  const due = dueAt(promise, calendar)
  if (now > due) return { dueAt: due, state: 'late', because: 'due-passed' }
  const left = workingMinutesBetween(calendar, now, due)
  if (left <= lastDayMinutes(promise.dueOn, calendar))
    return { dueAt: due, state: 'at-risk', because: 'last-working-day' }
  if (left <= workingMinutesBetween(calendar, promise.saidAt, due) * lastPart)
    return { dueAt: due, state: 'at-risk', because: 'last-quarter' }
  return { dueAt: due, state: 'fine', because: 'time-left' }
}

/** The promise once kept; late only after its due time. Refuses E_PROMISE_ENDED. */
export function keepPromise(promise: ClientPromise, calendar: Calendar, now: Instant): ClientPromise {
  refuseEnded(promise)
  return { ...promise, state: 'kept', endedAt: now, isKeptLate: now > dueAt(promise, calendar) }
}

/** The promise that will not be kept. Refuses E_PROMISE_ENDED, and E_PROMISE_NOT_DUE before it is due. */
export function breakPromise(promise: ClientPromise, calendar: Calendar, now: Instant): ClientPromise {
  refuseEnded(promise)
  if (now < dueAt(promise, calendar))
    throw new Refusal('not-allowed', 'E_PROMISE_NOT_DUE', { what: promise.what, dueOn: promise.dueOn })
  return { ...promise, state: 'broken', endedAt: now, isKeptLate: null }
}

/** The promise the client no longer wants. Refuses E_PROMISE_ENDED. */
export function withdrawPromise(promise: ClientPromise, now: Instant): ClientPromise {
  refuseEnded(promise)
  return { ...promise, state: 'withdrawn', endedAt: now, isKeptLate: null }
}

/** How a date is moved: when, why, and by which letter; without one the client knows already. */
export type Moving = {
  readonly now: Instant
  readonly why: string | null
  readonly letterId: LetterId | null
}

/**
 * The promise with its new day and a new own day before it, and the move as its history keeps it: made before
 * the due time or not. Refuses E_PROMISE_ENDED, E_PROMISE_SAME_DAY and E_PROMISE_IN_PAST.
 */
export function movePromise(
  promise: ClientPromise,
  to: DueDay,
  calendar: Calendar,
  { now, why, letterId }: Moving,
): { readonly promise: ClientPromise; readonly move: Omit<PromiseMove, 'id' | 'replyMessageId'> } {
  refuseEnded(promise)
  refuseSameDay(promise, to)
  refusePast(to, calendar, now)
  const ownOn = ownDayFor(to.dueOn, dayOf(now, calendar.zone), calendar)
  const move = {
    promiseId: promise.id,
    clientId: promise.clientId,
    at: now,
    fromOn: promise.dueOn,
    fromTime: promise.dueTime,
    toOn: to.dueOn,
    toTime: to.dueTime,
    isBeforeDue: now < dueAt(promise, calendar),
    why,
    letterId,
    isToldOtherwise: letterId === null,
  }
  return { promise: { ...promise, dueOn: to.dueOn, dueTime: to.dueTime, ownOn }, move }
}

/** Refuses E_PROMISE_IN_PAST: nothing can be promised for a moment that has gone by. */
export function refusePast(to: DueDay, calendar: Calendar, now: Instant): void {
  if (dueAt(to, calendar) <= now)
    throw new Refusal('invalid', 'E_PROMISE_IN_PAST', { dueOn: to.dueOn, dueTime: to.dueTime })
}

/** Refuses E_OWN_DAY_LATE: the own day is the told day or an earlier one. */
export function refuseLateOwnDay(ownOn: Day, dueOn: Day): void {
  if (ownOn > dueOn) throw new Refusal('invalid', 'E_OWN_DAY_LATE', { ownOn, dueOn })
}

/** Refuses E_PROMISE_ENDED: kept, broken and withdrawn promises stay as they are, until undo. */
export function refuseEnded({ what, state }: Pick<ClientPromise, 'what' | 'state'>): void {
  if (state !== 'open') throw new Refusal('conflict', 'E_PROMISE_ENDED', { what, state })
}

function refuseSameDay(from: DueDay & Pick<ClientPromise, 'what'>, to: DueDay): void {
  if (from.dueOn === to.dueOn && from.dueTime === to.dueTime)
    throw new Refusal('invalid', 'E_PROMISE_SAME_DAY', { what: from.what, dueOn: to.dueOn })
}

/** The open minutes of the due day, or of the last working day before it where that is a day off. */
function lastDayMinutes(dueOn: Day, calendar: Calendar): number {
  const on = isWorkingDay(calendar, dueOn) ? dueOn : previousWorkingDay(calendar, dueOn)
  return spansOn(calendar, on).reduce((sum, { opensAt, closesAt }) => sum + closesAt - opensAt, 0) / minute
}
