import { getBusiness } from '../../db/business'
import { listOpenProjects, updateCadence } from '../../db/projects'
import type { WriteDb } from '../../db/schema'
import { getStandard } from '../../db/standards'
import type { Project } from '../../shared/domain/project'
import { dayOf } from '../../shared/lib/time'
import { nextUpdateOn } from '../../shared/rules/status-cadence'
import { loadCalendar } from './calendar-of'

/**
 * Works out anew when a project's next status update is due, counted from the last one or, before the first,
 * from the day the project was added; keeps it and gives the project back.
 */
export async function refreshNextUpdate(db: WriteDb, project: Project): Promise<Project> {
  const { zone } = await getBusiness(db)
  const lastOn = dayOf(project.lastUpdateAt ?? project.addedAt, zone)
  const next = nextUpdateOn(project, lastOn, await getStandard(db), await loadCalendar(db))
  return next === project.nextUpdateOn ? project : updateCadence(db, project.id, project.lastUpdateAt, next)
}

/** The same for every open project, where the standard's rhythm has changed. */
export async function refreshNextUpdates(db: WriteDb): Promise<void> {
  for (const project of await listOpenProjects(db)) await refreshNextUpdate(db, project)
}
