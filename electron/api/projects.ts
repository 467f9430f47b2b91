import { getClient } from '../../db/clients'
import { getProject, insertProject, updateProject } from '../../db/projects'
import type { WriteDb } from '../../db/schema'
import type { Api } from '../../shared/api/index'
import type { ClientId } from '../../shared/domain/ids'
import type { Project, ProjectDetails } from '../../shared/domain/project'
import type { Day, Instant } from '../../shared/lib/time'
import type { Answers } from './answers'
import { refreshNextUpdate } from './next-update'
import { changingCalendar } from './recount'
import { refuseNewer } from './revisions'

export const projects: Answers<Api['projects']> = {
  async add({ db, now }, { clientId, ...details }) {
    await getClient(db, clientId)
    return addProject(db, clientId, details, now)
  },

  async change({ db, now }, { id, revision, ...details }) {
    const current = await getProject(db, id)
    refuseNewer({ revision }, current, details)
    const change = () => updateProject(db, id, details)
    const isSameDay = eventDayOf(current) === eventDayOf(details)
    return refreshNextUpdate(db, await (isSameDay ? change() : changingCalendar(db, now, change)))
  },
}

/** Adds a project; the day of an open event becomes a working day, and its first update falls due. */
export async function addProject(
  db: WriteDb,
  clientId: ClientId,
  details: ProjectDetails,
  now: Instant,
): Promise<Project> {
  const add = () => insertProject(db, { ...details, clientId, addedAt: now, nextUpdateOn: null })
  const project = await (eventDayOf(details) === null ? add() : changingCalendar(db, now, add))
  return refreshNextUpdate(db, project)
}

/** The day that an event opens in the working calendar. */
const eventDayOf = ({ eventOn, state }: ProjectDetails): Day | null => (state === 'open' ? eventOn : null)
