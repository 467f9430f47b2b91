import type { ClientId, ConversationId, ProjectId } from '../shared/domain/ids'
import type { Conversation } from '../shared/domain/message'
import { Refusal } from '../shared/lib/refusal'
import type { Instant } from '../shared/lib/time'
import { insertRow, updateRow } from './record'
import type { ConversationRow, ReadDb, WriteDb } from './schema'

export const toConversation = (row: ConversationRow): Conversation => ({
  id: row.id,
  clientId: row.client_id,
  projectId: row.project_id,
  subject: row.subject,
  lastActivityAt: row.last_activity_at,
})

/** The conversations of a client, the latest first. */
export async function listConversations(
  db: ReadDb,
  clientId: ClientId,
  limit: number,
): Promise<readonly Conversation[]> {
  const rows = await db
    .selectFrom('conversation')
    .selectAll()
    .where('client_id', '=', clientId)
    .orderBy('last_activity_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toConversation)
}

/** One conversation. Refuses E_CONVERSATION_GONE. */
export async function getConversation(db: ReadDb, id: ConversationId): Promise<Conversation> {
  const row = await db.selectFrom('conversation').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('not-found', 'E_CONVERSATION_GONE', { conversationId: id })
  return toConversation(row)
}

/** What a conversation begins with; `at` is its first moment of activity. */
export type NewConversation = {
  readonly clientId: ClientId
  readonly projectId: ProjectId | null
  readonly subject: string | null
  readonly at: Instant
}

export async function insertConversation(db: WriteDb, begin: NewConversation): Promise<Conversation> {
  const { clientId, projectId, subject, at } = begin
  const row = { client_id: clientId, project_id: projectId, subject, last_activity_at: at }
  return toConversation(await insertRow(db, 'conversation', row))
}

/** Moves a conversation's last activity forward to this moment; never back. */
export async function moveLastActivity(db: WriteDb, conversation: Conversation, at: Instant): Promise<void> {
  if (at <= conversation.lastActivityAt) return
  await updateRow(db, 'conversation', conversation.id, { last_activity_at: at })
}
