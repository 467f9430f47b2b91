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
