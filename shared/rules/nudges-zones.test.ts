import { expect, it } from 'vitest'
import { ClientId, PromiseId } from '../domain/ids'
import {
  addDays,
  dayOf,
  instantOf,
  hour,
  minute,
  timeOf,
  day as dayLength,
  type Day,
  type Zone,
} from '../lib/time'
import { aCalendar } from '../testing'
import { dayNotesOn } from './nudges-day'
import { nudgeOfPromise, type NudgePromise } from './nudges-moments'
import { createMemory, someFacts } from './nudges-testing'
import { changesIn, changeYears, namedZones, shownAt } from './nudges-zone-changes'

/*
 * Every zone there is, around the moments at which its clocks change: what the clocks show is asked of Intl minute by
 * minute, and the first minute that shows a time or a later one is when it is due.
 */

const seed = Number(process.env['KEPT_SEED'] ?? Math.floor(Math.random() * 1e9))
const sampledYears = Number(process.env['KEPT_ZONE_YEARS'] ?? 1_500)

const civil = (shown: number) => new Date(shown).toISOString()

/** Compares everything around one change; gives what is not as the clocks say. */
function wrongAround(change: number, zone: Zone): readonly string[] {
  const [from, to] = [change - 2 * 60 * minute, change + 3 * 60 * minute]
  const shown: number[] = []
  for (let at = from; at < to; at += minute) shown.push(shownAt(at, zone))
  const firstShowing = (wall: number) => from + shown.findIndex((each) => each >= wall) * minute
  const [before, after] = [shown[119] ?? 0, shown[120] ?? 0]
  const edges = [before, before + minute, after, after - minute, (before + after) / 2]
  const walls = [...edges, ...shown.filter((_, n) => n > 70 && n < 220 && n % 7 === 0)].map(
    (wall) => Math.floor(wall / minute) * minute,
  )
  const wrong: string[] = []
  const within = walls.filter(
    (wall) => wall > Math.max(...shown.slice(0, 20)) && wall <= Math.max(...shown.slice(-60)),
  )
  const promises = [...new Set(within)].map((wall, n) => ({
    promiseId: PromiseId.parse(n + 1),
    clientId: ClientId.parse(n + 1),
    dueOn: civil(wall).slice(0, 10),
    dueTime: civil(wall).slice(11, 16),
    saidAt: 0,
  }))
  for (const promise of promises) {
    const wall = Date.parse(`${promise.dueOn}T${promise.dueTime}Z`)
    const due = nudgeOfPromise(promise, aCalendar({ zone })).dueAt
    const isRight = due === firstShowing(wall) && due === instantOf(promise.dueOn, promise.dueTime, zone)
    if (!isRight) wrong.push(`${zone} ${civil(wall)}: ${civil(due)}, not ${civil(firstShowing(wall))}`)
  }
  for (const [n, wall] of shown.entries()) {
    const at = from + n * minute
    if (`${dayOf(at, zone)}T${timeOf(at, zone)}` !== civil(wall).slice(0, 16))
      wrong.push(`${zone} shows ${civil(at)} wrongly`)
  }
  return [...wrong, ...wrongScans(promises, zone, from, to), ...wrongMornings(change, zone)]
}

/** Looked for every twenty minutes, each is delivered once and not before. */
function wrongScans(
  promises: readonly NudgePromise[],
  zone: Zone,
  from: number,
  to: number,
): readonly string[] {
  const memory = createMemory()
  const facts = someFacts({ calendar: aCalendar({ zone }), promises })
  const delivered: string[] = []
  for (let now = from; now <= to + 60 * minute; now += 20 * minute)
    for (const { itemId, dueAt } of memory.scan(facts, now).delivered) {
      if (dueAt > now) delivered.push(`early ${itemId}`)
      delivered.push(String(itemId))
    }
  const isWhole = delivered.length === promises.length && new Set(delivered).size === promises.length
  return isWhole ? [] : [`${zone} at ${civil(from)} delivers ${delivered.join()}`]
}

/** Nine in the morning stays nine on the wall, in the week before and after. */
function wrongMornings(change: number, zone: Zone): readonly string[] {
  const spans = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opensAt: '09:00', closesAt: '17:30' }))
  const calendar = aCalendar({ zone, spans })
  const days = Array.from({ length: 9 }, (_, n) => addDays(dayOf(change, zone), n - 4))
  return days.flatMap((on) => {
    const [morning] = dayNotesOn(calendar, on)
    const shown = morning === undefined ? null : civil(shownAt(morning.dueAt, zone)).slice(0, 16)
    const isThere = morning === undefined ? isSkipped(on, change, zone) : shown === `${on}T09:00`
    return isThere ? [] : [`${zone} on ${on}: ${shown}`]
  })
}

/** Some islands crossed the date line and never had a day. */
function isSkipped(on: Day, near: number, zone: Zone): boolean {
  for (let at = near - 6 * dayLength; at < near + 6 * dayLength; at += hour)
    if (civil(shownAt(at, zone)).startsWith(on)) return false
  return true
}

it(
  `is due when the clocks of a zone first show it, around their changes (seed ${seed})`,
  { timeout: 600_000 },
  () => {
    const zones = Intl.supportedValuesOf('timeZone')
    let state = seed
    const below = (n: number) => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      return Math.floor((state / 2_147_483_648) * n)
    }
    const whole = namedZones.flatMap((zone) => changeYears.map((year) => ({ zone, year })))
    const sampled = Array.from({ length: sampledYears }, (_, n) => ({
      zone: zones[n % zones.length] ?? 'UTC',
      year: changeYears[below(changeYears.length)] ?? 1995,
    }))
    const counts = { zones: zones.length, namedChanges: 0, sampledChanges: 0 }
    const wrong: string[] = []
    for (const [n, { zone, year }] of [...whole, ...sampled].entries())
      for (const change of changesIn(year, zone)) {
        counts[n < whole.length ? 'namedChanges' : 'sampledChanges']++
        wrong.push(...wrongAround(change, zone))
      }
    console.info(`Changes of the clocks, seed ${seed}: ${JSON.stringify({ ...counts, wrong: wrong.length })}`)

    expect(wrong.slice(0, 20)).toEqual([])
  },
)
