import { getMessage } from '../../db/messages'
import type { ReadDb } from '../../db/schema'
import type { Calendar } from '../../shared/domain/calendar'
import { shortNameOf, type Client } from '../../shared/domain/client'
import type { Health } from '../../shared/domain/health'
import { calledOf, type Person } from '../../shared/domain/person'
import type { Project } from '../../shared/domain/project'
import type { ClientPromise } from '../../shared/domain/promise'
import type { Cadence } from '../../shared/domain/standard'
import type { Wait } from '../../shared/domain/wait'
import { countQuestions } from '../../shared/lib/text'
import { dayOf, type Instant } from '../../shared/lib/time'
import { healthOf, type OpenWithClient } from '../../shared/rules/health'
import { cadenceOn, isOver } from '../../shared/rules/status-cadence'
import { workingMinutesBetween } from '../../shared/rules/working-time'
import { loadCalendar } from './calendar-of'

/** What is known of a client on their page; `calendar` is their own, with the Saturdays of their event weeks. */
export type KnownClient = {
  readonly client: Client
  readonly people: readonly Person[]
  readonly projects: readonly Project[]
  readonly promises: readonly ClientPromise[]
  readonly waits: readonly Wait[]
  readonly calendar: Calendar
  readonly standard: Cadence
}

/** How a client is served, with the reasons. */
export async function clientHealth(db: ReadDb, known: KnownClient, now: Instant): Promise<Health> {
  const waits: OpenWithClient['waits'][number][] = []
  for (const wait of known.waits) waits.push(await waitOf(db, wait, known, now))
  const open = { waits, promises: known.promises, updates: updatesOf(known, now) }
  return healthOf(open, await loadCalendar(db), now)
}

async function waitOf(
  db: ReadDb,
  wait: Wait,
  { people, client, calendar }: KnownClient,
  now: Instant,
): Promise<OpenWithClient['waits'][number]> {
  const { text } = await getMessage(db, wait.firstMessageId)
  const person = people.find(({ id }) => id === wait.personId)
  return {
    who: person === undefined ? shortNameOf(client) : calledOf(person),
    minutes: Math.floor(workingMinutesBetween(calendar, wait.waitingSince, now)),
    dueAt: wait.ackDueAt,
    questions: countQuestions(text),
  }
}

/** Updates are asked for of current clients, until the event. */
function updatesOf(
  { client, projects, calendar, standard }: KnownClient,
  now: Instant,
): OpenWithClient['updates'] {
  if (client.stage !== 'current') return []
  const today = dayOf(now, calendar.zone)
  return projects.flatMap((project) =>
    project.state !== 'open' || project.nextUpdateOn === null || isOver(project, today)
      ? []
      : [{ dueOn: project.nextUpdateOn, everyDays: cadenceOn(project, today, standard) }],
  )
}
