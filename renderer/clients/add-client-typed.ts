import type { InputOf } from '../../shared/api/contract'
import type { api } from '../../shared/api/index'
import type { Stage } from '../../shared/domain/client'
import { ClientId } from '../../shared/domain/ids'
import { isPersonTyped, newPerson, personDetails, type PersonTyped } from '../client/person-typed'
import { newProject, projectDetails, type ProjectTyped } from '../client/project-typed'
import { lineOf } from '../form/typed'
import type { PickedClient } from './ClientPicker'

/** A client that is being added, with people and a first project. */
export type AddClientTyped = {
  readonly name: string
  readonly shortName: string
  readonly stage: Stage
  readonly sentBy: PickedClient | null
  readonly people: readonly PersonTyped[]
  readonly hasProject: boolean
  readonly project: ProjectTyped
  readonly note: string
}

/** Nobody yet: one person to fill in, and a project of the usual kind. */
export const newClient = (kind: string, year: number): AddClientTyped => ({
  name: '',
  shortName: '',
  stage: 'current',
  sentBy: null,
  people: [newPerson],
  hasProject: true,
  project: newProject(kind, year),
  note: '',
})

/** What was typed, as it is asked for; people of whom nothing was typed are left out. */
export const clientInput = (typed: AddClientTyped): InputOf<typeof api.clients.add> => ({
  name: typed.name,
  shortName: lineOf(typed.shortName),
  stage: typed.stage,
  sentByClientId: typed.sentBy && ClientId.parse(typed.sentBy.id),
  language: null,
  zone: null,
  people: typed.people.filter(isPersonTyped).map(personDetails),
  project: typed.hasProject ? projectDetails(typed.project) : null,
  note: lineOf(typed.note),
})

/** Where a person stands among those that are asked for. */
export const placeOfPerson = ({ people }: AddClientTyped, index: number): number =>
  people.slice(0, index).filter(isPersonTyped).length
