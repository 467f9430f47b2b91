import type { ClientId, NoteId, NudgeId } from './ids'

/** What can be told of: somebody who waits, a promise, or the day itself, whose notes have the item id 0. */
export type NudgeItem = 'wait' | 'promise' | 'day'

/**
 * When it is told. A wait: with an eighth of its target left, when it is due, and when still open at the next
 * opening. A promise: when it is due. The day: its morning note and its closing note.
 */
export type NudgeStage = 'last-eighth' | 'due' | 'overdue' | 'morning' | 'closing'

/**
 * What makes one nudge: it is delivered once, however often it is looked for. `occurrence` is the civil day and
 * time a promise was due by, or the day of a note (`2026-11-24T13:00`, `2026-11-24`); a wait has only one, ''.
 */
export type NudgeKey = {
  readonly item: NudgeItem
  readonly itemId: number
  readonly stage: NudgeStage
  readonly occurrence: string
}

/** A nudge whose moment has come or will come; `dueAt` in ms UTC. */
export type PendingNudge = NudgeKey & { readonly clientId: ClientId | null; readonly dueAt: number }

/**
 * How a nudge was delivered: within 30 s of its moment; later although Kept was awake; after a sleep or a start, when
 * its moment had gone by; or as soon as Kept learnt of something whose moment had gone by.
 */
export type NudgeTiming = 'in-time' | 'late' | 'missed' | 'learnt'

/**
 * A nudge as kept. It is in the window from `deliveredAt` on, until it was seen (`acknowledgedAt`) or its item
 * has ended. `noteId` is the note that told of it; `againAt` is when it was asked to be told again.
 */
export type Nudge = PendingNudge & {
  readonly id: NudgeId
  readonly deliveredAt: number
  readonly timing: NudgeTiming
  readonly noteId: NoteId | null
  readonly againAt: number | null
  readonly acknowledgedAt: number | null
}
