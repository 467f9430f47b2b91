import type { Calendar, CalendarException, OpenSpan } from '../domain/calendar'
import { addDays, dayOf, daysBetween, weekdayOf, type Day, type Instant } from '../lib/time'
import { hoursOn, openSpansBetween, spansOn } from './open-spans'
import { isWorkingDay, workingMinutesBetween } from './working-time'

/**
 * Time that was not counted: a break within a working day, a night, the days the week leaves free, or closed
 * days from `day` to `untilDay` with what they are (null = a weekday on which the business never works).
 */
export type Skipped =
  | { readonly kind: 'break' | 'night' | 'weekend' }
  | {
      readonly kind: 'holiday' | 'day-off'
      readonly day: Day
      readonly untilDay: Day
      readonly what: string | null
    }

/** How a due time came about: `countedMinutes` are the working minutes before the first of what was skipped. */
export type DueExplanation = {
  readonly arrivedAt: Instant
  readonly countedMinutes: number
  readonly skipped: readonly Skipped[]
  readonly dueAt: Instant
}

/**
 * Explains a due time: "arrived Fri 17:00, 30 min counted, weekend skipped, due Mon 12:30". Nights and breaks
 * are mentioned only where no whole day was skipped. Takes the client's own calendar, see forEventWeek.
 */
export function explainDue(calendar: Calendar, arrivedAt: Instant, dueAt: Instant): DueExplanation {
  const gaps = gapsBetween(calendar, arrivedAt, dueAt)
  const long = gaps.filter((gap) => closedDaysIn(calendar, gap).length > 0)
  const closedDays = [...new Set(long.flatMap((gap) => closedDaysIn(calendar, gap)))]
  const told = long.length > 0 ? long : gaps
  const skipped = long.length > 0 ? tellDays(calendar, closedDays) : tellHours(calendar, gaps)
  const counted = workingMinutesBetween(calendar, arrivedAt, told[0]?.opensAt ?? dueAt)
  return { arrivedAt, countedMinutes: Math.round(counted), skipped, dueAt }
}

function gapsBetween(calendar: Calendar, from: Instant, to: Instant): readonly OpenSpan[] {
  const spans = openSpansBetween(calendar, from, to)
  const starts = [from, ...spans.map(({ closesAt }) => closesAt)]
  const ends = [...spans.map(({ opensAt }) => opensAt), to]
  const gaps = starts.map((opensAt, n) => ({ opensAt, closesAt: ends[n] ?? to }))
  return gaps.filter(({ opensAt, closesAt }) => opensAt < closesAt)
}

function closedDaysIn(calendar: Calendar, gap: OpenSpan): readonly Day[] {
  const last = dayOf(gap.closesAt - 1, calendar.zone)
  const days: Day[] = []
  for (let on = dayOf(gap.opensAt, calendar.zone); on <= last; on = addDays(on, 1)) {
    if (!isWorkingDay(calendar, on)) days.push(on)
  }
  return days
}

function tellHours(calendar: Calendar, gaps: readonly OpenSpan[]): readonly Skipped[] {
  const kinds = gaps.map((gap) => (isBreak(calendar, gap) ? 'break' : 'night'))
  return [...new Set(kinds)].map((kind) => ({ kind }))
}

function isBreak(calendar: Calendar, { opensAt, closesAt }: OpenSpan): boolean {
  const on = dayOf(opensAt, calendar.zone)
  const [first] = spansOn(calendar, on)
  return first !== undefined && first.opensAt < opensAt && on === dayOf(closesAt, calendar.zone)
}

const saturday = 6

/** Days in a row that are closed for the same reason; `free` are those the week leaves free. */
type Run = {
  readonly kind: 'free' | 'holiday' | 'day-off'
  readonly day: Day
  readonly untilDay: Day
  readonly what: string | null
}

function tellDays(calendar: Calendar, days: readonly Day[]): readonly Skipped[] {
  const runs: Run[] = []
  for (const on of days) {
    const next = runOf(calendar, on)
    const last = runs.at(-1)
    if (last !== undefined && goesOn(last, next)) runs.splice(-1, 1, { ...last, untilDay: on })
    else runs.push(next)
  }
  const told = runs.map(tellRun)
  const weekend = told.findIndex(({ kind }) => kind === 'weekend')
  return told.filter(({ kind }, n) => kind !== 'weekend' || n === weekend)
}

function runOf(calendar: Calendar, on: Day): Run {
  const { from } = hoursOn(calendar, on)
  const one = { day: on, untilDay: on }
  if (from === 'week' || from === 'event' || isFreeAnyway(calendar, from))
    return { ...one, kind: 'free', what: null }
  return { ...one, kind: from.source === 'holiday' ? 'holiday' : 'day-off', what: from.what }
}

const isFreeAnyway = (calendar: Calendar, { source, on }: CalendarException): boolean =>
  source === 'holiday' && !calendar.spans.some(({ weekday }) => weekday === weekdayOf(on))

const goesOn = (run: Run, next: Run): boolean =>
  run.kind === next.kind && run.what === next.what && addDays(run.untilDay, 1) === next.day

function tellRun({ kind, day, untilDay, what }: Run): Skipped {
  if (kind !== 'free') return { kind, day, untilDay, what }
  const hasWeekend = weekdayOf(day) + daysBetween(day, untilDay) >= saturday
  return hasWeekend ? { kind: 'weekend' } : { kind: 'day-off', day, untilDay, what }
}
