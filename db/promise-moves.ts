import type { ClientId, LetterId, MessageId, PromiseId, PromiseMoveId } from '../shared/domain/ids'
import type { PromiseMove } from '../shared/domain/promise'
import { insertRow, updateRow } from './record'
import type { PromiseMoveRow, ReadDb, WriteDb } from './schema'

export const toMove = (row: PromiseMoveRow): PromiseMove => ({
  id: row.id,
  promiseId: row.promise_id,
  clientId: row.client_id,
  at: row.at,
  fromOn: row.from_on,
  fromTime: row.from_time,
  toOn: row.to_on,
  toTime: row.to_time,
  isBeforeDue: row.is_before_due === 1,
  why: row.why,
  letterId: row.letter_id,
  isToldOtherwise: row.is_told_otherwise === 1,
  replyMessageId: row.reply_message_id,
})

/** Every move of a promise's date, in order. */
export async function listMoves(db: ReadDb, promiseId: PromiseId): Promise<readonly PromiseMove[]> {
  const rows = await db
    .selectFrom('promise_move')
    .selectAll()
    .where('promise_id', '=', promiseId)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(toMove)
}

/** The move that a letter told of. */
export async function findMoveOfLetter(
  db: ReadDb,
  clientId: ClientId,
  letterId: LetterId,
): Promise<PromiseMove | undefined> {
  const row = await db
    .selectFrom('promise_move')
    .selectAll()
    .where('client_id', '=', clientId)
    .where('letter_id', '=', letterId)
    .executeTakeFirst()
  return row && toMove(row)
}

export async function insertMove(
  db: WriteDb,
  move: Omit<PromiseMove, 'id' | 'replyMessageId'>,
): Promise<PromiseMove> {
  const row = await insertRow(db, 'promise_move', {
    promise_id: move.promiseId,
    client_id: move.clientId,
    at: move.at,
    from_on: move.fromOn,
    from_time: move.fromTime,
    to_on: move.toOn,
    to_time: move.toTime,
    is_before_due: move.isBeforeDue ? 1 : 0,
    why: move.why,
    letter_id: move.letterId,
    is_told_otherwise: move.isToldOtherwise ? 1 : 0,
    reply_message_id: null,
  })
  return toMove(row)
}

/** Remembers what the client answered to a moved date. */
export async function setMoveReply(
  db: WriteDb,
  id: PromiseMoveId,
  messageId: MessageId,
): Promise<PromiseMove> {
  return toMove(await updateRow(db, 'promise_move', id, { reply_message_id: messageId }))
}
