import { getClient } from '../../db/clients'
import { insertMove, listMoves } from '../../db/promise-moves'
import { getPromise, insertPromise, updatePromise } from '../../db/promises'
import type { Api } from '../../shared/api/index'
import { dayOf } from '../../shared/lib/time'
import { daysToChoose, ownDayFor } from '../../shared/rules/capacity'
import {
  breakPromise,
  keepPromise,
  movePromise,
  refuseLateOwnDay,
  refusePast,
  withdrawPromise,
} from '../../shared/rules/promise-due'
import type { Answers } from './answers'
import { refuseOtherClient } from './belonging'
import { loadCalendar } from './calendar-of'
import { loadCapacity } from './capacity'
import { refuseNewer } from './revisions'

/** How many days are offered where nobody asks for more: two weeks. */
const usualChoice = 14

export const promises: Answers<Api['promises']> = {
  async show({ db }, { id }) {
    return { promise: await getPromise(db, id), moves: await listMoves(db, id) }
  },

  async days({ db, now }, { from = null, count, exceptPromiseId = null }) {
    const capacity = await loadCapacity(db, now, { from, exceptPromiseId })
    const toldOn = exceptPromiseId === null ? null : (await getPromise(db, exceptPromiseId)).dueOn
    return daysToChoose({ from, count: count ?? usualChoice, toldOn }, capacity)
  },

  async add({ db, now }, input) {
    const { clientId, projectId = null, conversationId = null, saidToPersonId = null, ...details } = input
    const calendar = await loadCalendar(db)
    await getClient(db, clientId)
    await refuseOtherClient(db, clientId, { personId: saidToPersonId, projectId, conversationId })
    refusePast(details, calendar, now)
    const ownOn = details.ownOn ?? ownDayFor(details.dueOn, dayOf(now, calendar.zone), calendar)
    refuseLateOwnDay(ownOn, details.dueOn)
    return insertPromise(db, {
      ...details,
      ownOn,
      clientId,
      projectId,
      conversationId,
      saidAt: now,
      saidChannel: details.saidChannel ?? 'note',
      saidToPersonId,
      messageId: null,
      letterId: null,
      state: 'open',
      endedAt: null,
      isKeptLate: null,
    })
  },

  async change({ db }, { id, revision, ...words }) {
    const promise = await getPromise(db, id)
    refuseNewer({ revision }, promise, words)
    refuseLateOwnDay(words.ownOn, promise.dueOn)
    return updatePromise(db, { ...promise, ...words })
  },

  async keep({ db, now }, { id }) {
    const kept = keepPromise(await getPromise(db, id), await loadCalendar(db), now)
    return updatePromise(db, kept)
  },

  async move({ db, now }, { id, revision, dueOn, dueTime, why }) {
    const promise = await getPromise(db, id)
    refuseNewer({ revision }, promise, { dueOn, dueTime })
    const how = { now, why, letterId: null }
    const moved = movePromise(promise, { dueOn, dueTime }, await loadCalendar(db), how)
    await insertMove(db, moved.move)
    return updatePromise(db, moved.promise)
  },

  async break({ db, now }, { id }) {
    const broken = breakPromise(await getPromise(db, id), await loadCalendar(db), now)
    return updatePromise(db, broken)
  },

  async withdraw({ db, now }, { id }) {
    return updatePromise(db, withdrawPromise(await getPromise(db, id), now))
  },
}
