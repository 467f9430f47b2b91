import type { PromiseId } from './ids'

/** How a client is served: all is well, somebody should write, or something is late already. */
export type HealthStep = 'in-good-shape' | 'needs-a-word' | 'needs-you-today'

/**
 * One thing the step rests on, the weightiest first. `who` is the person's name, `minutes` working minutes
 * since they wrote, `days` how many days ago an update was due (0 = today).
 */
export type HealthReason =
  | {
      readonly kind: 'waiting'
      readonly who: string
      readonly minutes: number
      readonly questions: number
      readonly isLate: boolean
    }
  | {
      readonly kind: 'promise'
      readonly promiseId: PromiseId
      readonly what: string
      readonly dueOn: string
      readonly state: 'at-risk' | 'late'
    }
  | { readonly kind: 'update'; readonly days: number; readonly isFarOver: boolean }

/** How a client is served, in three steps, with the reasons. */
export type Health = { readonly step: HealthStep; readonly because: readonly HealthReason[] }
