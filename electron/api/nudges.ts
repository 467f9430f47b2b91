import { countNotInTime, listUnseen, updateNudge } from '../../db/nudges'
import type { Api } from '../../shared/api/index'
import { day } from '../../shared/lib/time'
import type { Answers } from './answers'
import { answerNote } from './note-answer'
import { nextNudgeAt } from './nudges-load'
import { showNudges } from './nudges-show'
import { tellNudges } from './nudges-tell'

/** So far back goes the count of what came late, in ms. */
const healthShown = 30 * day

export const nudges: Answers<Api['nudges']> = {
  tell: (context) => tellNudges(context),

  show: ({ db, now }) => showNudges(db, now),

  async acknowledge({ db, now }, { ids }) {
    for (const { id } of await listUnseen(db, ids)) await updateNudge(db, id, { acknowledgedAt: now })
    return null
  },

  answer: (context, { id, act }) => answerNote(context, id, act),

  async health({ read, now, host }) {
    const { late, missed } = await read((db) => countNotInTime(db, now - healthShown))
    const nextDueAt = await read((db) => nextNudgeAt(db, now))
    return { ...host.watch(), nextDueAt, lateCount: late, missedCount: missed }
  },
}
