import type { ClientId, ExtraId, MilestoneId, ProjectId, PromiseId } from './ids'
import type { MilestoneKind } from './milestone'

/** One line of Coming up. */
export type ComingItem =
  | {
      readonly kind: 'milestone'
      readonly milestoneId: MilestoneId
      readonly milestoneKind: MilestoneKind
      readonly what: string
      readonly atTime: string | null
      readonly place: string | null
      readonly clientId: ClientId
      readonly clientName: string
    }
  | {
      readonly kind: 'promise'
      readonly promiseId: PromiseId
      readonly what: string
      readonly clientId: ClientId
      readonly clientName: string
      readonly isAnswer: boolean
    }
  | {
      readonly kind: 'update'
      readonly projectId: ProjectId
      readonly clientId: ClientId
      readonly clientName: string
    }
  | {
      readonly kind: 'event'
      readonly projectId: ProjectId
      readonly what: string
      readonly clientId: ClientId
      readonly clientName: string
    }
  | {
      readonly kind: 'extra'
      readonly extraId: ExtraId
      readonly what: string
      readonly clientId: ClientId
      readonly clientName: string
    }

/**
 * One of the seven days ahead, or today where a milestone or an event is still to come; `isFull` when it is an
 * event day or holds as many promises as it can. Days off with nothing on them are left out.
 */
export type ComingDay = {
  readonly day: string
  readonly items: readonly ComingItem[]
  readonly isFull: boolean
  readonly isWorkingDay: boolean
}
