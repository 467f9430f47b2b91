import { tzOffset } from '@date-fns/tz'
import { Refusal } from './refusal'

const minute = 60_000
const day = 24 * 60 * minute

/*
 * One UTC day of a zone: before `changesAt` its clocks are `before` ms ahead of UTC, from then on `after`.
 * No zone has ever changed its clocks twice within one UTC day.
 */
type Stretch = { readonly changesAt: number; readonly before: number; readonly after: number }

const stretchesByZone = new Map<string, Map<number, Stretch>>()

/** How many ms the zone's clocks are ahead of UTC at this instant; exact from 1972 on. Refuses an unknown zone. */
export function offsetAt(at: number, zone: string): number {
  const stretch = stretchOf(Math.floor(at / day), zone)
  return at < stretch.changesAt ? stretch.before : stretch.after
}

/**
 * The first instant at which the zone's clocks show this wall time or a later one; wall time is given as the
 * ms that UTC would need to show it. A wall time that is left out gives the instant of the change, one that comes twice its first.
 */
export function firstInstantAt(wallTime: number, zone: string): number {
  const utcDay = Math.floor(wallTime / day)
  const near = [stretchOf(utcDay - 1, zone), stretchOf(utcDay, zone), stretchOf(utcDay + 1, zone)]
  const change = near.find((stretch) => stretch.before !== stretch.after)
  if (change === undefined) return wallTime - stretchOf(utcDay, zone).before
  if (wallTime - change.before < change.changesAt) return wallTime - change.before
  return Math.max(change.changesAt, wallTime - change.after)
}

function stretchOf(utcDay: number, zone: string): Stretch {
  const stretches = stretchesByZone.get(zone) ?? keepZone(zone)
  const known = stretches.get(utcDay)
  if (known !== undefined) return known
  const stretch = measure(utcDay, zone, stretches)
  stretches.set(utcDay, stretch)
  return stretch
}

function keepZone(zone: string): Map<number, Stretch> {
  askOffset(0, zone)
  const stretches = new Map<number, Stretch>()
  stretchesByZone.set(zone, stretches)
  return stretches
}

function measure(utcDay: number, zone: string, stretches: ReadonlyMap<number, Stretch>): Stretch {
  const before = stretches.get(utcDay - 1)?.after ?? askOffset(utcDay * day, zone)
  const after = askOffset((utcDay + 1) * day, zone)
  if (before === after) return { changesAt: utcDay * day, before, after }
  return { changesAt: findChange(utcDay * day, (utcDay + 1) * day, after, zone), before, after }
}

function findChange(from: number, to: number, after: number, zone: string): number {
  if (to - from <= 1) return to
  const middle = Math.floor((from + to) / 2)
  return askOffset(middle, zone) === after
    ? findChange(from, middle, after, zone)
    : findChange(middle, to, after, zone)
}

function askOffset(at: number, zone: string): number {
  const minutes = tzOffset(zone, new Date(at))
  if (Number.isNaN(minutes)) throw new Refusal('invalid', 'E_ZONE_UNKNOWN', { zone })
  return Math.round(minutes * minute)
}
