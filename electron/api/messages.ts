import { getBusiness } from '../../db/business'
import { getClient } from '../../db/clients'
import { getConversation } from '../../db/conversations'
import { listMessages } from '../../db/messages'
import type { ReadDb } from '../../db/schema'
import type { Api } from '../../shared/api/index'
import { shortNameOf, type Client } from '../../shared/domain/client'
import type { Channel, Direction } from '../../shared/domain/message'
import { Refusal } from '../../shared/lib/refusal'
import { minute, type Instant } from '../../shared/lib/time'
import { momentLong } from '../../shared/words/format'
import type { Answers } from './answers'
import { refuseOtherClient } from './belonging'
import { chooseConversation } from './choose-conversation'
import { keepMessage } from './keep-message'

/** Clocks of two machines may differ by this much. */
const aheadAtMost = minute

export const messages: Answers<Api['messages']> = {
  async log({ db, now }, input) {
    refuseMisnamed(input.channel, input.direction)
    await refuseFuture(db, input.at, now)
    refuseArchived(await getClient(db, input.clientId), input.direction)
    await refuseOtherClient(db, input.clientId, input)
    const { subject = null, gist = null, minutes = null } = input
    const conversationId = input.conversationId ?? (await chooseConversation(db, input))
    return keepMessage(db, { ...input, conversationId, subject, gist, minutes }, now)
  },

  conversation: async ({ db }, { id }) => ({
    conversation: await getConversation(db, id),
    messages: await listMessages(db, id),
  }),
}

/** A note is always internal, and nothing else is. Refuses E_NOTE_INTERNAL. */
function refuseMisnamed(channel: Channel, direction: Direction): void {
  if ((channel === 'note') !== (direction === 'internal')) throw new Refusal('invalid', 'E_NOTE_INTERNAL')
}

/** Nobody would see a clock that starts at an archived client. Refuses E_CLIENT_ARCHIVED; a note may be kept. */
function refuseArchived(client: Client, direction: Direction): void {
  if (client.archivedAt === null || direction === 'internal') return
  throw new Refusal('not-allowed', 'E_CLIENT_ARCHIVED', { name: shortNameOf(client) })
}

async function refuseFuture(db: ReadDb, at: Instant, now: Instant): Promise<void> {
  if (at <= now + aheadAtMost) return
  const { zone, language } = await getBusiness(db)
  throw new Refusal('invalid', 'E_FUTURE_MOMENT', { at, moment: momentLong(at, zone, language) })
}
