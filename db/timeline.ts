import type { ClientId } from '../shared/domain/ids'
import type { Instant } from '../shared/lib/time'
import type { ReadDb } from './schema'
import { selectRows } from './statements'
import {
  endedArm,
  extraArm,
  madeArm,
  messageArm,
  movedArm,
  updateArm,
  type TimelineRow,
} from './timeline-arms'

/**
 * What happened with a client before a moment, newest first. Entries of one and the same moment are never torn
 * apart: there may be a few more than `limit`.
 */
export async function listTimeline(
  db: ReadDb,
  clientId: ClientId,
  part: TimelinePart,
  page: { readonly before: Instant | null; readonly limit: number },
): Promise<readonly TimelineRow[]> {
  const { text, arms } = timelines[part]
  const { before, limit } = page
  const ofArms = Array.from({ length: arms }, () => [clientId, before ?? Number.MAX_SAFE_INTEGER])
  const rows = await selectRows<TimelineRow>(db, text, [...ofArms.flat(), limit + sameMoment])
  const last = rows[limit - 1]?.at
  return rows.filter((row, place) => place < limit || row.at === last)
}

/** At most so many entries share a moment: a letter with the promises, moves, update and extra it tells of. */
const sameMoment = 12

/*
 * One plain UNION ALL: SQLite merges the arms over their (client, moment) indexes and stops after the limit, so
 * a long history costs no more than a short one.
 */
const timeline = (...arms: readonly string[]) => ({
  arms: arms.length,
  text: `${arms.join('\nunion all\n')}\norder by at desc limit ?`,
})

/** The statements by what they show. */
export const timelines = {
  all: timeline(messageArm, madeArm, endedArm, movedArm, updateArm, extraArm),
  messages: timeline(messageArm),
  promises: timeline(madeArm, endedArm, movedArm),
  updates: timeline(updateArm),
  extras: timeline(extraArm),
} as const
export type TimelinePart = keyof typeof timelines
