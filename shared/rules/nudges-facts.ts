import type { Calendar } from '../domain/calendar'
import type { ClientId } from '../domain/ids'
import { dayOf, type Day, type Instant } from '../lib/time'
import { forEventWeek } from './event-week'
import type { NudgePromise, NudgeWait } from './nudges-moments'

/**
 * What reminders are decided from: who waits, open promises whose own day has come by tomorrow (and the next one
 * after), the working calendar with the event days of these clients, which notes of
 * the day are wanted, and rows put aside, as `wait 12`, until when.
 */
export type NudgeFacts = {
  readonly waits: readonly NudgeWait[]
  readonly promises: readonly NudgePromise[]
  readonly calendar: Calendar
  readonly eventDays: ReadonlyMap<ClientId, readonly Day[]>
  readonly hasMorningNote: boolean
  readonly hasClosingNote: boolean
  readonly snoozedUntil: ReadonlyMap<string, Instant>
}

/** The calendar a client's clocks run by, with the Saturdays of their event weeks. */
export const calendarOfClient = (
  { calendar, eventDays }: NudgeFacts,
  { clientId }: { readonly clientId: ClientId },
): Calendar => forEventWeek(calendar, eventDays.get(clientId) ?? [])

/** Whether a row is put aside beyond this moment. A promise never is on its due day or later. */
export function isSnoozed(
  { snoozedUntil, calendar }: NudgeFacts,
  row:
    | { readonly item: 'wait'; readonly itemId: number }
    | { readonly item: 'promise'; readonly itemId: number; readonly dueOn: Day },
  at: Instant,
): boolean {
  const until = snoozedUntil.get(`${row.item} ${row.itemId}`)
  if (until === undefined || until <= at) return false
  return row.item === 'wait' || row.dueOn > dayOf(at, calendar.zone)
}
