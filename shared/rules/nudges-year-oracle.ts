import type { Calendar, Hours } from '../domain/calendar'
import { addDays, weekdayOf, type Day, type TimeOfDay } from '../lib/time'
import { firstShowing, shownDay, type ZoneMinutes } from './nudges-year-zone'

/*
 * What is due when, worked out minute by minute: slow, simple, and without anything of the rules it judges. All
 * moments are minutes of the stretch of the zone.
 */

/** The open minutes of a year, with the first and last of each day's work. */
export type OpenMinutes = {
  readonly zone: ZoneMinutes
  readonly isOpen: Uint8Array
  /** How many open minutes lie before each minute. */
  readonly before: Int32Array
  readonly days: ReadonlyMap<Day, OpenDay>
}

/** The openings and closings of a day's work, and how many minutes are open between them. */
type OpenDay = { readonly opens: readonly (readonly [number, number])[]; readonly minutes: number }

/** Marks every open minute of the days there are. */
export function openMinutes(zone: ZoneMinutes, calendar: Calendar): OpenMinutes {
  const isOpen = new Uint8Array(zone.shown.length)
  const days = new Map<Day, OpenDay>()
  const last = shownDay(zone, zone.shown.length - 1)
  for (let on = addDays(shownDay(zone, 0), 1); on < last; on = addDays(on, 1)) {
    const opens = hoursOf(calendar, on).map(({ opensAt, closesAt }) => {
      const closesOn = closesAt > opensAt ? on : addDays(on, 1)
      return [firstShowing(zone, on, opensAt), firstShowing(zone, closesOn, closesAt)] as const
    })
    const real = opens.filter(([from, to]) => from < to)
    for (const [from, to] of real) isOpen.fill(1, from, to)
    if (real.length > 0) days.set(on, { opens: real, minutes: minutesIn(real) })
  }
  const before = new Int32Array(zone.shown.length + 1)
  for (let n = 0; n < isOpen.length; n++) before[n + 1] = (before[n] ?? 0) + (isOpen[n] ?? 0)
  return { zone, isOpen, before, days }
}

/** Minutes that two spans share count once. */
function minutesIn(opens: OpenDay['opens']): number {
  let [minutes, counted] = [0, 0]
  for (const [from, to] of opens.toSorted(([a], [b]) => a - b)) {
    minutes += Math.max(0, to - Math.max(from, counted))
    counted = Math.max(counted, to)
  }
  return minutes
}

/** Own days replace their week; an event adds nine to half past five. */
function hoursOf({ exceptions, eventDays, spans }: Calendar, on: Day): readonly Hours[] {
  const own = exceptions.filter((each) => each.on === on)
  if (own.length > 0) return own.flatMap((each) => each.spans)
  const week = spans.filter(({ weekday }) => weekday === weekdayOf(on))
  return eventDays.includes(on) ? [...week, { opensAt: '09:00', closesAt: '17:30' }] : week
}

export const openBetween = ({ before }: OpenMinutes, from: number, to: number): number =>
  Math.max(0, (before[to] ?? 0) - (before[from] ?? 0))

/** Minute for minute until so many open ones have gone by. */
export function walk({ isOpen }: OpenMinutes, from: number, minutes: number): number {
  let n = from
  for (let left = minutes; left > 0; n++) left -= isOpen[n] ?? 0
  return n
}

/** Backwards from a due time until so many open minutes lie between; it stands on an open minute. */
export function walkBack({ isOpen }: OpenMinutes, due: number, minutes: number): number {
  let n = due
  for (let left = minutes; left > 0; left -= isOpen[n] ?? 0) n--
  return n
}

/** The next minute after this one in which work begins. */
export function nextBeginning({ isOpen }: OpenMinutes, after: number): number {
  for (let n = after + 1; n < isOpen.length; n++) if (isOpen[n] === 1 && isOpen[n - 1] === 0) return n
  return isOpen.length
}

/** When a promise falls due. */
export function promiseDue(open: OpenMinutes, dueOn: Day, dueTime: TimeOfDay | null): number {
  if (dueTime !== null) return firstShowing(open.zone, dueOn, dueTime)
  const day = open.days.get(dueOn)
  return day === undefined ? firstShowing(open.zone, addDays(dueOn, 1), '00:00') : closing(day.opens)
}

const closing = (opens: OpenDay['opens']): number => Math.max(...opens.map(([, to]) => to))

/** The two notes of each working day, with the minute after which each is told no more. */
export function dayNotes(
  open: OpenMinutes,
  on: Day,
): readonly { stage: 'morning' | 'closing'; due: number; until: number }[] {
  const day = open.days.get(on)
  if (day === undefined) return []
  const nine = firstShowing(open.zone, on, '09:00')
  const first = Math.min(...day.opens.map(([from]) => from))
  const until = closing(day.opens)
  let begun = until
  while (open.isOpen[begun - 1] === 1) begun--
  const isOpenAtNine = day.opens.some(([from, to]) => from <= nine && nine < to)
  return [
    { stage: 'morning', due: isOpenAtNine ? nine : first, until },
    { stage: 'closing', due: Math.max(begun, until - 30), until },
  ]
}

/** The open minutes of a day, or of the last working day before it. */
export function lastDayMinutes(open: OpenMinutes, on: Day): number {
  let day = on
  while (!open.days.has(day)) day = addDays(day, -1)
  return open.days.get(day)?.minutes ?? 0
}
