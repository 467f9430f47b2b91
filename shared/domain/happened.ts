import type { Milestone } from './milestone'
import type { ClientPromise, PromiseMove } from './promise'

/**
 * What happened to a client since somebody last wrote them how things stand: promises that were kept, steps
 * done and dates moved in that time, and every promise still open. Each list may hold more than is told.
 */
export type Happened = {
  readonly keptPromises: readonly ClientPromise[]
  readonly doneMilestones: readonly Milestone[]
  readonly moves: readonly PromiseMove[]
  readonly openPromises: readonly ClientPromise[]
}
