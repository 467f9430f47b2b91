import { dayOf, daysBetween, timeOf, type Day, type Instant, type TimeOfDay, type Zone } from '../lib/time'
import { comingDay, relativeDays, timeShort } from './format'
import { say, type Language } from './say'

/** '13:00' today, 'tomorrow, 9:00', 'Monday, 9:00' within six days, 'Mon 14 Dec, 9:00' after: until when. */
export function untilWords(on: Day, time: TimeOfDay, today: Day, language: Language = 'en'): string {
  const day = untilDay(on, today, language)
  return day === null ? timeShort(time) : say('moment.dayAndTime', { day, time: timeShort(time) }, language)
}

/** The same of an instant in the business's zone. */
export const untilAt = (at: Instant, zone: Zone, today: Day, language: Language = 'en'): string =>
  untilWords(dayOf(at, zone), timeOf(at, zone), today, language)

/** The same in two lines: the day, null today, and the time. */
export function untilLines(
  at: Instant,
  zone: Zone,
  today: Day,
  language: Language = 'en',
): { readonly day: string | null; readonly time: string } {
  return { day: untilDay(dayOf(at, zone), today, language), time: timeShort(timeOf(at, zone)) }
}

function untilDay(on: Day, today: Day, language: Language): string | null {
  const days = daysBetween(today, on)
  if (days <= 0) return null
  return days === 1 ? relativeDays(1, language) : comingDay(on, today, language)
}
