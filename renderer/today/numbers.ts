import type { PromiseDueRow, Today, UpdateRow, WaitingRow } from '../../shared/domain/today'
import type { Instant } from '../../shared/lib/time'
import { clockState, type ClockState } from '../../shared/rules/clock-state'

/** The acknowledge clock of a row as it stands now, by the host's own rule. */
export const clockOf = (row: WaitingRow, calendar: Today['calendar'], now: Instant): ClockState =>
  clockState({ ackMinutes: row.ackMinutes, ackDueAt: row.dueAt }, row.ownCalendar ?? calendar, now)

/** A promise is past once its due moment is over: kept at that very moment it is in time. */
export const isPast = (row: PromiseDueRow, now: Instant): boolean => now > row.dueAt

/** An update row that is past its day, not only ready to be sent. */
export const isDueUpdate = (row: UpdateRow): boolean => row.state !== 'fine'

/** Who waits, as people: somebody with two conversations counts once. */
export const peopleOf = (rows: readonly WaitingRow[]): readonly WaitingRow[] =>
  rows.filter((row, place) => rows.findIndex((other) => whoIs(other) === whoIs(row)) === place)

const whoIs = ({ personId, clientId }: WaitingRow): string => `${clientId} ${personId ?? ''}`

/** What the sentence at the top of Today is made of. */
export type DayNumbers = {
  readonly waiting: readonly WaitingRow[]
  /** Of those, whose clock has run out. */
  readonly late: readonly WaitingRow[]
  /** Promises whose told day has come. */
  readonly due: readonly PromiseDueRow[]
  /** Of those, which are past their due minute. */
  readonly past: readonly PromiseDueRow[]
  /** Promises that are listed although their told day lies ahead. */
  readonly soon: readonly PromiseDueRow[]
  readonly updates: readonly UpdateRow[]
  /** How many people who wait are put aside, and how many rows in all but extras, which nobody waits for. */
  readonly asidePeople: number
  readonly aside: number
  /** Nobody waits, nothing is due and no update is past its day, nor is any of it put aside. */
  readonly isClear: boolean
  /** There is no client yet. */
  readonly isNew: boolean
}

/** The day in numbers, as it stands now. */
export function numbersOf(today: Today, now: Instant): DayNumbers {
  const waiting = peopleOf(today.waiting)
  const updates = today.updates.filter(isDueUpdate)
  const aside = today.aside.filter(({ item }) => item !== 'extra')
  return {
    waiting,
    late: waiting.filter((row) => now > row.dueAt),
    due: today.promises.filter((row) => row.dueOn <= today.day),
    past: today.promises.filter((row) => isPast(row, now)),
    soon: today.promises.filter((row) => row.dueOn > today.day),
    updates,
    asidePeople: new Set(aside.flatMap(({ item, name }) => (item === 'wait' ? [name] : []))).size,
    aside: aside.length,
    isClear: waiting.length + today.promises.length + updates.length + aside.length === 0,
    isNew: today.counts.clients === 0 && today.done.length === 0,
  }
}
