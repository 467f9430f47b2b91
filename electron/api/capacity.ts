import { loadsByDay } from '../../db/promises'
import type { ReadDb } from '../../db/schema'
import { getStandard } from '../../db/standards'
import type { PromiseId } from '../../shared/domain/ids'
import { dayOf, type Day, type Instant } from '../../shared/lib/time'
import type { Capacity } from '../../shared/rules/capacity'
import { loadCalendar } from './calendar-of'

/** What the days from today on (or from an earlier `from`) hold; a promise that is being moved is left out. */
export async function loadCapacity(
  db: ReadDb,
  now: Instant,
  { from, exceptPromiseId }: { readonly from?: Day | null; readonly exceptPromiseId?: PromiseId | null } = {},
): Promise<Capacity> {
  const calendar = await loadCalendar(db)
  const today = dayOf(now, calendar.zone)
  const first = from && from < today ? from : today
  return {
    calendar,
    today,
    standard: await getStandard(db),
    loads: await loadsByDay(db, first, exceptPromiseId ? { exceptPromiseId } : {}),
  }
}
