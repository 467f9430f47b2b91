import type { Project } from '../../shared/domain/project'
import type { Day } from '../../shared/lib/time'

/** The project a client's page is about: the nearest to come, else the one held last, else the first. */
export function mainProject(projects: readonly Project[], today: Day): Project | undefined {
  const held = projects.filter(({ state }) => state !== 'cancelled')
  const ahead = held.filter((project) => lastDayOf(project) >= today)
  const byDay = (a: Project, b: Project) => lastDayOf(a).localeCompare(lastDayOf(b))
  return ahead.toSorted(byDay)[0] ?? held.toSorted(byDay).at(-1) ?? projects[0]
}

/** An event known to its month may still come until the month has gone; one without a date lies ahead. */
const lastDayOf = ({ eventOn, eventMonth, state }: Project): Day =>
  eventOn ?? (eventMonth ? `${eventMonth}-31` : state === 'open' ? '9999-12-31' : '0000-01-01')
