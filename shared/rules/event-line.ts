import type { ClientId, ProjectId } from '../domain/ids'
import type { EventLine } from '../domain/project'
import type { ProjectFacts } from '../domain/today-facts'
import type { Day } from '../lib/time'

/** What is known of the clients' events, by client; see eventsOf. */
export type Events = ReadonlyMap<ClientId, readonly ProjectFacts[]>

/** The projects of each client; one that was cancelled has no event. */
export function eventsOf(projects: readonly ProjectFacts[]): Events {
  const byClient = new Map<ClientId, readonly ProjectFacts[]>()
  for (const project of projects) {
    if (project.state === 'cancelled') continue
    byClient.set(project.clientId, [...(byClient.get(project.clientId) ?? []), project])
  }
  return byClient
}

/**
 * The event a row names: the row's own project's, else the client's nearest event to come, else the last one.
 * An event known to its month only may still come until the month has gone.
 */
export function eventLineOf(
  events: Events,
  { clientId, projectId }: { readonly clientId: ClientId; readonly projectId: ProjectId | null },
  today: Day,
): EventLine | null {
  const projects = events.get(clientId) ?? []
  const own = projects.find(({ id }) => id === projectId)
  const ahead = projects.filter((project) => dayOf(project) >= today).toSorted(byDay)[0]
  const chosen = own ?? ahead ?? projects.toSorted(byDay).at(-1)
  if (chosen === undefined) return null
  const { kind, eventOn, eventMonth, state } = chosen
  return { kind, eventOn, eventMonth, state }
}

/** The days of a client's open events. */
export const eventDaysOf = (events: Events, clientId: ClientId): readonly Day[] =>
  (events.get(clientId) ?? []).flatMap(({ eventOn, state }) =>
    eventOn !== null && state === 'open' ? [eventOn] : [],
  )

/** A month counts as its last day; a project without either comes before everything dated. */
const dayOf = ({ eventOn, eventMonth }: ProjectFacts): string =>
  eventOn ?? (eventMonth === null ? '' : `${eventMonth}-31`)

const byDay = (a: ProjectFacts, b: ProjectFacts): number =>
  Number(dayOf(a) > dayOf(b)) - Number(dayOf(a) < dayOf(b)) || a.id - b.id
