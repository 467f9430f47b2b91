import type { Day } from '../lib/time'

/** A day a promise could be made for, with what it already holds. `why` says why it is not offered. */
export type DayLoad = {
  readonly day: Day
  readonly promises: number
  readonly capacity: number
  readonly isFull: boolean
  readonly why: 'day-off' | 'event-day' | 'full' | null
}

/** Days to choose from: the earliest safe one, and each day's load. */
export type DayChoice = { readonly earliest: Day; readonly days: readonly DayLoad[] }
