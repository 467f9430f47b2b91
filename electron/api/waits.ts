import { getWait } from '../../db/waits'
import type { Api } from '../../shared/api/index'
import type { Answers } from './answers'
import { endWait, refuseEnded } from './end-wait'
import { keepMessage } from './keep-message'

export const waits: Answers<Api['waits']> = {
  async noReplyNeeded({ db, now }, { id }) {
    await endWait(db, id, { endedBy: 'no-reply-needed', at: now }, now)
    return null
  },

  async called({ db, now }, { id, text }) {
    const wait = await getWait(db, id)
    await refuseEnded(db, wait)
    const { clientId, conversationId, personId } = wait
    const call = { direction: 'outbound', channel: 'call', at: now, text: text ?? '' } as const
    const unsaid = { minutes: null, gist: null, subject: null }
    return keepMessage(db, { clientId, conversationId, personId, ...call, ...unsaid }, now)
  },
}
