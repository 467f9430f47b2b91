import type { Calendar } from '../domain/calendar'
import type { ShowMoment, SnoozeDays } from '../domain/snooze'
import { addDays, dayOf, type Day, type Instant } from '../lib/time'
import { spansOn } from './open-spans'
import { latestShow, momentAt, type Snoozable } from './snooze'
import { nextOpening, nextWorkingDay } from './working-time'

/**
 * The days after today a row can be put aside until: from the next working day on, to the day on which it must show
 * again at the latest. Null where there is none, or the calendar stays closed.
 */
export function snoozeDays(thing: Snoozable, calendar: Calendar, now: Instant): SnoozeDays | null {
  if (nextOpening(calendar, now) === null) return null
  const { zone } = calendar
  const first = openingFrom(calendar, addDays(dayOf(now, zone), 1))
  const latest = latestShow(thing, calendar)
  if (first === null || (latest !== null && latest < first)) return null
  return { from: dayOf(first, zone), to: latest === null ? null : dayOf(latest, zone) }
}

/**
 * When a row shows again that is put aside until a day: at its first opening or, on a day off, at that of the next
 * working day. Refuses E_CALENDAR_CLOSED.
 */
export function dayMoment(calendar: Calendar, on: Day): ShowMoment {
  const at = openingFrom(calendar, on)
  return at === null ? { showOn: on, showTime: '00:00' } : momentAt(at, calendar.zone)
}

/** The first opening of this day or, where it is a day off, of the next working day. */
export function openingFrom(calendar: Calendar, on: Day): Instant | null {
  return spansOn(calendar, nextWorkingDay(calendar, addDays(on, -1)))[0]?.opensAt ?? null
}
