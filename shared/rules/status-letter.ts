import type { Calendar } from '../domain/calendar'
import type { Milestone } from '../domain/milestone'
import type { Project } from '../domain/project'
import type { ClientPromise } from '../domain/promise'
import { addDays, dayOf, daysBetween, type Day, type Instant } from '../lib/time'
import { stateOf } from './promise-due'
import type { DoneThing, MovedDate, ThingsToTell } from './things-to-tell'

/** A status letter is read in two minutes: so many bullets a section, no more. */
const mostDone = 4
const mostInHand = 3
const mostToWatch = 3
const mostAsked = 3

/** Steps and asks further ahead than four weeks wait for a later letter. */
export const statusHorizonDays = 28

/** What a status letter is made of: the steps ahead of this project, and what there is to tell. */
export type StatusFacts = {
  readonly project: Pick<Project, 'eventOn' | 'lastUpdateAt'>
  readonly things: ThingsToTell
  readonly milestones: readonly Milestone[]
  readonly nextUpdateOn: Day | null
}

/** One thing in hand: a promise with its told day (and the day it was moved from), or a step with its day. */
export type InHand =
  | { readonly kind: 'promise'; readonly promise: ClientPromise; readonly moved: MovedDate | null }
  | { readonly kind: 'milestone'; readonly milestone: Milestone }

/** A promise to keep an eye on, and why: its day is close, or has passed. */
export type ToWatch = { readonly promise: ClientPromise; readonly because: 'at-risk' | 'late' }

/** The sections of a status letter, in their order; the words come after. */
export type StatusLetter = {
  readonly daysToGo: number | null
  readonly standing: 'on-track' | 'to-watch' | 'need-you'
  readonly sinceOn: Day | null
  readonly done: readonly DoneThing[]
  readonly inHand: readonly InHand[]
  readonly toWatch: readonly ToWatch[]
  readonly fromYou: readonly Milestone[]
  readonly nextUpdateOn: Day | null
}

/**
 * Assembles a status letter from what happened. A promise stands in one section only: what is at risk or late
 * is to watch, every other open one is in hand.
 */
export function statusLetter(facts: StatusFacts, calendar: Calendar, now: Instant): StatusLetter {
  const { project, things, nextUpdateOn } = facts
  const today = dayOf(now, calendar.zone)
  const toWatch = watched(things, calendar, now)
  const ahead = stepsAhead(facts.milestones, today)
  const fromYou = ahead.filter(({ whose }) => whose === 'client').slice(0, mostAsked)
  return {
    daysToGo: daysToGo(project.eventOn, today),
    standing: toWatch.length > 0 ? 'to-watch' : fromYou.length > 0 ? 'need-you' : 'on-track',
    sinceOn: project.lastUpdateAt === null ? null : dayOf(project.lastUpdateAt, calendar.zone),
    done: things.done.slice(-mostDone),
    inHand: inHand(things, ahead, toWatch),
    toWatch: toWatch.slice(0, mostToWatch),
    fromYou,
    nextUpdateOn,
  }
}

function daysToGo(eventOn: Day | null, today: Day): number | null {
  if (eventOn === null) return null
  const days = daysBetween(today, eventOn)
  return days > 0 ? days : null
}

/** Birthdays and anniversaries are ours to remember, not a client's to be told of. */
function stepsAhead(milestones: readonly Milestone[], today: Day): readonly Milestone[] {
  const until = addDays(today, statusHorizonDays)
  return milestones
    .filter(({ kind }) => kind !== 'birthday' && kind !== 'anniversary')
    .filter(({ doneAt, onDay }) => doneAt === null && onDay >= today && onDay <= until)
    .toSorted((a, b) => a.onDay.localeCompare(b.onDay) || a.id - b.id)
}

function watched(things: ThingsToTell, calendar: Calendar, now: Instant): readonly ToWatch[] {
  return openPromises(things).flatMap((promise) => {
    const { state } = stateOf(promise, calendar, now)
    return state === 'fine' ? [] : [{ promise, because: state }]
  })
}

function inHand(
  things: ThingsToTell,
  ahead: readonly Milestone[],
  toWatch: readonly ToWatch[],
): readonly InHand[] {
  const elsewhere = new Set(toWatch.map(({ promise }) => promise.id))
  const moved = new Map(things.moved.map((move) => [move.promise.id, move]))
  const promises = openPromises(things)
    .filter(({ id }) => !elsewhere.has(id))
    .map((promise) => ({
      on: promise.dueOn,
      thing: { kind: 'promise' as const, promise, moved: moved.get(promise.id) ?? null },
    }))
  const steps = ahead
    .filter(({ whose }) => whose === 'own')
    .map((milestone) => ({ on: milestone.onDay, thing: { kind: 'milestone' as const, milestone } }))
  const inOrder = [...promises, ...steps].toSorted((a, b) => a.on.localeCompare(b.on))
  return inOrder.slice(0, mostInHand).map(({ thing }) => thing)
}

/** Those due soon and those whose date was moved, each once, nearest first. */
function openPromises({ ahead, moved }: ThingsToTell): readonly ClientPromise[] {
  const byId = new Map(
    [...ahead, ...moved.map(({ promise }) => promise)].map((promise) => [promise.id, promise]),
  )
  return [...byId.values()].toSorted((a, b) => a.dueOn.localeCompare(b.dueOn) || a.id - b.id)
}
