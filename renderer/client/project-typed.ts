import type { Project, ProjectDetails, ProjectState } from '../../shared/domain/project'
import { chosenOf, lineOf } from '../form/typed'

/** How well the date of an event is known. */
export type WhenKnown = 'day' | 'month' | 'unknown'

/** A project as typed; `month` is 01 to 12, `year` four figures. */
export type ProjectTyped = {
  readonly kind: string
  readonly when: WhenKnown
  readonly eventOn: string
  readonly month: string
  readonly year: number | null
  readonly venue: string
  readonly place: string
  readonly guests: number | null
  readonly isGuestsAbout: boolean
  readonly state: ProjectState
  readonly standing: string
  readonly cadenceDays: number | null
}

/** A project that is being added in this year. */
export const newProject = (kind: string, year: number): ProjectTyped => ({
  kind,
  when: 'day',
  eventOn: '',
  month: '01',
  year: year + 1,
  venue: '',
  place: '',
  guests: null,
  isGuestsAbout: true,
  state: 'open',
  standing: '',
  cadenceDays: null,
})

/** A project as its form shows it. */
export const typedProject = (project: Project, year: number): ProjectTyped => ({
  kind: project.kind,
  when: project.eventOn ? 'day' : project.eventMonth ? 'month' : 'unknown',
  eventOn: project.eventOn ?? '',
  month: project.eventMonth?.slice(5) ?? '01',
  year: project.eventMonth ? Number(project.eventMonth.slice(0, 4)) : year + 1,
  venue: project.venue ?? '',
  place: project.place ?? '',
  guests: project.guests,
  isGuestsAbout: project.isGuestsAbout,
  state: project.state,
  standing: project.standing ?? '',
  cadenceDays: project.cadenceDays,
})

/** What was typed, as it is asked for: a day, or a month, or neither. */
export const projectDetails = (typed: ProjectTyped): ProjectDetails => ({
  kind: typed.kind,
  eventOn: typed.when === 'day' ? chosenOf(typed.eventOn) : null,
  eventMonth: typed.when === 'month' ? `${typed.year ?? ''}-${typed.month}` : null,
  venue: lineOf(typed.venue),
  place: lineOf(typed.place),
  guests: typed.guests,
  isGuestsAbout: typed.isGuestsAbout,
  state: typed.state,
  standing: lineOf(typed.standing),
  cadenceDays: typed.cadenceDays,
})
