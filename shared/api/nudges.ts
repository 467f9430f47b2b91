import * as z from 'zod/mini'
import { NoteId, NudgeId } from '../domain/ids'
import { noteActs, type Note } from '../domain/note'
import type { Nudge } from '../domain/nudge'
import { command, errand, query } from './contract'

/** Something that came due while nobody was there: what it is in words, and when it was due (ms UTC). */
export type AwayRow = {
  readonly nudgeId: Nudge['id']
  readonly clientName: string | null
  readonly text: string
  readonly dueAt: number
  readonly place: string
}

/** What the window tells by itself: the list is the truth, whatever the system showed. */
export type NudgesShown = {
  /** What came due while Kept slept or was closed, oldest first, until it was seen. */
  readonly away: readonly AwayRow[]
  /** What is still open before closing, said in one sentence; null at other times and when nothing is. */
  readonly closing: { readonly nudgeId: Nudge['id']; readonly text: string } | null
  /** True on a day on which the system showed no note. */
  readonly isUnavailable: boolean
}

/** How well reminders run; moments in ms UTC, counts of the last 30 days. */
export type ReminderHealth = {
  readonly lastScanAt: number | null
  readonly nextDueAt: number | null
  /** Delivered more than 30 s after their moment although Kept was awake. */
  readonly lateCount: number
  /** Came due while the computer slept or Kept was closed, and were told afterwards. */
  readonly missedCount: number
  /** When looking had stopped and was begun again, the last time; null where it never did. */
  readonly restartedAt: number | null
}

/** Kept's own reminders: looked for, told, answered. */
export const nudges = {
  /** Delivers what has come due and asks the system to show it, within the hours and limits of the user. */
  tell: errand({}).returns<{ readonly delivered: number; readonly shown: number }>(),
  show: query({}).returns<NudgesShown>(),
  /** They were seen: they leave the window's list. Unknown ones are passed over. */
  acknowledge: command(
    { ids: z.array(NudgeId).check(z.minLength(1, 'invalid.empty'), z.maxLength(500, 'invalid.too-many')) },
    { undo: false },
  ).returns<null>(),
  /**
   * Does what a button of a note says; what it leads to is `place`, and `note` is a note that follows at once (a
   * letter that can still be taken back). Refuses E_NOTE_GONE, and what the act itself refuses.
   */
  answer: command({ id: NoteId, act: z.enum(noteActs, 'invalid.choice') }, { undo: true }).returns<{
    readonly place: string | null
    readonly note: Note | null
  }>(),
  health: errand({}).returns<ReminderHealth>(),
}
