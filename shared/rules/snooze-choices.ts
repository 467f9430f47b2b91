import type { Calendar } from '../domain/calendar'
import type { ShowMoment, SnoozeChoiceKey } from '../domain/snooze'
import { addDays, dayOf, daysBetween, hour, instantOf, minute, weekdayOf } from '../lib/time'
import type { Day, Instant } from '../lib/time'
import { spansOn } from './open-spans'
import { latestShow, momentAt, showsAt, type Snoozable } from './snooze'
import { openingFrom } from './snooze-days'
import { isOpen, nextOpening } from './working-time'

/** When lunch is over; a calendar that is closed then opens a little later. */
const afterLunch = '13:00'

/** An event this near, in days, is one to wait for. */
const reachDays = 31

/** A moment to choose, and what it is called by. */
export type SnoozeOffer = ShowMoment & { readonly key: SnoozeChoiceKey }

/** What the choices depend on besides the row: the client's next event, and the moment a reply cut short. */
export type SnoozeAround = {
  readonly eventOn: Day | null
  readonly again: ShowMoment | null
  readonly calendar: Calendar
  readonly now: Instant
}

type Found = { readonly key: SnoozeChoiceKey; readonly at: Instant | null }

/**
 * The working moments a row can be put aside until: first the one a reply cut short, then soonest first, each moment
 * once. None after the row must show again, so there may be none at all; none but the first where a calendar stays
 * closed.
 */
export function snoozeChoices(thing: Snoozable, around: SnoozeAround): readonly SnoozeOffer[] {
  const { again, calendar, now } = around
  const { zone } = calendar
  const latest = latestShow(thing, calendar) ?? Infinity
  const same: Found[] = again === null ? [] : [{ key: 'again', at: showsAt(again, zone) }]
  const offered = [...same, ...workingMoments(around).toSorted(bySoonest)].flatMap(({ key, at }) =>
    at !== null && at > now && at <= latest ? [{ key, ...momentAt(at, zone) }] : [],
  )
  return offered.filter((one, place) => offered.findIndex((other) => isSame(one, other)) === place)
}

const bySoonest = (a: Found, b: Found): number => (a.at ?? 0) - (b.at ?? 0)

const isSame = (a: ShowMoment, b: ShowMoment): boolean => a.showOn === b.showOn && a.showTime === b.showTime

function workingMoments({ eventOn, calendar, now }: SnoozeAround): readonly Found[] {
  if (nextOpening(calendar, now) === null) return []
  const today = dayOf(now, calendar.zone)
  const nextMonday = addDays(today, 8 - weekdayOf(today))
  const isNear = eventOn !== null && eventOn >= today && daysBetween(today, eventOn) <= reachDays
  return [
    { key: 'opening', at: openingToday(calendar, now, today) },
    { key: 'hour', at: inAnHour(calendar, now) },
    { key: 'afternoon', at: afternoon(calendar, now, today) },
    { key: 'tomorrow', at: openingFrom(calendar, addDays(today, 1)) },
    { key: 'monday', at: openingFrom(calendar, nextMonday) },
    { key: 'event', at: isNear ? openingFrom(calendar, addDays(eventOn, 1)) : null },
  ]
}

/** When work begins today, or begins again, for who is early. */
function openingToday(calendar: Calendar, now: Instant, today: Day): Instant | null {
  if (isOpen(calendar, now)) return null
  return onDay(nextOpening(calendar, now), today, calendar)
}

/** Only an hour that is worked through, and not one that ends with the day's work, is an hour from now. */
function inAnHour(calendar: Calendar, now: Instant): Instant | null {
  const at = now - (now % minute) + hour
  const span = spanAround(calendar, now)
  return span !== undefined && at < span.closesAt ? at : null
}

function spanAround(calendar: Calendar, now: Instant) {
  const today = dayOf(now, calendar.zone)
  const spans = [addDays(today, -1), today].flatMap((on) => spansOn(calendar, on))
  return spans.find(({ opensAt, closesAt }) => opensAt <= now && now < closesAt)
}

function afternoon(calendar: Calendar, now: Instant, today: Day): Instant | null {
  const lunchEnds = instantOf(today, afterLunch, calendar.zone)
  return now < lunchEnds ? onDay(nextOpening(calendar, lunchEnds), today, calendar) : null
}

const onDay = (at: Instant | null, day: Day, { zone }: Calendar): Instant | null =>
  at !== null && dayOf(at, zone) === day ? at : null
