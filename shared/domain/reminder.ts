import * as z from 'zod/mini'
import { Instant } from '../lib/time'

/**
 * How the user is told outside the window. Nothing pops up outside working hours nor before `quietUntil`, except
 * for clients whose event is today or tomorrow where `breaksForEvents`. `hidesWords` leaves names and words out.
 */
export const ReminderDetails = z.strictObject({
  isOn: z.boolean(),
  hidesWords: z.boolean(),
  breaksForEvents: z.boolean(),
  hasMorningNote: z.boolean(),
  hasClosingNote: z.boolean(),
})
export type ReminderDetails = Readonly<z.infer<typeof ReminderDetails>>

/** The reminders as kept. `quietUntil` in ms UTC; `unavailableOn` is the last day on which the system showed none. */
export type ReminderSettings = ReminderDetails & {
  readonly quietUntil: number | null
  readonly unavailableOn: string | null
  readonly revision: number
}

/** A moment until which nothing pops up; null ends the quiet. */
export const QuietUntil = z.nullable(Instant)
