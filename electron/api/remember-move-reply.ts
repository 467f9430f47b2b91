import { findLastOutbound } from '../../db/messages'
import { findMoveOfLetter, setMoveReply } from '../../db/promise-moves'
import type { WriteDb } from '../../db/schema'
import type { Message } from '../../shared/domain/message'

/** Keeps with a moved date what they answered to the letter that moved it: the first that came in after it. */
export async function rememberMoveReply(db: WriteDb, message: Message): Promise<void> {
  const { clientId, conversationId, direction, isHuman, at, id } = message
  if (direction !== 'inbound' || !isHuman) return
  const letterId = (await findLastOutbound(db, conversationId, at))?.letterId ?? null
  const move = letterId === null ? undefined : await findMoveOfLetter(db, clientId, letterId)
  if (move?.replyMessageId === null) await setMoveReply(db, move.id, id)
}
