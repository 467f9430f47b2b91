import type { Extra } from '../shared/domain/extra'
import type { ClientId, RewardId } from '../shared/domain/ids'
import type { Day } from '../shared/lib/time'
import { toExtra } from './extras'
import type { ExtraRow, ReadDb } from './schema'
import { selectRows } from './statements'

/*
 * What the extra of the day is chosen from. Asked once a day, so that it may look at more than Today does.
 */

/** Ideas of clients who are not archived, those with the nearest occasion first; what has passed is left out. */
export async function listIdeas(db: ReadDb, today: Day): Promise<readonly Extra[]> {
  return (await selectRows<ExtraRow>(db, ideas, [today])).map(toExtra)
}

export const ideas = `
select extra.* from extra cross join client on client.id = extra.client_id
where extra.state in ('idea', 'suggested', 'planned') and extra.state = 'idea'
  and (extra.occasion_on is null or extra.occasion_on >= ?) and client.archived_at is null
order by extra.occasion_on is null, extra.occasion_on, extra.id limit 500`

/** How much room there is for one more: what is open, what of today, and the money that is given or bound. */
export type ExtraRoom = {
  readonly openCount: number
  readonly suggestedToday: number
  readonly boundMinor: number
}

/** Counts what is open and sums up what was given from a day on and what is open besides. */
export async function readRoom(db: ReadDb, today: Day, yearFrom: Day): Promise<ExtraRoom> {
  const [room] = await selectRows<ExtraRoom>(db, roomLeft, [today, yearFrom])
  return room ?? { openCount: 0, suggestedToday: 0, boundMinor: 0 }
}

const open = `extra.state in ('idea', 'suggested', 'planned') and extra.state in ('suggested', 'planned')`

/** Takes today and the first day of the year. */
export const roomLeft = `
select
  (select count(*) from extra cross join client on client.id = extra.client_id
    where ${open} and client.archived_at is null) as openCount,
  (select count(*) from extra where suggested_on = ?) as suggestedToday,
  (select coalesce(sum(cost_minor), 0) from extra where state = 'given' and given_on >= ?)
    + (select coalesce(sum(cost_minor), 0) from extra where ${open}) as boundMinor`

/**
 * An extra of a client, whatever became of it: the day it counts for (empty where nobody set one), and the money
 * that was given this year or is still to be given.
 */
export type PastExtra = {
  readonly clientId: ClientId
  readonly what: string
  readonly rewardId: RewardId | null
  readonly on: Day
  readonly boundMinor: number
  readonly isOpen: 0 | 1
}

/** What these clients were given, suggested or promised, except ideas. */
export function listPastExtras(
  db: ReadDb,
  clientIds: readonly ClientId[],
  yearFrom: Day,
): Promise<readonly PastExtra[]> {
  return selectRows<PastExtra>(db, pastExtras, [yearFrom, JSON.stringify(clientIds)])
}

/** Takes the first day of the year and a JSON list of clients. */
export const pastExtras = `
select extra.client_id as clientId, extra.what, extra.reward_id as rewardId,
  max(coalesce(extra.given_on, ''), coalesce(extra.suggested_on, '')) as "on",
  iif(extra.state in ('suggested', 'planned') or (extra.state = 'given' and extra.given_on >= ?),
    coalesce(extra.cost_minor, 0), 0) as boundMinor,
  extra.state in ('suggested', 'planned') as isOpen
from json_each(?) as wanted cross join extra on extra.client_id = wanted.value
where extra.state <> 'idea'`
