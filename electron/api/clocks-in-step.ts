import { listTouchedConversations } from '../../db/changes'
import { listMessages, listMessagesSince } from '../../db/messages'
import type { WriteDb } from '../../db/schema'
import { findLastEnd, findOpenWait } from '../../db/waits'
import type { ConversationId, OperationId } from '../../shared/domain/ids'
import type { Message } from '../../shared/domain/message'
import { Refusal } from '../../shared/lib/refusal'
import type { Instant } from '../../shared/lib/time'
import { eventOf, firstUnanswered, stopsAcknowledge } from '../../shared/rules/wait-events'
import { turnClocks } from './turn-clocks'

/**
 * Refuses E_UNDO_TOO_LATE where a command that was taken back leaves somebody waiting whom a later word has
 * answered, or nobody waiting for an answer to a later message.
 */
export async function refuseOutOfStep(db: WriteDb, taken: OperationId): Promise<void> {
  for (const id of await listTouchedConversations(db, taken))
    if (!(await isInStep(db, id))) throw new Refusal('conflict', 'E_UNDO_TOO_LATE')
}

/**
 * Turns the clocks that came out of step as if what was taken back had never been: a wait that has opened again ends
 * by a later word that has answered it, or else begins with the first message nobody has answered.
 */
export async function bringInStep(db: WriteDb, taken: OperationId, now: Instant): Promise<void> {
  for (const id of await listTouchedConversations(db, taken)) {
    const message = (await findAnswer(db, id)) ?? (await findUnanswered(db, id))
    if (message !== null) await turnClocks(db, message, null, now)
  }
}

/** Somebody waits exactly since the first message nobody has answered. */
async function isInStep(db: WriteDb, id: ConversationId): Promise<boolean> {
  const open = await findOpenWait(db, id)
  return open?.waitingSince === (await findUnanswered(db, id))?.at
}

/** The first word that answers the open wait although that is still open. */
async function findAnswer(db: WriteDb, id: ConversationId): Promise<Message | null> {
  const open = await findOpenWait(db, id)
  if (open === undefined) return null
  const later = await listMessagesSince(db, id, open.waitingSince)
  return later.find((message) => stopsAcknowledge(eventOf(message))) ?? null
}

const findUnanswered = async (db: WriteDb, id: ConversationId): Promise<Message | null> =>
  firstUnanswered(await listMessages(db, id), await findLastEnd(db, id))
