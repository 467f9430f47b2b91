import type { StandardDetails } from '../domain/standard'
import { addDays, type Day } from '../lib/time'

const quarters = 4
const monthsAQuarter = 3

/** A stretch of days, its last included. */
export type DaySpan = { readonly from: Day; readonly until: Day }

/** The calendar year a day lies in. */
export const yearOf = (day: Day): DaySpan => ({
  from: `${day.slice(0, 4)}-01-01`,
  until: `${day.slice(0, 4)}-12-31`,
})

/** The quarter of the calendar year a day lies in. */
export function quarterOf(day: Day): DaySpan {
  const first = Math.floor((Number(day.slice(5, 7)) - 1) / monthsAQuarter) * monthsAQuarter + 1
  const next = first + monthsAQuarter
  const year = day.slice(0, 4)
  const until = next > 12 ? `${year}-12-31` : addDays(firstOf(year, next), -1)
  return { from: firstOf(year, first), until }
}

/** A quarter's share of the yearly budget, in minor units, rounded down. */
export const quarterBudget = ({ budgetMinor }: Pick<StandardDetails, 'budgetMinor'>): number =>
  Math.floor(budgetMinor / quarters)

const firstOf = (year: string, month: number): Day => `${year}-${String(month).padStart(2, '0')}-01`
