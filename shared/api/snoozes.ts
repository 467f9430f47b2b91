import * as z from 'zod/mini'
import {
  SnoozeItem,
  type ShowMoment,
  type Snooze,
  type SnoozeChoiceKey,
  type SnoozeDays,
} from '../domain/snooze'
import { Day, TimeOfDay } from '../lib/time'
import { command, query } from './contract'

/** A moment a row could show again, on the business's clock; `label` is what it is called ("After lunch"). */
export type SnoozeChoice = ShowMoment & { readonly key: SnoozeChoiceKey; readonly label: string }

/** Until when a row can be put aside: moments by name, and any other of these days; null where there is none. */
export type SnoozeChoices = { readonly moments: readonly SnoozeChoice[]; readonly days: SnoozeDays | null }

const itemOf = { item: SnoozeItem, itemId: z.int().check(z.positive()) }

/** Rows put aside for a while. */
export const snoozes = {
  /**
   * Working moments to choose from, soonest first, before them the same time again where one was woken by a reply;
   * and the days after today. None where the row has to stay in sight. Refuses E_SNOOZE_ENDED, and that there is no such row.
   */
  choices: query(itemOf).returns<SnoozeChoices>(),
  /**
   * Puts a row aside until then, without a time until that day's first opening (on a day off, until that of the next
   * working day); its due times stay, and a promise shows again when its due day begins at the
   * latest. Refuses E_CALENDAR_CLOSED, E_SNOOZE_PAST for a moment that has gone by, E_SNOOZE_LATE where its due time would pass unseen
   * (it is answered, acknowledged or moved instead), and E_SNOOZE_ENDED where there is nothing left to show.
   */
  snooze: command(
    { ...itemOf, showOn: Day, showTime: z.nullable(TimeOfDay) },
    { undo: true },
  ).returns<Snooze>(),
  /** Shows it again now; nothing is sent. Refuses E_SNOOZE_ENDED where it is in sight. */
  wake: command(itemOf, { undo: true }).returns<null>(),
}
