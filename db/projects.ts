import type { ClientId, ProjectId } from '../shared/domain/ids'
import type { Project, ProjectDetails } from '../shared/domain/project'
import { Refusal } from '../shared/lib/refusal'
import type { Day, Instant } from '../shared/lib/time'
import { insertRow, updateRow } from './record'
import type { ProjectRow, ReadDb, WriteDb } from './schema'

export const toProject = (row: ProjectRow): Project => ({
  id: row.id,
  clientId: row.client_id,
  kind: row.kind,
  eventOn: row.event_on,
  eventMonth: row.event_month,
  venue: row.venue,
  place: row.place,
  guests: row.guests,
  isGuestsAbout: row.is_guests_about === 1,
  state: row.state,
  standing: row.standing,
  cadenceDays: row.cadence_days,
  addedAt: row.added_at,
  lastUpdateAt: row.last_update_at,
  nextUpdateOn: row.next_update_on,
  revision: row.revision,
})

/** The projects of a client, in the order they were added. */
export async function listProjects(db: ReadDb, clientId: ClientId): Promise<readonly Project[]> {
  const rows = await db
    .selectFrom('project')
    .selectAll()
    .where('client_id', '=', clientId)
    .orderBy('id')
    .execute()
  return rows.map(toProject)
}

/** Every open project. */
export async function listOpenProjects(db: ReadDb): Promise<readonly Project[]> {
  const rows = await db.selectFrom('project').selectAll().where('state', '=', 'open').orderBy('id').execute()
  return rows.map(toProject)
}

/** One project. Refuses E_PROJECT_GONE. */
export async function getProject(db: ReadDb, id: ProjectId): Promise<Project> {
  const row = await db.selectFrom('project').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('not-found', 'E_PROJECT_GONE', { projectId: id })
  return toProject(row)
}

/** What a new project has besides what the form knows; `nextUpdateOn` is the day its first update is due. */
export type NewProject = ProjectDetails & Pick<Project, 'clientId' | 'addedAt' | 'nextUpdateOn'>

export async function insertProject(db: WriteDb, project: NewProject): Promise<Project> {
  const { clientId, addedAt, nextUpdateOn } = project
  const own = { client_id: clientId, added_at: addedAt, next_update_on: nextUpdateOn }
  return toProject(await insertRow(db, 'project', { ...columnsOf(project), ...own }))
}

/** Changes what a form knows of a project. */
export async function updateProject(db: WriteDb, id: ProjectId, details: ProjectDetails): Promise<Project> {
  return toProject(await updateRow(db, 'project', id, columnsOf(details)))
}

/** Sets when the client was last told how things stand, and when they are to hear it next. */
export async function updateCadence(
  db: WriteDb,
  id: ProjectId,
  lastUpdateAt: Instant | null,
  nextUpdateOn: Day | null,
): Promise<Project> {
  const set = { last_update_at: lastUpdateAt, next_update_on: nextUpdateOn }
  return toProject(await updateRow(db, 'project', id, set))
}

/** The days of the open events of these clients; a client without any has no entry. */
export async function listEventDays(
  db: ReadDb,
  clientIds: readonly ClientId[],
): Promise<ReadonlyMap<ClientId, readonly Day[]>> {
  if (clientIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('project')
    .select(['client_id', 'event_on'])
    .where('client_id', 'in', clientIds)
    .where('state', '=', 'open')
    .where('event_on', 'is not', null)
    .orderBy('event_on')
    .execute()
  const byClient = new Map<ClientId, readonly Day[]>()
  for (const { client_id, event_on } of rows) {
    if (event_on !== null) byClient.set(client_id, [...(byClient.get(client_id) ?? []), event_on])
  }
  return byClient
}

const columnsOf = (details: ProjectDetails) => ({
  kind: details.kind,
  event_on: details.eventOn,
  event_month: details.eventMonth,
  venue: details.venue,
  place: details.place,
  guests: details.guests,
  is_guests_about: details.isGuestsAbout ? (1 as const) : (0 as const),
  state: details.state,
  standing: details.standing,
  cadence_days: details.cadenceDays,
})
