import type { Client } from '../shared/domain/client'
import type { ClientId, NoteId, PersonId } from '../shared/domain/ids'
import type { ClientPromise } from '../shared/domain/promise'
import type { Wait } from '../shared/domain/wait'
import type { Instant } from '../shared/lib/time'
import { insertRow } from './record'
import type { NoteRow, ReadDb, WriteDb } from './schema'
import { selectRows } from './statements'

/** A note the user got, and the clients it told of. */
export type RecentNote = { readonly shownAt: Instant; readonly clientIds: readonly ClientId[] }

/** The notes shown since a moment, the oldest first. */
export async function listNotesSince(db: ReadDb, since: Instant): Promise<readonly RecentNote[]> {
  type Row = { readonly id: NoteId; readonly shownAt: Instant; readonly clientIds: string }
  const rows = await selectRows<Row>(db, notesSince, [since])
  return rows.map(({ shownAt, clientIds }) => ({ shownAt, clientIds: JSON.parse(clientIds) as ClientId[] }))
}

export const notesSince = `
select note.id, note.shown_at as shownAt, (
    select json_group_array(told.client_id) from (
      select note.client_id union select nudge.client_id from nudge where nudge.note_id = note.id
    ) as told where told.client_id is not null) as clientIds
from note where note.shown_at > (select ?) order by note.shown_at`

/** When the user got the last note up to this moment; null where there was none. */
export async function findLastNoteAt(db: ReadDb, until: Instant): Promise<Instant | null> {
  const [row] = await selectRows<{ at: Instant | null }>(db, lastNote, [until])
  return row?.at ?? null
}

export const lastNote = `select max(shown_at) as at from note where shown_at <= (select ?)`

/** One note. */
export const findNote = (db: ReadDb, id: NoteId): Promise<NoteRow | undefined> =>
  db.selectFrom('note').selectAll().where('id', '=', id).executeTakeFirst()

/** Keeps that the user got a note. */
export async function insertNote(
  db: WriteDb,
  note: Pick<NoteRow, 'kind' | 'client_id'>,
  shownAt: Instant,
): Promise<NoteId> {
  return (await insertRow(db, 'note', { ...note, shown_at: shownAt })).id
}

type Whose = Pick<Client, 'shortName'> & { readonly clientId: ClientId; readonly clientName: string }

/** What a note says of somebody who waits. */
export type WaitTold = Whose &
  Pick<Wait, 'waitingSince' | 'ackMinutes' | 'ackDueAt'> & {
    readonly waitId: Wait['id']
    readonly personId: PersonId | null
    readonly personName: string | null
    readonly personCalled: string | null
    readonly text: string
  }

/** What a note says of a promise. */
export type PromiseTold = Whose &
  Pick<ClientPromise, 'what' | 'asNoun' | 'dueOn' | 'dueTime'> & { readonly promiseId: ClientPromise['id'] }

/** These waits, the one due first first. */
export const listWaitsTold = (db: ReadDb, ids: readonly number[]): Promise<readonly WaitTold[]> =>
  ids.length === 0 ? Promise.resolve([]) : selectRows<WaitTold>(db, waitsTold, [JSON.stringify(ids)])

/** These promises, the one due first first. */
export const listPromisesTold = (db: ReadDb, ids: readonly number[]): Promise<readonly PromiseTold[]> =>
  ids.length === 0 ? Promise.resolve([]) : selectRows<PromiseTold>(db, promisesTold, [JSON.stringify(ids)])

const whose = `client.id as clientId, client.name as clientName, client.short_name as shortName`

/** Enough of a message to find its first question. */
const textShown = 4_000

export const waitsTold = `
select ${whose}, wait.id as waitId, wait.waiting_since as waitingSince, wait.ack_minutes as ackMinutes,
  wait.ack_due_at as ackDueAt, wait.person_id as personId, person.name as personName,
  person.called as personCalled, substr(message.text, 1, ${textShown}) as text
from json_each(?) as wanted
cross join wait on wait.id = wanted.value
cross join client on client.id = wait.client_id
cross join message on message.id = wait.first_message_id
left join person on person.id = wait.person_id
order by wait.ack_due_at, wait.id`

export const promisesTold = `
select ${whose}, promise.id as promiseId, promise.what, promise.as_noun as asNoun, promise.due_on as dueOn,
  promise.due_time as dueTime
from json_each(?) as wanted
cross join promise on promise.id = wanted.value
cross join client on client.id = promise.client_id
order by promise.due_on, promise.due_time is null, promise.due_time, promise.id`
