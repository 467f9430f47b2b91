import { api } from '../../shared/api/index'
import type { DayChoice } from '../../shared/domain/day-load'
import type { PromiseId } from '../../shared/domain/ids'
import type { Day } from '../../shared/lib/time'
import { useQuery } from '../api'

/** So many days are looked at, from today on. */
const lookedAt = 62

/** The load of the days to come and the earliest safe one; undefined until it is known. */
export function useDays(today: Day, exceptPromiseId: PromiseId | null = null): DayChoice | undefined {
  return useQuery(api.promises.days, { from: today, count: lookedAt, exceptPromiseId }, { keep: true }).value
}
