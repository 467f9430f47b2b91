import { getClient, moveLast } from '../../db/clients'
import { getConversation, insertConversation, moveLastActivity } from '../../db/conversations'
import { insertMessage } from '../../db/messages'
import { listProjects } from '../../db/projects'
import type { WriteDb } from '../../db/schema'
import type { Logged } from '../../shared/api/messages'
import type { ClientId, LetterId, ProjectId, PromiseId } from '../../shared/domain/ids'
import type { Conversation, Message } from '../../shared/domain/message'
import type { Instant } from '../../shared/lib/time'
import { rememberMoveReply } from './remember-move-reply'
import { wakeBy } from './snoozes-ended'
import { turnClocks } from './turn-clocks'

/** A message before it is kept; without a conversation it begins one about `subject`. */
export type NewMessage = Pick<
  Message,
  'clientId' | 'personId' | 'direction' | 'channel' | 'at' | 'minutes' | 'text' | 'gist'
> & {
  readonly conversationId: Message['conversationId'] | null
  readonly projectId?: ProjectId | null
  readonly subject: string | null
}

/** Keeps what came in from a client, and starts the reply clock where it asks for a reply. */
export const receiveMessage = (
  db: WriteDb,
  message: Omit<NewMessage, 'direction'> & { readonly isHuman?: boolean },
  now: Instant,
): Promise<Logged> => keep(db, { ...message, direction: 'inbound' }, now)

/**
 * Keeps what went to a client: it ends the wait of its conversation and keeps the answer promised there, or, with
 * `acknowledges`, ends the wait as acknowledged and leaves the answer to that promise.
 */
export const recordOutbound = (
  db: WriteDb,
  message: Omit<NewMessage, 'direction'> & {
    readonly letterId?: LetterId | null
    readonly acknowledges?: PromiseId | null
  },
  now: Instant,
): Promise<Logged> => keep(db, { ...message, direction: 'outbound' }, now)

/** Keeps a message of any direction, logged by hand; a note to oneself turns no clock. */
export const keepMessage = (db: WriteDb, message: NewMessage, now: Instant): Promise<Logged> =>
  keep(db, message, now)

type AnyMessage = NewMessage & {
  readonly isHuman?: boolean
  readonly letterId?: LetterId | null
  readonly acknowledges?: PromiseId | null
}

async function keep(db: WriteDb, message: AnyMessage, now: Instant): Promise<Logged> {
  const conversation = await conversationOf(db, message)
  const { isHuman = true, letterId = null, acknowledges = null } = message
  const kept = await insertMessage(db, { ...message, conversationId: conversation.id, letterId, isHuman })
  await moveLastActivity(db, conversation, kept.at)
  await moveLastOfClient(db, kept)
  await rememberMoveReply(db, kept)
  const turned = await turnClocks(db, kept, acknowledges, now)
  await wakeBy(db, kept, now)
  return { messageId: kept.id, conversationId: conversation.id, ...turned }
}

async function conversationOf(db: WriteDb, message: AnyMessage): Promise<Conversation> {
  if (message.conversationId !== null) return getConversation(db, message.conversationId)
  const { clientId, subject, at } = message
  const projectId = message.projectId ?? (await findOnlyProject(db, clientId))
  return insertConversation(db, { clientId, projectId, subject, at })
}

/** A client's only open project is what a new conversation is about; with several nobody can know. */
async function findOnlyProject(db: WriteDb, clientId: ClientId): Promise<ProjectId | null> {
  const open = (await listProjects(db, clientId)).filter(({ state }) => state === 'open')
  return open.length === 1 ? (open[0]?.id ?? null) : null
}

async function moveLastOfClient(db: WriteDb, { clientId, direction, isHuman, at }: Message): Promise<void> {
  if (direction === 'internal' || !isHuman) return
  await moveLast(db, await getClient(db, clientId), direction, at)
}
