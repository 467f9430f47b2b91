import type { Calendar } from '../domain/calendar'
import type { Project } from '../domain/project'
import type { Cadence } from '../domain/standard'
import { addDays, daysBetween, type Day } from '../lib/time'
import { isWorkingDay, nextWorkingDay } from './working-time'

/** Before the event, in days: from when updates come more often, and from when they come daily. */
const lastSixWeeks = 42
const lastThreeDays = 3

/** What of a project decides its rhythm of status updates. */
export type Rhythm = Pick<Project, 'state' | 'eventOn' | 'eventMonth' | 'cadenceDays'>

/**
 * The cadence in force on a day, in days: the project's own wherever it has one, else the standard's, which
 * grows shorter in the last six weeks and again in the last three days before the event.
 */
export function cadenceOn(project: Rhythm, on: Day, standard: Cadence): number {
  if (project.cadenceDays !== null) return project.cadenceDays
  if (project.eventOn === null) return standard.cadenceDays
  const daysToGo = daysBetween(on, project.eventOn)
  if (daysToGo <= lastThreeDays) return standard.cadenceLastDays
  return daysToGo <= lastSixWeeks ? standard.cadenceNearDays : standard.cadenceDays
}

/**
 * The day the next status update is due: the first day after the last one (or after the day the project began)
 * on which as many days have passed as its cadence asks, moved to the next working day if it is closed. Null
 * where none is due any more: the project is not open, or that day is the event's or lies after it.
 */
export function nextUpdateOn(
  project: Rhythm,
  lastOn: Day,
  standard: Cadence,
  calendar: Calendar,
): Day | null {
  if (project.state !== 'open') return null
  let on = addDays(lastOn, 1)
  while (daysBetween(lastOn, on) < cadenceOn(project, on, standard)) on = addDays(on, 1)
  const dueOn = isWorkingDay(calendar, on) ? on : nextWorkingDay(calendar, on)
  return isOver(project, dueOn) ? null : dueOn
}

/** Whether no update is asked for any more on this day: the event has come, or its month has gone. */
export function isOver({ eventOn, eventMonth }: Pick<Rhythm, 'eventOn' | 'eventMonth'>, on: Day): boolean {
  if (eventOn !== null) return on >= eventOn
  return eventMonth !== null && on.slice(0, eventMonth.length) > eventMonth
}

/** The last due day that is listed today: an update shows from the working day before it is due. */
export function listedUntil(today: Day, calendar: Calendar): Day {
  return nextWorkingDay(calendar, today)
}

/** How an update stands: its day is ahead, has come, or has gone by. */
export function updateState(dueOn: Day, today: Day): 'fine' | 'due' | 'over' {
  if (dueOn === today) return 'due'
  return dueOn < today ? 'over' : 'fine'
}
