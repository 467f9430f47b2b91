import type { Calendar } from '../domain/calendar'
import type { DueDay } from '../domain/promise'
import type { ShowMoment, Snooze } from '../domain/snooze'
import { assertNever } from '../lib/assert'
import { Refusal } from '../lib/refusal'
import { dayOf, instantOf, timeOf, type Instant, type Zone } from '../lib/time'
import { spansOn } from './open-spans'
import { dueAt } from './promise-due'

/**
 * A row that can be put aside, with what bounds it: a wait's due time, a promise's due day, the last update, after
 * which the next one is due. An extra waits as long as it takes.
 */
export type Snoozable =
  | { readonly item: 'wait'; readonly ackDueAt: Instant }
  | ({ readonly item: 'promise' } & DueDay)
  | { readonly item: 'update'; readonly lastUpdateAt: Instant | null }
  | { readonly item: 'extra' }

/** Until when a row was put aside, and when that was. */
export type PutAside = ShowMoment & Pick<Snooze, 'snoozedAt'>

/** The instant of a civil moment; one in the missing hour is at the change of the clocks, a doubled one the first. */
export const showsAt = ({ showOn, showTime }: ShowMoment, zone: Zone): Instant =>
  instantOf(showOn, showTime, zone)

/**
 * The last moment at which the row must show again: a wait when it is due; a promise when its due day's work begins,
 * or with that day itself where it is a day off or due before work begins. Null where nothing presses.
 */
export function latestShow(thing: Snoozable, calendar: Calendar): Instant | null {
  switch (thing.item) {
    case 'wait':
      return thing.ackDueAt
    case 'promise':
      return inSightFrom(thing, calendar)
    case 'update':
    case 'extra':
      return null
    default:
      return assertNever(thing)
  }
}

function inSightFrom(due: DueDay, calendar: Calendar): Instant {
  const opensAt = spansOn(calendar, due.dueOn)[0]?.opensAt
  if (opensAt !== undefined && opensAt < dueAt(due, calendar)) return opensAt
  return instantOf(due.dueOn, '00:00', calendar.zone)
}

/**
 * When a row that was put aside shows again, wherever its due time or day has moved to since. What was put aside of
 * an update does not hold for the one that follows it.
 */
export function shownAgainAt(put: PutAside, thing: Snoozable, calendar: Calendar): Instant {
  const sentAt = thing.item === 'update' ? thing.lastUpdateAt : null
  if (sentAt !== null && sentAt >= put.snoozedAt) return sentAt
  return Math.min(showsAt(put, calendar.zone), latestShow(thing, calendar) ?? Infinity)
}

/** Whether a row that was put aside is still out of sight; at its moment it shows again. */
export const isAside = (put: PutAside, thing: Snoozable, calendar: Calendar, now: Instant): boolean =>
  now < shownAgainAt(put, thing, calendar)

/**
 * The moment until which a row is put aside: the one that was chosen, for a promise at the latest when its due day
 * begins. Refuses E_SNOOZE_PAST for a moment that has gone by, and E_SNOOZE_LATE where a wait would be due before it,
 * or the due day of a promise has begun.
 */
export function putAside(thing: Snoozable, chosen: ShowMoment, calendar: Calendar, now: Instant): ShowMoment {
  const chosenAt = showsAt(chosen, calendar.zone)
  if (chosenAt <= now) throw new Refusal('invalid', 'E_SNOOZE_PAST', chosen)
  const latest = latestShow(thing, calendar)
  if (latest === null || chosenAt <= latest) return chosen
  if (thing.item === 'wait' || latest <= now)
    throw new Refusal('not-allowed', 'E_SNOOZE_LATE', { item: thing.item })
  return momentAt(latest, calendar.zone)
}

/** The civil moment of an instant, to the minute. */
export const momentAt = (at: Instant, zone: Zone): ShowMoment => ({
  showOn: dayOf(at, zone),
  showTime: timeOf(at, zone),
})
