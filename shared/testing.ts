import type { Calendar } from './domain/calendar'
import { instantOf, weekdayOf, type Instant, type Zone } from './lib/time'

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** The instant of a moment as one says it, `Fri 2026-11-20 17:00`; a weekday that does not fit the date fails. */
export function at(moment: string, zone: Zone = 'Europe/London'): Instant {
  const parts = /^(\w{3}) (\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})$/.exec(moment)
  if (parts === null) throw new Error(`Write "Fri 2026-11-20 17:00" instead of "${moment}"`)
  const [, weekday = '', on = '', time = ''] = parts
  const right = weekdays[weekdayOf(on) - 1]
  if (weekday !== right) throw new Error(`${on} is a ${right}, not a ${weekday}`)
  return instantOf(on, time, zone)
}

/** Monday to Friday 9:00–17:30 in London, no exceptions, no events; say only what differs. */
export function aCalendar(differences: Partial<Calendar> = {}): Calendar {
  const spans = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opensAt: '09:00', closesAt: '17:30' }))
  return { zone: 'Europe/London', version: 1, spans, exceptions: [], eventDays: [], ...differences }
}
