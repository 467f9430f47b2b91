import { getClient } from '../../db/clients'
import { getMilestone, insertMilestone, removeMilestone, setDone, updateMilestone } from '../../db/milestones'
import type { Api } from '../../shared/api/index'
import type { Answers } from './answers'
import { refuseOtherClient } from './belonging'
import { refuseNewer } from './revisions'

export const milestones: Answers<Api['milestones']> = {
  async add({ db }, { clientId, ...details }) {
    await getClient(db, clientId)
    await refuseOtherClient(db, clientId, details)
    return insertMilestone(db, clientId, details)
  },

  async change({ db }, { id, revision, ...details }) {
    const current = await getMilestone(db, id)
    refuseNewer({ revision }, current, details)
    await refuseOtherClient(db, current.clientId, details)
    return updateMilestone(db, id, details)
  },

  async done({ db, now }, { id, isDone }) {
    const { doneAt } = await getMilestone(db, id)
    return setDone(db, id, isDone ? (doneAt ?? now) : null)
  },

  async remove({ db }, { id }) {
    await getMilestone(db, id)
    await removeMilestone(db, id)
    return null
  },
}
