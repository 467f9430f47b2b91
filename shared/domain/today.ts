import type { OpenSpan } from './calendar'
import type { ComingDay } from './coming-up'
import type { DoneRow } from './done-today'
import type { ExtraState } from './extra'
import type {
  ClientId,
  ConversationId,
  ExtraId,
  LetterId,
  PersonId,
  ProjectId,
  PromiseId,
  WaitId,
} from './ids'
import type { Channel } from './message'
import type { EventLine } from './project'
import type { AsideRow } from './snooze'

export type { AsideRow, DoneRow }

/** How a due time was worked out: a key of shared/words, its values, and the sentence they make. */
export type Explained = {
  readonly key: string
  readonly values: Readonly<Record<string, string | number>>
  readonly text: string
}

/** The clock of one wait; all moments in ms UTC, `ackMinutes` in working minutes. */
export type WaitingClock = {
  readonly waitId: WaitId
  readonly conversationId: ConversationId
  readonly personId: PersonId | null
  readonly waitingSince: number
  readonly ackMinutes: number
  readonly dueAt: number
  readonly explanation: Explained
}

/** Somebody waiting for a reply: line 1 is `subject`, line 2 `snippet` in the client's own words. */
export type WaitingRow = WaitingClock & {
  readonly clientId: ClientId
  readonly clientName: string
  readonly name: string
  readonly event: EventLine | null
  readonly channel: Channel
  readonly subject: string
  readonly snippet: string | null
  /** The day a full answer was promised for, where they wrote again after an acknowledgement. */
  readonly answerPromisedOn: string | null
  /** Open spans to count this clock with, where the client's event week opens a Saturday; null = the day's own. */
  readonly ownCalendar: readonly OpenSpan[] | null
}

/** A promise whose own or told day has come. `dueAt` in ms UTC. */
export type PromiseDueRow = {
  readonly promiseId: PromiseId
  readonly revision: number
  readonly clientId: ClientId
  readonly clientName: string
  readonly event: EventLine | null
  readonly what: string
  readonly dueOn: string
  readonly dueTime: string | null
  readonly ownOn: string
  readonly dueAt: number
  readonly state: 'fine' | 'at-risk' | 'late'
  readonly saidAt: number
  readonly saidChannel: Channel
  readonly saidToName: string | null
  readonly note: string | null
}

/**
 * A client due to hear how things stand. `toTell` counts things to tell; `peek` is the start of the very letter,
 * for the one who has waited longest; null for the others.
 */
export type UpdateRow = {
  readonly projectId: ProjectId
  readonly clientId: ClientId
  readonly clientName: string
  readonly event: EventLine | null
  readonly lastUpdateOn: string | null
  readonly daysSince: number | null
  readonly everyDays: number
  readonly dueOn: string
  readonly state: 'fine' | 'due' | 'over'
  readonly toTell: number
  /** What stands behind the count: answers that could go along, or the little there is to report. */
  readonly hint: { readonly key: string; readonly values: Readonly<Record<string, string | number>> } | null
  readonly peek: string | null
}

/** A little extra that would fit now. */
export type ExtraRow = {
  readonly extraId: ExtraId
  readonly revision: number
  readonly clientId: ClientId
  readonly clientName: string
  readonly event: EventLine | null
  readonly what: string
  readonly because: string | null
  readonly occasion: string | null
  readonly occasionOn: string | null
  readonly costMinor: number | null
  readonly minutes: number | null
  readonly state: ExtraState
}

/** What the day looks like: one list made of all clocks, promises, cadences and extras. */
export type Today = {
  readonly day: string
  readonly zone: string
  readonly currency: string
  readonly userName: string
  readonly calendar: readonly OpenSpan[]
  readonly opening: { readonly opensAt: number; readonly closesAt: number } | null
  readonly waiting: readonly WaitingRow[]
  readonly promises: readonly PromiseDueRow[]
  readonly updates: readonly UpdateRow[]
  readonly extras: readonly ExtraRow[]
  /** What was put aside, first what shows again first; it is in none of the lists above, nor in the counts. */
  readonly aside: readonly AsideRow[]
  readonly done: readonly DoneRow[]
  readonly comingUp: readonly ComingDay[]
  readonly ackMinutes: number
  readonly extrasSpentMinor: number
  readonly extrasQuarterMinor: number
  readonly counts: TodayCounts
  /** True when no clock runs, no promise is due and no update is past its day, put aside or not. */
  readonly isAllClear: boolean
  /** Letters that were sent and are still held, so that they can be taken back. */
  readonly heldLetters: readonly LetterId[]
}

/** The figures of the sidebar. */
export type TodayCounts = {
  readonly today: number
  readonly clients: number
  readonly promises: number
  readonly outbox: number
}
