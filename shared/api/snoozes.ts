import * as z from 'zod/mini'
import { SnoozeItem, type Snooze } from '../domain/snooze'
import { Day, TimeOfDay } from '../lib/time'
import { command, query } from './contract'

/** A moment a row could show again, on the business's clock; `until` is a key of the words with its values. */
export type SnoozeChoice = {
  readonly key: string
  readonly label: string
  readonly showOn: string
  readonly showTime: string
}

const itemOf = { item: SnoozeItem, itemId: z.int().check(z.positive()) }

/** Rows put aside for a while. */
export const snoozes = {
  /** Working moments to choose from, soonest first, and the same time again where one was woken by a reply. */
  choices: query(itemOf).returns<readonly SnoozeChoice[]>(),
  /**
   * Puts a row aside until then; its due times stay. Refuses E_SNOOZE_PAST for a moment that has gone by,
   * E_SNOOZE_LATE where its due time would pass unseen (it is answered, acknowledged or moved instead), and
   * E_SNOOZE_ENDED where there is nothing left to show.
   */
  snooze: command({ ...itemOf, showOn: Day, showTime: TimeOfDay }, { undo: true }).returns<Snooze>(),
  /** Shows it again now. Refuses E_SNOOZE_ENDED. */
  wake: command(itemOf, { undo: true }).returns<null>(),
}
