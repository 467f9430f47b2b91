import { addDays, addYears, type Day } from '../lib/time'

/** An occasion is near from two weeks before it on. */
const daysAhead = 14

/** Whether an occasion is today or comes within two weeks; what has passed is not near. */
export const isNear = (on: Day, today: Day): boolean => on >= today && on <= addDays(today, daysAhead)

/**
 * The next anniversary of an event from today on, and which it is; never the event itself. 29 February is kept
 * on the 28th where the year has none.
 */
export function nextAnniversary(eventOn: Day, today: Day): { readonly on: Day; readonly years: number } {
  const passed = Number(today.slice(0, 4)) - Number(eventOn.slice(0, 4))
  const years = Math.max(1, addYears(eventOn, passed) < today ? passed + 1 : passed)
  return { on: addYears(eventOn, years), years }
}

/** Every date, as MM-DD, whose anniversary is near; 29 February comes with the 28th. */
export function nearAnniversaries(today: Day): readonly string[] {
  const dates = Array.from({ length: daysAhead + 1 }, (_, n) => addDays(today, n).slice(5))
  return dates.includes('02-28') ? [...dates, '02-29'] : dates
}
