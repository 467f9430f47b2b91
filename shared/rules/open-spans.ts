import type { Calendar, CalendarException, Hours, OpenSpan } from '../domain/calendar'
import { addDays, dayOf, instantOf, weekdayOf, type Day, type Instant, type Zone } from '../lib/time'

/** A calendar is given up as closed for good after three years without an open minute. */
export const longestClosure = 3 * 366

/** Hours of an event day, for everybody: the user is reachable while on site. */
export const eventDayHours: Hours = { opensAt: '09:00', closesAt: '17:30' }

/** Where a day's hours come from. */
export type DayHours = {
  readonly hours: readonly Hours[]
  readonly from: 'week' | 'event' | CalendarException
}

/*
 * What has been worked out of a calendar. Calendar objects never change, so it is kept as long as they live.
 */
type Pages = {
  readonly exceptions: ReadonlyMap<Day, readonly CalendarException[]>
  readonly eventDays: ReadonlySet<Day>
  readonly spans: Map<Day, readonly OpenSpan[]>
}

const pagesByCalendar = new WeakMap<Calendar, Pages>()

/**
 * The open time that begins on this day, in order and without overlaps; the last of it may end on the next
 * day. A span that falls wholly into a missing hour is not there.
 */
export function spansOn(calendar: Calendar, on: Day): readonly OpenSpan[] {
  const { spans } = pagesOf(calendar)
  const known = spans.get(on)
  if (known !== undefined) return known
  const found = merge(hoursOn(calendar, on).hours.map((hours) => spanOf(hours, on, calendar.zone)))
  spans.set(on, found)
  return found
}

/** The hours of a day: own exceptions first, then an event's, then a holiday's, then the week's. */
export function hoursOn(calendar: Calendar, on: Day): DayHours {
  const { exceptions, eventDays } = pagesOf(calendar)
  const ofDay = exceptions.get(on) ?? []
  const holidays = hoursOf(ofDay.filter(({ source }) => source === 'holiday'))
  const week = holidays ?? {
    hours: calendar.spans.filter(({ weekday }) => weekday === weekdayOf(on)),
    from: 'week',
  }
  const event: DayHours = { hours: [...week.hours, eventDayHours], from: 'event' }
  return hoursOf(ofDay.filter(({ source }) => source === 'own')) ?? (eventDays.has(on) ? event : week)
}

/** The open time between two moments, in order, without overlaps, cut to them. */
export function openSpansBetween(calendar: Calendar, from: Instant, to: Instant): readonly OpenSpan[] {
  if (to <= from) return []
  const last = dayOf(to, calendar.zone)
  const spans: OpenSpan[] = []
  for (let on = addDays(dayOf(from, calendar.zone), -1); on <= last; on = addDays(on, 1)) {
    spans.push(...spansOn(calendar, on))
  }
  return merge(spans.map((span) => cut(span, from, to)))
}

/**
 * The open time from a moment on, each part with the day on which it began. It ends only where a calendar
 * stays closed for three years.
 */
export function* openTimeFrom(
  calendar: Calendar,
  from: Instant,
): Generator<OpenSpan & { readonly on: Day }, void> {
  let reached = from
  let on = addDays(dayOf(from, calendar.zone), -1)
  for (let closedDays = 0; closedDays < longestClosure; closedDays++) {
    for (const { opensAt, closesAt } of spansOn(calendar, on)) {
      if (closesAt <= reached) continue
      yield { on, opensAt: Math.max(opensAt, reached), closesAt }
      reached = closesAt
      closedDays = 0
    }
    on = addDays(on, 1)
  }
}

function pagesOf(calendar: Calendar): Pages {
  const known = pagesByCalendar.get(calendar)
  if (known !== undefined) return known
  const pages = {
    exceptions: exceptionsByDay(calendar),
    eventDays: new Set(calendar.eventDays),
    spans: new Map(),
  }
  pagesByCalendar.set(calendar, pages)
  return pages
}

function exceptionsByDay({ exceptions }: Calendar): Pages['exceptions'] {
  const byDay = new Map<Day, readonly CalendarException[]>()
  for (const exception of exceptions) {
    if (exception.isOn) byDay.set(exception.on, [...(byDay.get(exception.on) ?? []), exception])
  }
  return byDay
}

/** Several exceptions of one source on one day add up: a day off with an hour at noon is that hour. */
function hoursOf(exceptions: readonly CalendarException[]): DayHours | null {
  const [first] = exceptions
  return first === undefined ? null : { hours: exceptions.flatMap(({ spans }) => spans), from: first }
}

function spanOf({ opensAt, closesAt }: Hours, on: Day, zone: Zone): OpenSpan {
  const closesOn = closesAt > opensAt ? on : addDays(on, 1)
  return { opensAt: instantOf(on, opensAt, zone), closesAt: instantOf(closesOn, closesAt, zone) }
}

const cut = ({ opensAt, closesAt }: OpenSpan, from: Instant, to: Instant): OpenSpan => ({
  opensAt: Math.max(opensAt, from),
  closesAt: Math.min(closesAt, to),
})

function merge(spans: readonly OpenSpan[]): readonly OpenSpan[] {
  const merged: OpenSpan[] = []
  const inOrder = spans.filter(({ opensAt, closesAt }) => opensAt < closesAt)
  for (const span of inOrder.toSorted((a, b) => a.opensAt - b.opensAt)) {
    const last = merged.at(-1)
    if (last === undefined || last.closesAt < span.opensAt) merged.push(span)
    else merged.splice(-1, 1, { ...last, closesAt: Math.max(last.closesAt, span.closesAt) })
  }
  return merged
}
