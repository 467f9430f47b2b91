import { api } from '../shared/api/index'
import { dayOf, type Day, type Zone } from '../shared/lib/time'
import { useQuery } from './api'
import { useNow } from './use-now'

/** The business's time zone; UTC for the moment before the first answer. */
export function useZone(): Zone {
  return useQuery(api.calendar.show, {}).value?.calendar.zone ?? 'UTC'
}

/** The day it is in the business's zone. */
export const useDay = (): Day => dayOf(useNow(), useZone())
