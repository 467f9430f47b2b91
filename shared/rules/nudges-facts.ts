import type { Calendar } from '../domain/calendar'
import type { ClientId } from '../domain/ids'
import type { Day } from '../lib/time'
import { forEventWeek } from './event-week'
import type { NudgePromise, NudgeWait } from './nudges-moments'

/**
 * What reminders are decided from: who waits, open promises whose own day has come by tomorrow (and the next one
 * after), the working calendar with the event days of these clients, and which notes of the day are wanted.
 */
export type NudgeFacts = {
  readonly waits: readonly NudgeWait[]
  readonly promises: readonly NudgePromise[]
  readonly calendar: Calendar
  readonly eventDays: ReadonlyMap<ClientId, readonly Day[]>
  readonly hasMorningNote: boolean
  readonly hasClosingNote: boolean
}

/** The calendar a client's clocks run by, with the Saturdays of their event weeks. */
export const calendarOfClient = (
  { calendar, eventDays }: NudgeFacts,
  { clientId }: { readonly clientId: ClientId },
): Calendar => forEventWeek(calendar, eventDays.get(clientId) ?? [])
