import { discardDraft, getLetter, saveDraft } from '../../db/letters'
import type { Api } from '../../shared/api/index'
import { getWait } from '../../db/waits'
import type { Answers } from './answers'
import { beginLetter } from './letter-begin'
import { loadDraft } from './letter-draft'
import { fileOf } from './letter-file'
import { loadOutbox } from './letter-outbox'
import { handOver, markSent, notSent, refuseState, sendLetter, sendNow, takeBack } from './letter-send'
import { refuseNewer } from './revisions'

export const letters: Answers<Api['letters']> = {
  async begin({ db, now }, input) {
    const { kind, clientId, promise = null } = input
    const { projectId = null, waitId = null, promiseId = null, extraId = null } = input
    const matter = { kind, clientId, projectId, waitId, promiseId, extraId }
    return loadDraft(db, await beginLetter(db, matter, promise, now), now)
  },

  show: async ({ db, now }, { id }) => loadDraft(db, await getLetter(db, id), now),

  async save({ db, now }, { id, revision, ...typed }) {
    const letter = await getLetter(db, id)
    refuseState(letter, ['draft'])
    refuseNewer({ revision }, letter, typed)
    return loadDraft(db, await saveDraft(db, id, typed, now), now)
  },

  async discard({ db }, { id }) {
    refuseState(await getLetter(db, id), ['draft', 'failed'])
    await discardDraft(db, id)
    return null
  },

  async send(context, { id, revision, hold }) {
    const letter = await getLetter(context.db, id)
    refuseState(letter, ['draft'])
    refuseNewer({ revision }, letter, {})
    return sendLetter(context, letter, hold === 'ten-minutes')
  },

  async acknowledge(context, { waitId, promise = null }) {
    const { db, now } = context
    const { clientId } = await getWait(db, waitId)
    const matter = {
      kind: 'acknowledge' as const,
      clientId,
      waitId,
      projectId: null,
      promiseId: null,
      extraId: null,
    }
    const draft = await beginLetter(db, matter, promise, now)
    const letter = await sendLetter(context, draft, false)
    return { letter, promisedOn: draft.promise?.on ?? '' }
  },

  async handOver(context, { id, revision, way }) {
    const letter = await getLetter(context.db, id)
    refuseState(letter, ['draft'])
    refuseNewer({ revision }, letter, {})
    return fileOf(await handOver(context, letter, way))
  },

  markSent: async ({ db, now }, { id }) => markSent(db, await getLetter(db, id), now),

  notSent: async ({ db, now }, { id }) => notSent(db, await getLetter(db, id), now),

  takeBack: async ({ db, now }, { id }) => takeBack(db, await getLetter(db, id), now),

  sendNow: async ({ db, now }, { id }) => sendNow(db, await getLetter(db, id), now),

  outbox: ({ db, now }, { offset = 0 }) => loadOutbox(db, offset, now),
}
