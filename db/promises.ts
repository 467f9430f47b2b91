import { sql } from 'kysely'
import type { ClientId, PromiseId } from '../shared/domain/ids'
import type { ClientPromise } from '../shared/domain/promise'
import { Refusal } from '../shared/lib/refusal'
import type { Day } from '../shared/lib/time'
import { insertRow, updateRow } from './record'
import type { PromiseRow, ReadDb, WriteDb } from './schema'
import { selectRows } from './statements'

export const toPromise = (row: PromiseRow): ClientPromise => ({
  id: row.id,
  clientId: row.client_id,
  projectId: row.project_id,
  conversationId: row.conversation_id,
  what: row.what,
  asNoun: row.as_noun,
  doneAs: row.done_as,
  note: row.note,
  dueOn: row.due_on,
  dueTime: row.due_time,
  ownOn: row.own_on,
  saidAt: row.said_at,
  saidChannel: row.said_channel,
  saidToPersonId: row.said_to_person_id,
  messageId: row.message_id,
  letterId: row.letter_id,
  state: row.state,
  endedAt: row.ended_at,
  isKeptLate: row.is_kept_late === null ? null : row.is_kept_late === 1,
  revision: row.revision,
})

/** One promise, open or ended. Refuses E_PROMISE_GONE. */
export async function getPromise(db: ReadDb, id: PromiseId): Promise<ClientPromise> {
  const row = await db.selectFrom('promise').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('not-found', 'E_PROMISE_GONE', { promiseId: id })
  return toPromise(row)
}

/** What a client was promised and still waits for, the nearest told day first. */
export async function listOpenPromisesOf(db: ReadDb, clientId: ClientId): Promise<readonly ClientPromise[]> {
  const rows = await openPromises(db)
    .selectAll()
    .where('client_id', '=', clientId)
    .orderBy('due_on')
    .orderBy('id')
    .execute()
  return rows.map(toPromise)
}

/**
 * How many open promises are told for each day from `from` on, those to archived clients left out; days without
 * any have no entry.
 */
export async function loadsByDay(
  db: ReadDb,
  from: Day,
  { until = lastDay, exceptPromiseId = 0 }: { readonly until?: Day; readonly exceptPromiseId?: number } = {},
): Promise<ReadonlyMap<Day, number>> {
  const rows = await selectRows<{ day: Day; promises: number }>(db, openByDay, [from, until, exceptPromiseId])
  return new Map(rows.map(({ day, promises }) => [day, promises]))
}

const lastDay = '9999-12-31'

/** Takes the first and the last day, and the id of a promise that does not count. */
export const openByDay = `
select promise.due_on as day, count(*) as promises
from promise cross join client on client.id = promise.client_id
where promise.state = 'open' and promise.due_on >= ? and promise.due_on <= ? and promise.id <> ?
  and client.archived_at is null
group by promise.due_on`

export async function insertPromise(
  db: WriteDb,
  promise: Omit<ClientPromise, 'id' | 'revision'>,
): Promise<ClientPromise> {
  const whose = {
    client_id: promise.clientId,
    project_id: promise.projectId,
    conversation_id: promise.conversationId,
    said_at: promise.saidAt,
    said_channel: promise.saidChannel,
    said_to_person_id: promise.saidToPersonId,
    message_id: promise.messageId,
    letter_id: promise.letterId,
  }
  return toPromise(await insertRow(db, 'promise', { ...whose, ...changingColumns(promise) }))
}

/** Keeps a promise as a rule has changed it; to whom and when it was said never changes. */
export async function updatePromise(db: WriteDb, promise: ClientPromise): Promise<ClientPromise> {
  return toPromise(await updateRow(db, 'promise', promise.id, changingColumns(promise)))
}

/** The indexes of open promises hold only where the state stands in the text of the query. */
const openPromises = (db: ReadDb) =>
  db.selectFrom('promise').where('promise.state', '=', sql.lit<'open'>('open'))

const changingColumns = (promise: Omit<ClientPromise, 'id' | 'revision'>) => ({
  what: promise.what,
  as_noun: promise.asNoun,
  done_as: promise.doneAs,
  note: promise.note,
  due_on: promise.dueOn,
  due_time: promise.dueTime,
  own_on: promise.ownOn,
  state: promise.state,
  ended_at: promise.endedAt,
  is_kept_late: promise.isKeptLate === null ? null : promise.isKeptLate ? (1 as const) : (0 as const),
})
