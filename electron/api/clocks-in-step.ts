import { listTouchedConversations } from '../../db/changes'
import { listMessages, listMessagesSince } from '../../db/messages'
import type { WriteDb } from '../../db/schema'
import { findLastEnd, findOpenWait } from '../../db/waits'
import type { ConversationId, OperationId } from '../../shared/domain/ids'
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

/** Ends a wait that has opened again where a later word has answered it, as if what was taken back had never been. */
export async function bringInStep(db: WriteDb, taken: OperationId, now: Instant): Promise<void> {
  for (const id of await listTouchedConversations(db, taken)) {
    const open = await findOpenWait(db, id)
    const later = open === undefined ? [] : await listMessagesSince(db, id, open.waitingSince)
    const answer = later.find((message) => stopsAcknowledge(eventOf(message)))
    if (answer !== undefined) await turnClocks(db, answer, null, now)
  }
}

/** Somebody waits exactly since the first message nobody has answered. */
async function isInStep(db: WriteDb, id: ConversationId): Promise<boolean> {
  const open = await findOpenWait(db, id)
  const unanswered = firstUnanswered(await listMessages(db, id), await findLastEnd(db, id))
  return open?.waitingSince === unanswered?.at
}
