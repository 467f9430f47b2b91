import { getClient, moveLast } from '../../db/clients'
import { getExtra, insertExtra, isInLetter, removeExtra, updateExtra } from '../../db/extras'
import { getReward, listRewards, updateReward } from '../../db/rewards'
import type { WriteDb } from '../../db/schema'
import type { Api } from '../../shared/api/index'
import type { ClientId } from '../../shared/domain/ids'
import { Refusal } from '../../shared/lib/refusal'
import { dayOf, instantOf, type Day, type Instant } from '../../shared/lib/time'
import { declineExtra, giveExtra, planExtra, refuseGivenOn } from '../../shared/rules/extra-state'
import type { Answers } from './answers'
import { refuseOtherClient } from './belonging'
import { loadCalendar } from './calendar-of'
import { refuseNewer } from './revisions'
import { takeUpSuggestion } from './suggest-extra'

export const extras: Answers<Api['extras']> = {
  async add({ db, now }, { clientId, projectId = null, state, givenOn: on, ...details }) {
    const { zone } = await loadCalendar(db)
    const today = dayOf(now, zone)
    const givenOn = state === 'given' ? (on ?? today) : on
    await refuseOtherClient(db, clientId, { projectId })
    refuseGivenOn(state, givenOn, today)
    const givenAt = givenOn === today ? now : null
    const given = givenOn === null ? null : (givenAt ?? instantOf(givenOn, '00:00', zone))
    await rememberGiven(db, clientId, given)
    const whose = { clientId, projectId, rewardId: null }
    return insertExtra(db, { ...details, ...whose, state, givenOn, suggestedOn: null }, givenAt)
  },

  async change({ db }, { id, revision, ...details }) {
    const extra = await getExtra(db, id)
    refuseNewer({ revision }, extra, details)
    return updateExtra(db, { ...extra, ...details })
  },

  async give({ db, now }, { id }) {
    const today = await todayOf(db, now)
    const given = giveExtra(await getExtra(db, id), today, today)
    await rememberGiven(db, given.clientId, now)
    return updateExtra(db, given, now)
  },

  async plan({ db }, { id }) {
    return updateExtra(db, planExtra(await getExtra(db, id)))
  },

  async decline({ db, now }, { id }) {
    return updateExtra(db, declineExtra(await getExtra(db, id), await todayOf(db, now)))
  },

  async remove({ db }, { id }) {
    const extra = await getExtra(db, id)
    if (await isInLetter(db, extra)) throw new Refusal('conflict', 'E_EXTRA_IN_LETTER', { what: extra.what })
    await removeExtra(db, id)
    return null
  },

  suggest: ({ db, now }) => takeUpSuggestion(db, now),

  rewards: ({ db }) => listRewards(db),

  async changeReward({ db }, { rule, revision, ...details }) {
    const reward = await getReward(db, rule)
    refuseNewer({ revision }, reward, details)
    return updateReward(db, { ...reward, ...details })
  },
}

const todayOf = async (db: WriteDb, now: Instant): Promise<Day> => dayOf(now, (await loadCalendar(db)).zone)

/** Refuses E_CLIENT_GONE. */
async function rememberGiven(db: WriteDb, clientId: ClientId, at: Instant | null): Promise<void> {
  const client = await getClient(db, clientId)
  if (at !== null) await moveLast(db, client, 'extra', at)
}
