import { insertClient, updateClient } from '../../db/clients'
import { insertMilestone, setDone } from '../../db/milestones'
import { insertPerson } from '../../db/people'
import { insertProject } from '../../db/projects'
import type { WriteDb } from '../../db/schema'
import type { AddressDetails, Person, PersonDetails } from '../../shared/domain/person'
import type { Client } from '../../shared/domain/client'
import type { Project } from '../../shared/domain/project'
import type { Zone } from '../../shared/lib/time'
import type { SampleClient, SampleMilestone, SamplePerson, SampleProject } from '../../shared/samples/sample'
import { atLocal } from './sample-time'

/** A sample client once it is in the store, with the sample it came from. */
export type AddedClient = {
  readonly sample: SampleClient
  readonly client: Client
  readonly people: readonly Person[]
  readonly projects: readonly Project[]
}

/** Adds a client with its people, projects and their milestones, as they began. */
export async function addClient(db: WriteDb, sample: SampleClient, zone: Zone): Promise<AddedClient> {
  const { name, shortName = null, stage } = sample
  const details = { name, shortName, stage, sentByClientId: null, language: null, zone: null }
  const addedAt = atLocal(sample.addedAt, zone)
  const client = await insertClient(db, details, addedAt)
  const people: Person[] = []
  for (const each of sample.people) people.push(await insertPerson(db, client.id, personOf(each)))
  const projects: Project[] = []
  for (const each of sample.projects ?? []) projects.push(await addProject(db, client, each, zone))
  return { sample, client, people, projects }
}

/** Says who sent a client, once all of them are there. */
export async function sentBy(db: WriteDb, added: AddedClient, all: readonly AddedClient[]): Promise<void> {
  const sender = all.find(({ sample }) => sample.name === added.sample.sentBy)
  if (sender) await updateClient(db, added.client.id, { ...added.client, sentByClientId: sender.client.id })
}

async function addProject(db: WriteDb, client: Client, sample: SampleProject, zone: Zone): Promise<Project> {
  const project = await insertProject(db, {
    clientId: client.id,
    addedAt: client.addedAt,
    nextUpdateOn: null,
    kind: sample.kind,
    eventOn: sample.eventOn ?? null,
    eventMonth: sample.eventMonth ?? null,
    venue: sample.venue ?? null,
    place: sample.place ?? null,
    guests: sample.guests ?? null,
    isGuestsAbout: sample.guests !== undefined,
    state: sample.state ?? 'open',
    standing: sample.standing ?? null,
    cadenceDays: sample.cadenceDays ?? null,
  })
  for (const each of sample.milestones ?? []) await addMilestone(db, project, each, zone)
  return project
}

async function addMilestone(
  db: WriteDb,
  project: Project,
  sample: SampleMilestone,
  zone: Zone,
): Promise<void> {
  const { id } = await insertMilestone(db, project.clientId, {
    projectId: project.id,
    personId: null,
    kind: sample.kind,
    what: sample.what,
    onDay: sample.on,
    atTime: sample.at ?? null,
    place: sample.place ?? null,
    whose: sample.whose ?? 'own',
    toldAs: sample.toldAs ?? null,
  })
  if (sample.doneAt !== undefined) await setDone(db, id, atLocal(sample.doneAt, zone))
}

const personOf = (sample: SamplePerson): PersonDetails => ({
  name: sample.name,
  called: sample.called ?? null,
  relation: sample.relation ?? null,
  decidesOn: sample.decidesOn ?? null,
  prefers: sample.prefers ?? null,
  note: sample.note ?? null,
  isInLetters: sample.notInLetters !== true,
  birthday: sample.birthday ?? null,
  addresses: addressesOf(sample),
})

const addressesOf = ({ email, phone }: SamplePerson): AddressDetails[] => [
  ...(email === undefined ? [] : [{ kind: 'email' as const, value: email }]),
  ...(phone === undefined ? [] : [{ kind: 'phone' as const, value: phone }]),
]
