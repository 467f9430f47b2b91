import type { Language } from './client'
import type { Extra } from './extra'
import type { ClientId, ConversationId, LetterId, PersonId, ProjectId, PromiseId, WaitId } from './ids'
import type { Channel } from './message'
import type { MilestoneKind } from './milestone'
import type { Project } from './project'
import type { ClientPromise } from './promise'
import type { DoneRow } from './done-today'
import type { Snooze } from './snooze'
import type { TodayCounts } from './today'
import type { Wait } from './wait'

/*
 * What Today is decided from, as the store gives it: open rows only, and what was done since midnight. Clients
 * who are archived are in none of it.
 */

/** The client a row is about. */
export type ClientFacts = {
  readonly clientId: ClientId
  readonly name: string
  readonly shortName: string | null
}

/** A conversation that waits, with the first message nobody has answered. */
export type WaitingFacts = ClientFacts &
  Pick<Wait, 'waitingSince' | 'ackMinutes' | 'ackDueAt' | 'because'> & {
    readonly waitId: WaitId
    readonly conversationId: ConversationId
    readonly personId: PersonId | null
    readonly personName: string | null
    readonly personCalled: string | null
    readonly projectId: ProjectId | null
    readonly subject: string | null
    readonly channel: Channel
    readonly text: string
    readonly answerPromisedOn: string | null
  }

/** An open promise whose own day has come. */
export type PromiseFacts = ClientFacts &
  Pick<
    ClientPromise,
    'revision' | 'projectId' | 'what' | 'dueOn' | 'dueTime' | 'ownOn' | 'saidAt' | 'saidChannel' | 'note'
  > & {
    readonly promiseId: PromiseId
    readonly saidToName: string | null
    readonly saidToCalled: string | null
  }

/** An open project of a current client whose update shows today; `language` is the one of letters to them. */
export type UpdateFacts = ClientFacts & {
  readonly language: Language | null
  readonly project: Project
  readonly nextUpdateOn: string
}

/** An extra that is suggested or planned. */
export type ExtraFacts = ClientFacts &
  Pick<
    Extra,
    | 'projectId'
    | 'revision'
    | 'what'
    | 'because'
    | 'occasion'
    | 'occasionOn'
    | 'costMinor'
    | 'minutes'
    | 'state'
  > & { readonly extraId: Extra['id'] }

/** Something done since midnight; `at` is null for an extra of which only the day is known. */
export type DoneFacts = ClientFacts & {
  readonly kind: DoneRow['kind']
  readonly id: number
  readonly at: number | null
  readonly personName: string | null
  readonly what: string | null
}

/** Something on a day ahead; the columns that are not of its kind are null. */
export type ComingFacts = ClientFacts & {
  readonly kind: 'milestone' | 'promise' | 'update' | 'event' | 'extra'
  readonly id: number
  readonly day: string
  readonly atTime: string | null
  readonly what: string
  readonly asNoun: string | null
  readonly place: string | null
  readonly milestoneKind: MilestoneKind | null
  readonly isAnswer: 0 | 1
}

/** What was put aside until a day that has not passed; its moment may have come, and its row be gone. */
export type AsideFacts = Pick<Snooze, 'item' | 'itemId' | 'showOn' | 'showTime' | 'snoozedAt'>

/** What rows say of a client's events. */
export type ProjectFacts = Pick<Project, 'id' | 'clientId' | 'kind' | 'eventOn' | 'eventMonth' | 'state'>

/** Everything Today is decided from. */
export type TodayFacts = {
  readonly waiting: readonly WaitingFacts[]
  readonly promises: readonly PromiseFacts[]
  readonly updates: readonly UpdateFacts[]
  readonly extras: readonly ExtraFacts[]
  readonly done: readonly DoneFacts[]
  readonly coming: readonly ComingFacts[]
  readonly aside: readonly AsideFacts[]
  readonly projects: readonly ProjectFacts[]
  readonly counts: TodayCounts
  readonly extrasSpentMinor: number
  readonly heldLetters: readonly LetterId[]
}
