import * as z from 'zod/mini'
import type { ClientId, SnoozeId } from './ids'
import type { EventLine } from './project'

/** What can be put aside for a while: rows of Today. */
export const SnoozeItem = z.enum(['wait', 'promise', 'update', 'extra'], 'invalid.choice')
export type SnoozeItem = z.infer<typeof SnoozeItem>

/** What showed it again: the moment came, the client wrote, or the user took it back. */
export type SnoozeEnd = 'time' | 'reply' | 'user'

/** When a row shows again: a civil moment of the business, which stays what it is when the clocks change. */
export type ShowMoment = { readonly showOn: string; readonly showTime: string }

/**
 * A row put aside until a civil moment of the business; due times stay as they are. `itemId` is the id of the wait,
 * promise, project (of an update) or extra. One whose moment has come counts as ended by `time`, whether or not a
 * later command has written that down yet.
 */
export type Snooze = ShowMoment & {
  readonly id: SnoozeId
  readonly item: SnoozeItem
  readonly itemId: number
  readonly snoozedAt: number
  readonly endedAt: number | null
  readonly endedBy: SnoozeEnd | null
}

/**
 * The moments that are offered: the one a reply cut short, the next opening (before work begins), an hour of work
 * from now, after lunch, the next working day, the first opening of next week, and the one after the client's event.
 */
export type SnoozeChoiceKey = 'again' | 'opening' | 'hour' | 'afternoon' | 'tomorrow' | 'monday' | 'event'

/** The days a row can be put aside until besides; `to` is the last, null where nothing presses. */
export type SnoozeDays = { readonly from: string; readonly to: string | null }

/** A row that was put aside: who and what it is about (null for an update), and when it shows again, in ms UTC. */
export type AsideRow = {
  readonly item: SnoozeItem
  readonly itemId: number
  readonly clientId: ClientId
  readonly name: string
  readonly event: EventLine | null
  readonly what: string | null
  readonly shownAt: number
}
