import { ClientId, PersonId, Revision } from '../domain/ids'
import { PersonDetails, type Person } from '../domain/person'
import { command } from './contract'

/** People at a client, each with all their addresses. */
export const people = {
  add: command({ clientId: ClientId, ...PersonDetails.shape }, { undo: true }).returns<Person>(),
  change: command(
    { id: PersonId, revision: Revision, ...PersonDetails.shape },
    { undo: true },
  ).returns<Person>(),
  /** Refuses E_PERSON_IN_USE while messages or promises name the person. */
  remove: command({ id: PersonId }, { undo: true }).returns<null>(),
}
