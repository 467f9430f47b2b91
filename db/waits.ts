import type { ClientId, ConversationId, WaitId } from '../shared/domain/ids'
import type { Wait } from '../shared/domain/wait'
import { Refusal } from '../shared/lib/refusal'
import type { Instant } from '../shared/lib/time'
import { insertRow, updateRow } from './record'
import type { ReadDb, WaitRow, WriteDb } from './schema'
import { selectRows } from './statements'

export const toWait = (row: WaitRow): Wait => ({
  id: row.id,
  conversationId: row.conversation_id,
  clientId: row.client_id,
  personId: row.person_id,
  firstMessageId: row.first_message_id,
  waitingSince: row.waiting_since,
  ackMinutes: row.ack_minutes,
  ackDueAt: row.ack_due_at,
  ackedAt: row.acked_at,
  answerDays: row.answer_days,
  answerDueAt: row.answer_due_at,
  answerPromiseId: row.answer_promise_id,
  answeredAt: row.answered_at,
  because: row.because,
  standardId: row.standard_id,
  calendarVersion: row.calendar_version,
  endedAt: row.ended_at,
  endedBy: row.ended_by,
})

/** One wait, open or ended. Refuses E_WAIT_GONE. */
export async function getWait(db: ReadDb, id: WaitId): Promise<Wait> {
  const row = await db.selectFrom('wait').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('not-found', 'E_WAIT_GONE', { waitId: id })
  return toWait(row)
}

/** The wait that is open in a conversation; there is never more than one. */
export async function findOpenWait(db: ReadDb, conversationId: ConversationId): Promise<Wait | undefined> {
  const row = await openWaits(db).where('conversation_id', '=', conversationId).executeTakeFirst()
  return row && toWait(row)
}

/** Every open wait, the first due first. */
export async function listOpenWaits(db: ReadDb): Promise<readonly Wait[]> {
  return (await openWaits(db).orderBy('ack_due_at').execute()).map(toWait)
}

/** The open waits of a client, the oldest first. */
export async function listOpenWaitsOf(db: ReadDb, clientId: ClientId): Promise<readonly Wait[]> {
  return (await selectRows<WaitRow>(db, openWaitsOfClient, [clientId])).map(toWait)
}

/**
 * The waits of a client that were acknowledged and whose promise of an answer is still open, the latest first.
 * They stay ended; the promise carries what is left.
 */
export async function listPromisedWaitsOf(db: ReadDb, clientId: ClientId): Promise<readonly Wait[]> {
  return (await selectRows<WaitRow>(db, promisedWaitsOfClient, [clientId])).map(toWait)
}

/** When a wait of this conversation ended last, or null. */
export async function findLastEnd(db: ReadDb, conversationId: ConversationId): Promise<Instant | null> {
  const [row] = await selectRows<{ at: Instant | null }>(db, lastEnd, [conversationId])
  return row?.at ?? null
}

/*
 * Written out by hand: SQLite would walk all waits a client ever had, where an index holds only those that are
 * open, or promised, or one conversation's.
 */
export const openWaitsOfClient = `
select * from wait indexed by wait_open_by_client where client_id = ? and ended_at is null order by waiting_since`

export const promisedWaitsOfClient = `
select wait.*
from promise indexed by promise_open_by_client cross join wait on wait.answer_promise_id = promise.id
where promise.client_id = ? and promise.state = 'open' and wait.ended_at is not null
order by wait.waiting_since desc`

export const lastEnd = `
select max(ended_at) as at from wait indexed by wait_ended_by_conversation
where conversation_id = ? and ended_at is not null`

export async function insertWait(db: WriteDb, wait: Omit<Wait, 'id'>): Promise<Wait> {
  return toWait(await insertRow(db, 'wait', columnsOf(wait)))
}

export async function updateWait(db: WriteDb, wait: Wait): Promise<Wait> {
  return toWait(await updateRow(db, 'wait', wait.id, columnsOf(wait)))
}

/** Says with which calendar the open waits are counted from here on; it belongs to no command. */
export async function setCountedWith(db: WriteDb, calendarVersion: number): Promise<void> {
  await db
    .updateTable('wait')
    .set({ calendar_version: calendarVersion })
    .where('ended_at', 'is', null)
    .where('calendar_version', '!=', calendarVersion)
    .execute()
}

const openWaits = (db: ReadDb) => db.selectFrom('wait').selectAll().where('ended_at', 'is', null)

const columnsOf = (wait: Omit<Wait, 'id'>) => ({
  client_id: wait.clientId,
  conversation_id: wait.conversationId,
  person_id: wait.personId,
  first_message_id: wait.firstMessageId,
  waiting_since: wait.waitingSince,
  ack_minutes: wait.ackMinutes,
  ack_due_at: wait.ackDueAt,
  acked_at: wait.ackedAt,
  answer_days: wait.answerDays,
  answer_due_at: wait.answerDueAt,
  answer_promise_id: wait.answerPromiseId,
  answered_at: wait.answeredAt,
  because: wait.because,
  standard_id: wait.standardId,
  calendar_version: wait.calendarVersion,
  ended_at: wait.endedAt,
  ended_by: wait.endedBy,
})
