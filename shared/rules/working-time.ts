import type { Calendar } from '../domain/calendar'
import { Refusal } from '../lib/refusal'
import { addDays, dayOf, minute, type Day, type Instant } from '../lib/time'
import { longestClosure, openSpansBetween, openTimeFrom, spansOn } from './open-spans'

/** Whether the business is at work; at its closing time it no longer is. */
export function isOpen(calendar: Calendar, at: Instant): boolean {
  return openSpansBetween(calendar, at, at + 1).length > 0
}

/**
 * The first moment from `at` on when the business is at work: `at` itself while it is open. Null where the
 * calendar stays closed for three years.
 */
export function nextOpening(calendar: Calendar, at: Instant): Instant | null {
  const first = openTimeFrom(calendar, at).next()
  return first.done === true ? null : first.value.opensAt
}

/** Open minutes between two moments, with their fraction; 0 where `to` is not after `from`. */
export function workingMinutesBetween(calendar: Calendar, from: Instant, to: Instant): number {
  const spans = openSpansBetween(calendar, from, to)
  return spans.reduce((sum, { opensAt, closesAt }) => sum + closesAt - opensAt, 0) / minute
}

/**
 * The first moment by which so many open minutes have passed since `from`. Time that runs out exactly at
 * closing stays at closing, and no minutes at all stay at `from`, open or not. Refuses E_CALENDAR_CLOSED
 * where the calendar stays closed for three years.
 */
export function addWorkingTime(calendar: Calendar, from: Instant, minutes: number): Instant {
  let left = Math.round(minutes * minute)
  if (left <= 0) return from
  for (const { opensAt, closesAt } of openTimeFrom(calendar, from)) {
    if (left <= closesAt - opensAt) return opensAt + left
    left -= closesAt - opensAt
  }
  throw closedForGood(dayOf(from, calendar.zone))
}

/** Whether any open time begins on this day. */
export function isWorkingDay(calendar: Calendar, on: Day): boolean {
  return spansOn(calendar, on).length > 0
}

/** When the work that begins on this day ends, perhaps after midnight; null on a day off. */
export function closingOf(calendar: Calendar, on: Day): Instant | null {
  return spansOn(calendar, on).at(-1)?.closesAt ?? null
}

/** The first working day after this day, itself a working day or not. Refuses E_CALENDAR_CLOSED. */
export function nextWorkingDay(calendar: Calendar, on: Day): Day {
  return workingDayFrom(calendar, on, 1)
}

/** The last working day before this day, itself a working day or not. Refuses E_CALENDAR_CLOSED. */
export function previousWorkingDay(calendar: Calendar, on: Day): Day {
  return workingDayFrom(calendar, on, -1)
}

/**
 * The n-th working day after this day, or before it where n is negative; with 0 the day itself, even a day
 * off. Refuses E_CALENDAR_CLOSED where the calendar stays closed for three years.
 */
export function addWorkingDays(calendar: Calendar, on: Day, days: number): Day {
  let reached = on
  for (let count = 0; count < Math.abs(days); count++)
    reached = workingDayFrom(calendar, reached, Math.sign(days))
  return reached
}

/**
 * The closing time of the n-th working day after the one of arrival. What arrives out of hours counts as
 * arriving when work begins again; 0 days end with the day of arrival itself. Refuses E_CALENDAR_CLOSED.
 */
export function endOfWorkingDays(calendar: Calendar, from: Instant, days: number): Instant {
  const arrival = openTimeFrom(calendar, from).next()
  if (arrival.done === true) throw closedForGood(dayOf(from, calendar.zone))
  return closingOf(calendar, addWorkingDays(calendar, arrival.value.on, days)) ?? arrival.value.closesAt
}

function workingDayFrom(calendar: Calendar, on: Day, step: number): Day {
  let reached = on
  for (let tried = 0; tried < longestClosure; tried++) {
    reached = addDays(reached, step)
    if (isWorkingDay(calendar, reached)) return reached
  }
  throw closedForGood(on)
}

function closedForGood(on: Day): Refusal {
  return new Refusal('invalid', 'E_CALENDAR_CLOSED', { on })
}
