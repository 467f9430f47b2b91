import { getClient } from '../../db/clients'
import { getPerson, insertPerson, isPersonInUse, removePerson, updatePerson } from '../../db/people'
import type { Api } from '../../shared/api/index'
import { Refusal } from '../../shared/lib/refusal'
import type { Answers } from './answers'
import { refuseNewer } from './revisions'

export const people: Answers<Api['people']> = {
  async add({ db }, { clientId, ...details }) {
    await getClient(db, clientId)
    return insertPerson(db, clientId, details)
  },

  async change({ db }, { id, revision, ...details }) {
    refuseNewer({ revision }, await getPerson(db, id), details)
    return updatePerson(db, id, details)
  },

  async remove({ db }, { id }) {
    const person = await getPerson(db, id)
    if (await isPersonInUse(db, person))
      throw new Refusal('conflict', 'E_PERSON_IN_USE', { personId: id, name: person.name })
    await removePerson(db, id)
    return null
  },
}
