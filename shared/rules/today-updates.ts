import { rowNameOf } from '../domain/client'
import type { Happened } from '../domain/happened'
import type { ProjectId } from '../domain/ids'
import { calledOf } from '../domain/person'
import type { Project } from '../domain/project'
import type { Cadence } from '../domain/standard'
import type { UpdateRow } from '../domain/today'
import type { UpdateFacts, WaitingFacts } from '../domain/today-facts'
import { countQuestions } from '../lib/text'
import { dayOf, daysBetween, type Day } from '../lib/time'
import { cadenceOn, nextUpdateOn, updateState } from './status-cadence'
import { thingsToTell, type ThingsToTell } from './things-to-tell'
import type { DayView } from './today-rows'

/** What the rows of updates are decided from; `waiting` are the conversations an update could answer as well. */
export type UpdatesFacts = {
  readonly updates: readonly UpdateFacts[]
  readonly happened: ReadonlyMap<ProjectId, Happened>
  readonly waiting: readonly WaitingFacts[]
  readonly standard: Cadence
}

/** What an update sent today would tell, and the day of the one that would follow it. */
export type News = { readonly things: ThingsToTell; readonly nextUpdateOn: Day | null }

/** An update row before its letter is begun. */
export type UpdateDecided = Omit<UpdateRow, 'peek'> & { readonly update: UpdateFacts; readonly news: News }

const nothing: Happened = { keptPromises: [], doneMilestones: [], moves: [], openPromises: [] }

/** Clients due to hear how things stand, the longest overdue first. */
export const updateRows = (facts: UpdatesFacts, view: DayView): readonly UpdateDecided[] =>
  facts.updates
    .toSorted((a, b) => order(a, b) || a.project.id - b.project.id)
    .map((update) => updateRow(update, facts, view))

const order = (a: UpdateFacts, b: UpdateFacts): number =>
  Number(a.nextUpdateOn > b.nextUpdateOn) - Number(a.nextUpdateOn < b.nextUpdateOn)

function updateRow(update: UpdateFacts, facts: UpdatesFacts, view: DayView): UpdateDecided {
  const { today, calendar } = view
  const { clientId, project, nextUpdateOn: dueOn } = update
  const { kind, eventOn, eventMonth, state, lastUpdateAt } = project
  const lastUpdateOn = lastUpdateAt === null ? null : dayOf(lastUpdateAt, calendar.zone)
  const news = newsOf(project, facts, view)
  return {
    clientId,
    projectId: project.id,
    lastUpdateOn,
    dueOn,
    clientName: rowNameOf(update),
    event: { kind, eventOn, eventMonth, state },
    daysSince: lastUpdateOn === null ? null : daysBetween(lastUpdateOn, today),
    everyDays: cadenceOn(project, today, facts.standard),
    state: updateState(dueOn, today),
    toTell: news.things.count,
    hint: hintOf(update, news.things, facts),
    update,
    news,
  }
}

function newsOf(project: Project, { happened, standard }: UpdatesFacts, view: DayView): News {
  const nextOn = nextUpdateOn(project, view.today, standard, view.calendar)
  const since = project.lastUpdateAt ?? project.addedAt
  return { things: thingsToTell(happened.get(project.id) ?? nothing, since, nextOn), nextUpdateOn: nextOn }
}

/** Answers that could go along, or how things stand where there is little else to report. */
function hintOf(
  { clientId, project: { standing } }: UpdateFacts,
  { isLittle }: ThingsToTell,
  { waiting }: UpdatesFacts,
): UpdateRow['hint'] {
  const wait = waiting.find((each) => each.clientId === clientId)
  if (wait !== undefined) return answersHint(wait)
  return isLittle && standing !== null ? { key: 'today.hint.standing', values: { standing } } : null
}

function answersHint(wait: WaitingFacts): UpdateRow['hint'] {
  const { personName: name, personCalled: called } = wait
  const who = name === null ? rowNameOf(wait) : calledOf({ name, called })
  return { key: 'today.hint.answers', values: { name: who, n: countQuestions(wait.text) } }
}
