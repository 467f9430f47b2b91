import type { Day, TimeOfDay, Zone } from '../lib/time'

/*
 * The civil time of a zone, minute by minute, as Intl shows it: the slow and simple ground on which the simulated
 * year is judged. It shares nothing with the time of the rules.
 */

const minute = 60_000
const dayMinutes = 24 * 60

/** So many minutes past midnight UTC on 1 January 1970 the clocks of the zone show, for each minute of a stretch. */
export type ZoneMinutes = {
  readonly zone: Zone
  /** The first minute, counted in UTC from 1970. */
  readonly from: number
  readonly shown: Int32Array
}

/** Asks Intl every quarter of an hour; no zone changes its clocks at any other time since 1995. */
export function zoneMinutes(zone: Zone, from: number, length: number): ZoneMinutes {
  const format = new Intl.DateTimeFormat('en-GB', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  const shown = new Int32Array(length)
  for (let n = 0; n < length; n += 15) {
    const wall = wallOf(format, (from + n) * minute)
    for (let m = n; m < Math.min(n + 15, length); m++) shown[m] = wall + m - n
  }
  return { zone, from, shown }
}

/** '24/11/2026, 10:40' as minutes. */
function wallOf(format: Intl.DateTimeFormat, at: number): number {
  const [, d = '', m = '', y = '', time = ''] = /(\d+)\/(\d+)\/(\d+), (\d+:\d+)/.exec(format.format(at)) ?? []
  return Date.parse(`${y}-${m}-${d}T${time}Z`) / minute
}

/** The first minute at which the clocks show this day and time or a later one; the last one there is where none does. */
export function firstShowing({ shown }: ZoneMinutes, on: Day, time: TimeOfDay): number {
  const target = Date.parse(on) / minute + Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  const guess = Math.max(0, Math.min(shown.length - 1, target - (shown[0] ?? 0) - 2 * dayMinutes))
  for (let n = guess; n < shown.length; n++) if ((shown[n] ?? 0) >= target) return n
  return shown.length - 1
}

/** The day the clocks show. */
export const shownDay = ({ shown }: ZoneMinutes, n: number): Day =>
  new Date((shown[n] ?? 0) * minute).toISOString().slice(0, 10)
