import type { Calendar } from '../domain/calendar'
import { addDays, daysBetween, weekdayOf, type Day } from '../lib/time'

/** The event week runs from seven days before the event to the day after it. */
const daysBefore = 7
const daysAfter = 1
const saturday = 6

const calendarsByWeeks = new WeakMap<Calendar, Map<string, Calendar>>()

/** Whether a day lies in the event week of one of these events. */
export function isEventWeek(eventDays: readonly Day[], on: Day): boolean {
  return eventDays.some((eventDay) => {
    const away = daysBetween(on, eventDay)
    return away <= daysBefore && away >= -daysAfter
  })
}

/** Whether the days from the one to the other touch the week of an event. */
export const touchesEventWeek = (eventDay: Day, from: Day, until: Day): boolean =>
  addDays(eventDay, -daysBefore) <= until && addDays(eventDay, daysAfter) >= from

/**
 * The calendar of a client with these events: their event days and the Saturdays of their event weeks are
 * open like an event day, for this client's clocks only. The same events give the same object.
 */
export function forEventWeek(calendar: Calendar, eventDays: readonly Day[]): Calendar {
  const openDays = eventDays.flatMap((eventDay) => [eventDay, ...saturdaysAround(eventDay)])
  const added = [...new Set(openDays)].filter((on) => !calendar.eventDays.includes(on)).toSorted()
  if (added.length === 0) return calendar
  const calendars = calendarsByWeeks.get(calendar) ?? new Map<string, Calendar>()
  calendarsByWeeks.set(calendar, calendars)
  const known = calendars.get(added.join())
  if (known !== undefined) return known
  const made = { ...calendar, eventDays: [...calendar.eventDays, ...added] }
  calendars.set(added.join(), made)
  return made
}

function saturdaysAround(eventDay: Day): readonly Day[] {
  const days = Array.from({ length: daysBefore + 1 + daysAfter }, (_, n) => addDays(eventDay, n - daysBefore))
  return days.filter((on) => weekdayOf(on) === saturday)
}
