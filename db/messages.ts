import type { ConversationId, MessageId } from '../shared/domain/ids'
import type { Message } from '../shared/domain/message'
import { Refusal } from '../shared/lib/refusal'
import type { Instant } from '../shared/lib/time'
import { insertRow } from './record'
import type { MessageRow, ReadDb, WriteDb } from './schema'

export const toMessage = (row: MessageRow): Message => ({
  id: row.id,
  conversationId: row.conversation_id,
  clientId: row.client_id,
  personId: row.person_id,
  direction: row.direction,
  channel: row.channel,
  at: row.at,
  minutes: row.minutes,
  text: row.text,
  gist: row.gist,
  letterId: row.letter_id,
  isHuman: row.is_human === 1,
})

/** The messages of a conversation, oldest first. */
export async function listMessages(db: ReadDb, conversationId: ConversationId): Promise<readonly Message[]> {
  const rows = await ofConversation(db, conversationId).orderBy('at').orderBy('id').execute()
  return rows.map(toMessage)
}

/** One message. Refuses E_MESSAGE_GONE. */
export async function getMessage(db: ReadDb, id: MessageId): Promise<Message> {
  const row = await db.selectFrom('message').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('not-found', 'E_MESSAGE_GONE', { messageId: id })
  return toMessage(row)
}

/** The messages of a conversation from this moment on, oldest first. */
export async function listMessagesSince(
  db: ReadDb,
  conversationId: ConversationId,
  at: Instant,
): Promise<readonly Message[]> {
  const rows = await ofConversation(db, conversationId)
    .where('at', '>=', at)
    .orderBy('at')
    .orderBy('id')
    .execute()
  return rows.map(toMessage)
}

/** What went to the client last in this conversation, up to a moment. */
export async function findLastOutbound(
  db: ReadDb,
  conversationId: ConversationId,
  until: Instant,
): Promise<Message | undefined> {
  const row = await ofConversation(db, conversationId)
    .where('at', '<=', until)
    .where('direction', '=', 'outbound')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && toMessage(row)
}

export async function insertMessage(db: WriteDb, message: Omit<Message, 'id'>): Promise<Message> {
  const row = await insertRow(db, 'message', {
    conversation_id: message.conversationId,
    client_id: message.clientId,
    person_id: message.personId,
    direction: message.direction,
    channel: message.channel,
    at: message.at,
    minutes: message.minutes,
    text: message.text,
    gist: message.gist,
    letter_id: message.letterId,
    is_human: message.isHuman ? 1 : 0,
  })
  return toMessage(row)
}

const ofConversation = (db: ReadDb, conversationId: ConversationId) =>
  db.selectFrom('message').selectAll().where('conversation_id', '=', conversationId)
