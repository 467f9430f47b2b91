import type { ReadDb } from '../../db/schema'
import { listOpenWaitsOf, listPromisedWaitsOf } from '../../db/waits'
import type { ConversationId } from '../../shared/domain/ids'
import type { Message } from '../../shared/domain/message'
import type { Wait } from '../../shared/domain/wait'

type Unplaced = Pick<Message, 'clientId' | 'personId' | 'direction' | 'channel'>

/**
 * The conversation a logged message belongs to where none was given, or null for a new one. What comes in joins
 * the conversation in which that person waits, or was promised an answer. A call, a meeting or a word of ours
 * joins the one in which somebody waits, if there is only one: a reply to one person answers nobody else.
 */
export async function chooseConversation(db: ReadDb, message: Unplaced): Promise<ConversationId | null> {
  const { clientId, personId, direction, channel } = message
  if (direction === 'internal') return null
  const open = await listOpenWaitsOf(db, clientId)
  if (direction === 'outbound' || channel === 'call' || channel === 'meeting') return onlyOne(open, personId)
  const own = (wait: Wait) => wait.personId === personId
  const waiting = open.findLast(own)
  return (waiting ?? (await listPromisedWaitsOf(db, clientId)).find(own))?.conversationId ?? null
}

function onlyOne(open: readonly Wait[], personId: Message['personId']): ConversationId | null {
  const fitting = open.filter((wait) => [wait.personId, null].includes(personId) || wait.personId === null)
  return fitting.length === 1 ? (fitting[0]?.conversationId ?? null) : null
}
