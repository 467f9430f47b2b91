import * as z from 'zod/mini'
import type { SnoozeId } from './ids'

/** What can be put aside for a while: rows of Today. */
export const SnoozeItem = z.enum(['wait', 'promise', 'update', 'extra'], 'invalid.choice')
export type SnoozeItem = z.infer<typeof SnoozeItem>

/** What showed it again: the moment came, the client wrote, or the user took it back. */
export type SnoozeEnd = 'time' | 'reply' | 'user'

/**
 * A row put aside until a civil moment of the business; due times stay as they are. `itemId` is the id of the wait,
 * promise, project (of an update) or extra.
 */
export type Snooze = {
  readonly id: SnoozeId
  readonly item: SnoozeItem
  readonly itemId: number
  readonly showOn: string
  readonly showTime: string
  readonly snoozedAt: number
  readonly endedAt: number | null
  readonly endedBy: SnoozeEnd | null
}
