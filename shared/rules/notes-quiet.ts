import type { Calendar } from '../domain/calendar'
import { addDays, dayOf, hour, instantOf, weekdayOf, type Day, type Instant } from '../lib/time'
import { spansOn } from './open-spans'
import { closingOf, nextOpening } from './working-time'

const lunchTime = '13:00'
const daysOfWeek = 7

/**
 * Moments to be quiet until, soonest first: an hour on, one o'clock and the end of this working day where they are
 * ahead, the opening of the next day, and that of next week.
 */
export function quietChoices(calendar: Calendar, now: Instant): readonly Instant[] {
  const today = dayOf(now, calendar.zone)
  const closing = closingOf(calendar, today)
  const choices = [
    now + hour,
    closing === null ? null : instantOf(today, lunchTime, calendar.zone),
    closing,
    openingFrom(calendar, addDays(today, 1)),
    openingFrom(calendar, addDays(today, daysOfWeek + 1 - weekdayOf(today))),
  ]
  const ahead = choices.filter((until) => until !== null && until > now)
  return [...new Set(ahead)].filter((until) => until !== null).toSorted((a, b) => a - b)
}

/** The first opening on this day or after it. */
const openingFrom = (calendar: Calendar, on: Day): Instant | null =>
  nextOpening(calendar, instantOf(on, '00:00', calendar.zone))

/** When the stretch of open time that holds this moment began; null while the business is closed. */
export function openSince(calendar: Calendar, at: Instant): Instant | null {
  const today = dayOf(at, calendar.zone)
  const spans = [...spansOn(calendar, addDays(today, -1)), ...spansOn(calendar, today)]
  return spans.find(({ opensAt, closesAt }) => opensAt <= at && at < closesAt)?.opensAt ?? null
}
