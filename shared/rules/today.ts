import type { Calendar } from '../domain/calendar'
import type { Happened } from '../domain/happened'
import type { ProjectId } from '../domain/ids'
import type { StandardDetails } from '../domain/standard'
import type { Today } from '../domain/today'
import type { TodayFacts } from '../domain/today-facts'
import { addDays, dayOf, day as dayLength, instantOf, type Day, type Instant } from '../lib/time'
import type { Loads } from './capacity'
import { comingUp } from './coming-up'
import { eventsOf } from './event-line'
import { quarterBudget } from './extra-budget'
import { openSpansBetween, spansOn } from './open-spans'
import { withoutAside, type DayRows } from './today-aside'
import {
  doneRows,
  extraRows,
  promiseRows,
  waitingRows,
  type DayView,
  type WaitingDecided,
} from './today-rows'
import { updateRows, type UpdateDecided } from './today-updates'

/** What Today is decided from: the open rows, what there is to tell, and the promises of the days ahead. */
export type TodayGiven = {
  readonly facts: TodayFacts
  readonly happened: ReadonlyMap<ProjectId, Happened>
  readonly loads: Loads
  readonly standard: StandardDetails
  readonly calendar: Calendar
  readonly now: Instant
}

/** Today before due times are explained in words and letters begun; who the user is comes with those. */
export type TodayDecided = Omit<Today, 'waiting' | 'updates' | 'zone' | 'currency' | 'userName'> & {
  readonly waiting: readonly WaitingDecided[]
  readonly updates: readonly UpdateDecided[]
}

/** The one ordered list of the day, made of all clocks, promises, cadences and extras. */
export function todayOf(given: TodayGiven): TodayDecided {
  const { facts, standard, calendar, now, loads, happened } = given
  const today = dayOf(now, calendar.zone)
  const view: DayView = { calendar, now, today, events: eventsOf(facts.projects) }
  const all = {
    waiting: waitingRows(facts.waiting, view),
    promises: promiseRows(facts.promises, view),
    updates: updateRows({ updates: facts.updates, waiting: facts.waiting, happened, standard }, view),
    extras: extraRows(facts.extras, view),
  }
  const shown = withoutAside(all, facts.aside, calendar, now)
  return {
    day: today,
    calendar: spansShown(shown.waiting, calendar, today, now),
    opening: openingOf(calendar, today, now),
    ...shown,
    done: doneRows(facts.done, view),
    comingUp: comingUp(facts.coming, { calendar, loads, standard, today }),
    ackMinutes: standard.ackMinutes,
    extrasSpentMinor: facts.extrasSpentMinor,
    extrasQuarterMinor: quarterBudget(standard),
    counts: { ...facts.counts, today: facts.counts.today - countedAside(shown.aside) },
    isAllClear: isClear(all),
    heldLetters: facts.heldLetters,
  }
}

/** Extras count for nothing in the sidebar, so one that is put aside is not missing there. */
const countedAside = (aside: Today['aside']): number => aside.filter(({ item }) => item !== 'extra').length

const isClear = ({ waiting, promises, updates }: DayRows): boolean =>
  waiting.length + promises.length === 0 && updates.every(({ state }) => state !== 'over')

/** The open time clocks are shown with: from the oldest start to the last due time, today and a day on whole. */
function spansShown(
  waiting: readonly WaitingDecided[],
  calendar: Calendar,
  today: Day,
  now: Instant,
): Today['calendar'] {
  const midnight = instantOf(today, '00:00', calendar.zone)
  const from = Math.min(midnight, ...waiting.map(({ waitingSince }) => waitingSince))
  const to = Math.max(now + dayLength, ...waiting.map(({ dueAt }) => dueAt))
  return openSpansBetween(calendar, from, to)
}

/** Today's working hours from first opening to last closing; of a night shift the one that is still on. */
function openingOf(calendar: Calendar, today: Day, now: Instant): Today['opening'] {
  const night = hoursOf(calendar, addDays(today, -1))
  return night !== null && night.closesAt > now ? night : hoursOf(calendar, today)
}

function hoursOf(calendar: Calendar, on: Day): Today['opening'] {
  const spans = spansOn(calendar, on)
  const [first, last] = [spans[0], spans.at(-1)]
  return first && last ? { opensAt: first.opensAt, closesAt: last.closesAt } : null
}
