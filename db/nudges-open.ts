import type { ClientId } from '../shared/domain/ids'
import type { Nudge } from '../shared/domain/nudge'
import type { ClientPromise, DueDay } from '../shared/domain/promise'
import type { Wait } from '../shared/domain/wait'
import type { Day } from '../shared/lib/time'
import { toNudge } from './nudges'
import type { NudgeRow, ReadDb } from './schema'
import { readTogether } from './statements'

/** A wait that is open, and a promise that is, as reminders need them; clients who are archived are in neither. */
export type OpenWait = Pick<Wait, 'waitingSince' | 'ackMinutes' | 'ackDueAt' | 'clientId'> & {
  readonly waitId: Wait['id']
}
export type OpenPromise = DueDay &
  Pick<ClientPromise, 'saidAt' | 'clientId'> & { readonly promiseId: ClientPromise['id'] }

/** What is open, what was told of it, and what of it is put aside until when, on the business's clock. */
export type OpenItems = {
  readonly waits: readonly OpenWait[]
  readonly promises: readonly OpenPromise[]
  readonly kept: readonly Nudge[]
  readonly snoozes: readonly SnoozedItem[]
}

type SnoozedItem = {
  readonly item: 'wait' | 'promise'
  readonly itemId: number
  readonly showOn: Day
  readonly showTime: string
}

/**
 * Everything reminders are decided from, by open rows only, all of the same moment: promises whose own day has come
 * by `tomorrow` and the first one due after it, and of what was told, the part that belongs to them and to the days from
 * `yesterday` on.
 */
export const loadOpenItems = (db: ReadDb, days: { readonly yesterday: Day; readonly tomorrow: Day }) =>
  readTogether(db, async (select): Promise<OpenItems> => {
    const waits = await select<OpenWait>(openWaits)
    const near = await select<OpenPromise>(openPromises, [days.tomorrow])
    const next = await select<OpenPromise>(nextPromise, [days.tomorrow])
    const kept = await select<NudgeRow>(keptNudges, [days.tomorrow, days.yesterday])
    const snoozes = await select<SnoozedItem>(openSnoozes)
    const isNear = new Set(near.map(({ promiseId }) => promiseId))
    const promises = [...near, ...next.filter(({ promiseId }) => !isNear.has(promiseId))]
    return { waits, promises, kept: kept.map(toNudge), snoozes }
  })

export const openWaits = `
select wait.id as waitId, wait.client_id as clientId, wait.waiting_since as waitingSince,
  wait.ack_minutes as ackMinutes, wait.ack_due_at as ackDueAt
from wait indexed by wait_open_by_due
cross join client on client.id = wait.client_id
where wait.ended_at is null and client.archived_at is null
order by wait.ack_due_at`

const promiseColumns = `promise.id as promiseId, promise.client_id as clientId, promise.due_on as dueOn,
  promise.due_time as dueTime, promise.said_at as saidAt`

/** Takes the last own day. */
export const openPromises = `
select ${promiseColumns}
from promise cross join client on client.id = promise.client_id
where promise.state = 'open' and promise.own_on <= (select ?) and client.archived_at is null`

/** Takes the day after which. */
export const nextPromise = `
select ${promiseColumns}
from promise cross join client on client.id = promise.client_id
where promise.state = 'open' and promise.due_on > (select ?) and client.archived_at is null
order by promise.due_on limit 1`

/** Takes the last own day of promises, and the first day whose notes matter. */
export const keptNudges = `
select nudge.*
from wait indexed by wait_open_by_due
cross join nudge on nudge.item = 'wait' and nudge.item_id = wait.id
where wait.ended_at is null
union all
select nudge.*
from promise cross join nudge on nudge.item = 'promise' and nudge.item_id = promise.id
where promise.state = 'open' and promise.own_on <= (select ?)
union all
select * from nudge
where item = 'day' and item_id = 0 and stage in ('morning', 'closing') and occurrence >= (select ?)`

export const openSnoozes = `
select item, item_id as itemId, show_on as showOn, show_time as showTime
from snooze indexed by snooze_open
where ended_at is null and item in ('wait', 'promise')`

/** Clients whose reminders are looked for, each once. */
export const clientIdsOf = ({ waits, promises }: OpenItems): readonly ClientId[] => [
  ...new Set([...waits, ...promises].map(({ clientId }) => clientId)),
]
