import { day as dayLength, minute, type Zone } from '../lib/time'

/*
 * When the clocks of a zone change, as Intl shows it: the ground on which moments are judged. It shares nothing with
 * the time of the rules.
 */

/** Zones by name: whole, half and quarter hours, changes of an hour and of half of one, north and south, and a lost day. */
export const namedZones: readonly Zone[] = [
  'Europe/London',
  'America/New_York',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Africa/Casablanca',
  'Europe/Dublin',
  'Antarctica/Troll',
  'Asia/Tehran',
]

/** The years whose changes are looked at. */
export const changeYears: readonly number[] = Array.from({ length: 2037 - 1995 + 1 }, (_, n) => 1995 + n)

const formats = new Map<Zone, Intl.DateTimeFormat>()

/** What the clocks show, as the ms UTC would need to show it. */
export function shownAt(at: number, zone: Zone): number {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  formats.set(zone, format)
  const [, d, m, y, time] = /(\d+)\/(\d+)\/(\d+), (\d+:\d+)/.exec(format.format(at)) ?? []
  return Date.parse(`${y}-${m}-${d}T${time}Z`)
}

const offsetAt = (at: number, zone: Zone) => shownAt(at, zone) - at

/** The changes of a year, each the first minute of the new time; those closer together than a week may be passed over. */
export function changesIn(year: number, zone: Zone): readonly number[] {
  const step = 8 * dayLength
  const changes: number[] = []
  for (let from = Date.UTC(year, 0, 1); from < Date.UTC(year + 1, 0, 1); from += step) {
    const before = offsetAt(from, zone)
    if (offsetAt(from + step, zone) !== before) changes.push(changeBetween(from, from + step, before, zone))
  }
  return changes
}

function changeBetween(from: number, to: number, before: number, zone: Zone): number {
  if (to - from <= minute) return to
  const middle = from + Math.floor((to - from) / minute / 2) * minute
  return offsetAt(middle, zone) === before
    ? changeBetween(middle, to, before, zone)
    : changeBetween(from, middle, before, zone)
}
