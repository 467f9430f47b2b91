import { getProject, updateCadence } from '../../db/projects'
import type { WriteDb } from '../../db/schema'
import { getStandard } from '../../db/standards'
import { insertStatusUpdate } from '../../db/status-updates'
import type { ProjectId } from '../../shared/domain/ids'
import { dayOf, type Day } from '../../shared/lib/time'
import { nextUpdateOn } from '../../shared/rules/status-cadence'
import type { SampleUpdate } from '../../shared/samples/sample'
import { loadCalendar } from '../api/calendar-of'
import { recordOutbound } from '../api/keep-message'
import type { Matter, Step } from './sample-steps'
import { atLocal } from './sample-time'

/** The status updates of a client's projects; a project at work is due its first from the day it began. */
export const updateSteps = (matter: Matter): readonly Step[] =>
  matter.projects.flatMap((project, index) => [
    { at: project.addedAt, take: (db: WriteDb) => setNextUpdate(db, matter, project.id, null) },
    ...(matter.sample.projects?.[index]?.updates ?? []).map((update) =>
      updateStep(matter, project.id, update),
    ),
  ])

function updateStep(matter: Matter, projectId: ProjectId, sample: SampleUpdate): Step {
  const at = atLocal(sample.at, matter.zone)
  const { id: clientId } = matter.client
  return {
    at,
    async take(db) {
      await recordOutbound(db, { ...letterOf(sample), clientId, at, projectId }, at)
      await insertStatusUpdate(db, { projectId, clientId, letterId: null, at, topics: sample.topics })
      await setNextUpdate(db, matter, projectId, at)
    },
  }
}

async function setNextUpdate(db: WriteDb, { client, zone }: Matter, id: ProjectId, lastAt: number | null) {
  if (client.stage !== 'current') return
  const project = await getProject(db, id)
  const lastOn: Day = dayOf(lastAt ?? project.addedAt, zone)
  const next = nextUpdateOn(project, lastOn, await getStandard(db), await loadCalendar(db))
  await updateCadence(db, id, lastAt, next)
}

/** The text of an old update is its topics: the letters themselves were written elsewhere. */
const letterOf = ({ subject, topics }: SampleUpdate) => ({
  personId: null,
  channel: 'email' as const,
  minutes: null,
  text: topics,
  gist: topics,
  conversationId: null,
  subject,
})
