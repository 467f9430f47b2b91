import { expect, it } from 'vitest'
import type { Calendar, Span } from '../domain/calendar'
import { ClientId, PromiseId, WaitId } from '../domain/ids'
import type { Nudge } from '../domain/nudge'
import { addDays, dayOf, type Day, type TimeOfDay } from '../lib/time'
import {
  dayNotes,
  lastDayMinutes,
  nextBeginning,
  openBetween,
  openMinutes,
  promiseDue,
  walk,
  walkBack,
  type OpenMinutes,
} from './nudges-year-oracle'
import { zoneMinutes, type ZoneMinutes } from './nudges-year-zone'
import { keyOf } from './nudges'
import type { NudgePromise, NudgeWait } from './nudges-moments'
import { createMemory, someFacts, type Memory } from './nudges-testing'

/*
 * Simulated years: people write and are answered, promises are made, moved and kept, while the computer sleeps, Kept is
 * closed and the clock is set wrong and right again. What the rules deliver is held against an oracle that works in
 * minutes on its own civil time.
 */

const second = 1_000
const minute = 60 * second
const hour = 60 * minute
const year = 365
const dayLength = 24 * hour
const margin = 40
const waitsAYear = 270
const promisesAYear = 150

/** Twelve zones: whole, half and quarter hours, changes of an hour and of half of one, north and south, and none. */
const zones = [
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
  'America/St_Johns',
]
const yearsEach = Number(process.env['KEPT_YEARS'] ?? 23)
const seed = Number(process.env['KEPT_SEED'] ?? Math.floor(Math.random() * 1e9))

type Random = {
  readonly next: () => number
  readonly below: (n: number) => number
  readonly some: <T>(of: readonly T[]) => T
}

/** Mulberry32. */
function randomOf(begin: number): Random {
  let state = begin
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
  const below = (n: number) => Math.floor(next() * n)
  return { next, below, some: (of) => of[below(of.length)] as (typeof of)[number] }
}

/** A stretch in which Kept looks: `skew` is how far its clock is off; `isStart` where the program was started anew. */
type Awake = { readonly from: number; readonly to: number; readonly skew: number; readonly isStart: boolean }

type Change =
  | { readonly at: number; readonly kind: 'wait'; readonly wait: NudgeWait }
  | { readonly at: number; readonly kind: 'wait-ends'; readonly id: number }
  | { readonly at: number; readonly kind: 'promise'; readonly promise: NudgePromise }
  | { readonly at: number; readonly kind: 'promise-ends'; readonly id: number }

/** When one occurrence may be told: from its moment on, while its thing is open; `until` where it lapses. */
type Expected = {
  readonly dueAt: number
  readonly until: number
  readonly open: { from: number; to: number }[]
}

type Year = {
  readonly calendar: Calendar
  readonly awake: readonly Awake[]
  readonly changes: readonly Change[]
  readonly expected: ReadonlyMap<string, Expected>
}

const weeks: readonly (readonly Span[])[] = [
  [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opensAt: '09:00', closesAt: '17:30' })),
  [1, 2, 3, 4, 5, 6].flatMap((weekday) => [
    { weekday, opensAt: '08:00', closesAt: '12:00' },
    { weekday, opensAt: '13:00', closesAt: '17:00' },
  ]),
  [2, 3, 4, 5, 6].map((weekday) => ({ weekday, opensAt: '10:30', closesAt: '19:00' })),
  [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opensAt: '18:00', closesAt: '02:00' })),
  [4, 5, 6, 7].map((weekday) => ({ weekday, opensAt: '00:30', closesAt: '16:00' })),
]

function calendarOf(random: Random, zone: string, begin: Day): Calendar {
  const someDay = () => addDays(begin, random.below(year))
  const off = Array.from({ length: 10 }, () => ({ on: someDay(), spans: [] as Span[] }))
  const odd = Array.from({ length: 3 }, () => ({
    on: someDay(),
    spans: [{ opensAt: '11:00', closesAt: '24:00' }],
  }))
  const exceptions = [...new Map([...off, ...odd].map((each) => [each.on, each])).values()]
  return {
    zone,
    version: 1,
    spans: random.some(weeks),
    exceptions: exceptions.map((each) => ({ ...each, what: 'Other', source: 'own' as const, isOn: true })),
    eventDays: [someDay(), someDay(), someDay()],
  }
}

/** Awake for hours, then asleep or closed; now and then the clock is wrong for a while. */
function awakeOf(random: Random, begin: number, end: number): readonly Awake[] {
  const stretches: Awake[] = []
  let from = begin
  let isStart = true
  while (from < end) {
    const to = Math.min(end, from + hour + random.below(13 * hour))
    if (random.next() < 0.02 && to < end - dayLength) {
      const wrong = from + Math.floor((to - from) * random.next() * 0.8)
      const right = wrong + 5 * minute + random.below(3 * hour)
      const skew = random.some([-3 * dayLength, -hour, -7 * minute, 10 * minute, hour, 3 * dayLength])
      stretches.push({ from, to: wrong, skew: 0, isStart }, { from: wrong, to: right, skew, isStart: false })
      stretches.push({ from: right, to: right + hour, skew: 0, isStart: false })
      from = right + hour
    } else {
      stretches.push({ from, to, skew: 0, isStart })
      from = to
    }
    isStart = random.next() < 0.4
    from += 3 * minute + random.below(random.some([hour, 4 * hour, 14 * hour]))
  }
  return stretches
}

/** The first moment from here on at which the user sits at a Kept whose clock is right. */
function atDesk(awake: readonly Awake[], at: number): number {
  for (let n = Math.max(0, startedBy(awake, at) - 1); n < awake.length; n++) {
    const { from, to, skew } = awake[n] as Awake
    if (skew === 0 && to - minute > at) return Math.max(at, from + 10 * second)
  }
  return Number.POSITIVE_INFINITY
}

type Given = {
  readonly random: Random
  readonly open: OpenMinutes
  readonly awake: readonly Awake[]
  readonly end: number
}
type Story = {
  readonly changes: Change[]
  readonly expected: Map<string, Expected>
  readonly things: Thing[]
}
/** What the notes of the day look at: for which days, from when to when it was open. */
type Thing = {
  readonly from: number
  readonly to: number
  readonly isTold: (stage: string, on: Day, at: number) => boolean
}

const instantAt = (open: OpenMinutes, n: number): number => (open.zone.from + n) * minute
const minuteAt = (open: OpenMinutes, at: number): number => Math.floor(at / minute) - open.zone.from

function tellWait({ random, open, awake, end }: Given, story: Story, id: number, wanted: number): void {
  const at = atDesk(awake, wanted)
  const to = Math.min(
    atDesk(awake, at + minute + random.below(random.some([2 * hour, 8 * hour, 60 * hour]))),
    end,
  )
  if (at >= end) return
  const since = minuteAt(open, at) - random.some([0, 1, 5, 180, 1_500])
  const ackMinutes = random.some([40, 120, 240, 480])
  const due = walk(open, since, ackMinutes)
  const whose = { waitId: WaitId.parse(id), clientId: ClientId.parse((id % 30) + 1) }
  const wait = { ...whose, waitingSince: instantAt(open, since), ackMinutes, ackDueAt: instantAt(open, due) }
  story.changes.push({ at, kind: 'wait', wait })
  if (to < end) story.changes.push({ at: to, kind: 'wait-ends', id })
  const expect = (stage: Nudge['stage'], n: number) =>
    story.expected.set(
      keyOf({ item: 'wait', itemId: id, stage, occurrence: '' }),
      whileOpen(instantAt(open, n), at, to),
    )
  expect('last-eighth', walkBack(open, due, ackMinutes / 8))
  expect('due', due)
  expect('overdue', nextBeginning(open, due))
  const isTold = (stage: string, _: Day, n: number) =>
    since <= n && (due <= n || (stage === 'closing' && openBetween(open, n, due) <= ackMinutes / 3))
  story.things.push({ from: at, to, isTold })
}

const whileOpen = (dueAt: number, from: number, to: number): Expected => ({
  dueAt,
  until: Number.POSITIVE_INFINITY,
  open: [{ from, to }],
})

function tellPromise(given: Given, story: Story, id: number, wanted: number): void {
  const { random, awake, end } = given
  const at = atDesk(awake, wanted)
  if (at >= end) return
  const to = Math.min(atDesk(awake, at + hour + random.below(12 * dayLength)), end)
  const move = atDesk(awake, at + random.below(3 * dayLength))
  const isMoved = random.next() < 0.25 && move < to - minute
  openPromise(given, story, { id, saidAt: at, from: at, to: isMoved ? move : to })
  if (isMoved) openPromise(given, story, { id, saidAt: at, from: move, to })
  if (to < end) story.changes.push({ at: to, kind: 'promise-ends', id })
}

function openPromise(
  { random, open }: Given,
  story: Story,
  {
    id,
    saidAt,
    from,
    to,
  }: { readonly id: number; readonly saidAt: number; readonly from: number; readonly to: number },
): void {
  const dueOn = addDays(dayOf(from, open.zone.zone), 1 + random.below(9))
  const dueTime: TimeOfDay | null = random.some([null, null, '09:00', '13:00', '02:15', '23:30'])
  const due = promiseDue(open, dueOn, dueTime)
  const promise = {
    promiseId: PromiseId.parse(id),
    clientId: ClientId.parse((id % 30) + 1),
    dueOn,
    dueTime,
    saidAt,
  }
  story.changes.push({ at: from, kind: 'promise', promise })
  const key = keyOfPromise(promise)
  const known = story.expected.get(key)
  if (known === undefined) story.expected.set(key, whileOpen(instantAt(open, due), from, to))
  else known.open.push({ from, to })
  const span = openBetween(open, Math.ceil(saidAt / minute) - open.zone.from, due)
  const isTold = (stage: string, on: Day, n: number) => {
    if (saidAt > instantAt(open, n)) return false
    if (dueOn <= on) return true
    const left = openBetween(open, n, due)
    return stage === 'closing' && (left <= lastDayMinutes(open, dueOn) || left <= Math.ceil(span) / 4)
  }
  story.things.push({ from, to, isTold })
}

/** A note of the day comes once while anything it tells of is open, and not after the day's closing. */
function tellDays(open: OpenMinutes, story: Story): void {
  const things = story.things.toSorted((a, b) => a.from - b.from)
  for (const on of open.days.keys())
    for (const { stage, due, until } of dayNotes(open, on)) {
      const [dueAt, untilAt] = [instantAt(open, due), instantAt(open, until)]
      const told = things.filter(
        ({ from, to, isTold }) =>
          from < untilAt + 4 * dayLength && to > dueAt - 4 * dayLength && isTold(stage, on, due),
      )
      const key = keyOf({ item: 'day', itemId: 0, stage, occurrence: on })
      if (told.length > 0)
        story.expected.set(key, { dueAt, until: untilAt, open: told.map(({ from, to }) => ({ from, to })) })
    }
}

function yearOf(random: Random, zone: ZoneMinutes): Year {
  const begin = (zone.from + margin * 1_440) * minute
  const end = begin + year * dayLength
  const calendar = calendarOf(random, zone.zone, dayOf(begin, zone.zone))
  const open = openMinutes(zone, calendar)
  const awake = awakeOf(random, begin, end)
  const story: Story = { changes: [], expected: new Map(), things: [] }
  const given = { random, open, awake, end }
  for (let n = 1; n <= waitsAYear; n++) tellWait(given, story, n, begin + random.below(year * dayLength))
  for (let n = 1; n <= promisesAYear; n++)
    tellPromise(given, story, n, begin + random.below(year * dayLength))
  tellDays(open, story)
  return { calendar, awake, changes: story.changes.toSorted((a, b) => a.at - b.at), expected: story.expected }
}

/** What was told of one key: when, whether it was seen at once, and when it was taken back to be told again. */
type Telling = { readonly at: number; readonly isSeen: boolean; rearmedAt: number | null }
type Lived = {
  readonly told: ReadonlyMap<string, readonly Telling[]>
  readonly memory: Memory
  readonly scans: number
}

/** Lives through a year, looking when the scheduler would. */
function live({ calendar, awake, changes, expected }: Year, random: Random): Lived {
  const memory = createMemory()
  const waits = new Map<number, NudgeWait>()
  const promises = new Map<number, NudgePromise>()
  const keys = new Map<string, readonly string[]>()
  const told = new Map<string, Telling[]>()
  const moments = [...expected.values()].map(({ dueAt }) => dueAt).sort((a, b) => a - b)
  let changed = 0
  let scans = 0

  const apply = (change: Change) => {
    if (change.kind === 'wait') {
      waits.set(change.wait.waitId, change.wait)
      keys.set(`wait ${change.wait.waitId}`, keysOfWait(change.wait.waitId))
    } else if (change.kind === 'promise') {
      promises.set(change.promise.promiseId, change.promise)
      keys.set(`promise ${change.promise.promiseId}`, [keyOfPromise(change.promise)])
    } else if (change.kind === 'wait-ends') {
      waits.delete(change.id)
      keys.delete(`wait ${change.id}`)
    } else {
      promises.delete(change.id)
      keys.delete(`promise ${change.id}`)
    }
  }
  const keptNow = (now: number): readonly Nudge[] => {
    const found: Nudge[] = []
    for (const some of [...keys.values(), keysOfDays(dayOf(now, calendar.zone))])
      for (const key of some) {
        const nudge = memory.kept.get(key)
        if (nudge !== undefined) found.push(nudge)
      }
    return found
  }
  const scan = (at: number, skew: number): number | null => {
    scans++
    const facts = someFacts({
      calendar,
      hasMorningNote: true,
      hasClosingNote: true,
      waits: [...waits.values()],
      promises: [...promises.values()],
    })
    const { delivered, rearmed, nextAt } = memory.scan(facts, at + skew, keptNow(at + skew))
    for (const nudge of rearmed) {
      const last = told.get(keyOf(nudge))?.at(-1)
      if (last !== undefined) last.rearmedAt = at
      expect(nudge.acknowledgedAt).toBeNull()
    }
    for (const nudge of delivered) {
      const key = keyOf(nudge)
      const kept = memory.kept.get(key)
      const isSeen = kept !== undefined && random.next() < 0.3
      if (isSeen) memory.acknowledge(kept, at + skew)
      told.set(key, [...(told.get(key) ?? []), { at, isSeen, rearmedAt: null }])
    }
    return nextAt
  }

  for (const { from, to, skew, isStart } of awake) {
    if (isStart) memory.restart()
    const tickAfter = (at: number) => from + Math.ceil((at - from) / (30 * second)) * 30 * second
    let at = from + random.below(5 * second)
    while (at < to) {
      while ((changes[changed]?.at ?? Number.POSITIVE_INFINITY) <= at) apply(changes[changed++] as Change)
      const nextAt = scan(at, skew)
      if (random.next() < 0.1) scan(at, skew)
      const clock = at + skew
      const moment = moments[firstAfter(moments, clock)] ?? Number.POSITIVE_INFINITY
      const due = Math.min(nextAt ?? Number.POSITIVE_INFINITY, moment)
      const change = (changes[changed]?.at ?? Number.POSITIVE_INFINITY) + random.below(second)
      at = Math.min(change, tickAfter(Math.max(due - skew, at + 1)))
    }
  }
  return { told, memory, scans }
}

const stagesOfWait = ['last-eighth', 'due', 'overdue'] as const
const keysOfWait = (itemId: number) =>
  stagesOfWait.map((stage) => keyOf({ item: 'wait', itemId, stage, occurrence: '' }))

const keyOfPromise = ({
  promiseId: itemId,
  dueOn,
  dueTime,
}: Pick<NudgePromise, 'promiseId' | 'dueOn' | 'dueTime'>) =>
  keyOf({
    item: 'promise',
    itemId,
    stage: 'due',
    occurrence: dueTime === null ? dueOn : `${dueOn}T${dueTime}`,
  })

const daysKeys = new Map<Day, readonly string[]>()

/** The notes of the days a wrong clock can reach. */
function keysOfDays(today: Day): readonly string[] {
  const known = daysKeys.get(today)
  if (known !== undefined) return known
  const days = Array.from({ length: 10 }, (_, n) => addDays(today, n - 2))
  const keys = days.flatMap((on) => [`day 0 morning ${on}`, `day 0 closing ${on}`])
  daysKeys.set(today, keys)
  return keys
}

function firstAfter(moments: readonly number[], at: number): number {
  let [low, high] = [0, moments.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((moments[middle] ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low
}

/** A stretch in which an occurrence could be told; `isResume` where it began with a start, a resume, or another clock. */
type Chance = { readonly from: number; readonly to: number; readonly isResume: boolean }

function chancesOf(
  { dueAt, until, open }: Expected,
  awake: readonly Awake[],
  after: number,
): readonly Chance[] {
  const first = Math.min(...open.map(({ from }) => from))
  const last = Math.max(...open.map(({ to }) => to))
  const near = awake.slice(Math.max(0, startedBy(awake, first) - 1))
  const chances: Chance[] = []
  for (const { from, to, skew } of near) {
    if (from >= last) break
    for (const stretch of open) {
      const begins = Math.max(from, dueAt - skew, stretch.from, after)
      const ends = Math.min(to, until - skew, stretch.to)
      if (begins < ends) chances.push({ from: begins, to: ends, isResume: begins === from })
    }
  }
  return joined(chances)
}

const startsOf = new WeakMap<readonly Awake[], readonly number[]>()

/** How many stretches had begun by a moment. */
function startedBy(awake: readonly Awake[], at: number): number {
  const starts = startsOf.get(awake) ?? awake.map(({ from }) => from)
  startsOf.set(awake, starts)
  return firstAfter(starts, at)
}

/** Overlapping chances of several things are one. */
function joined(chances: readonly Chance[]): readonly Chance[] {
  const found: Chance[] = []
  for (const chance of chances.toSorted((a, b) => a.from - b.from)) {
    const last = found.at(-1)
    if (last === undefined || last.to < chance.from || chance.isResume) found.push(chance)
    else found[found.length - 1] = { ...last, to: Math.max(last.to, chance.to) }
  }
  return found
}

type Judged = {
  missed: string[]
  double: string[]
  wrong: string[]
  readonly awake: number[]
  readonly resumed: number[]
}

/** Nothing is asked of a chance shorter than the rhythm of looking. */
const shortest = 35 * second

function judge(some: Year, { told }: Lived, judged: Judged): void {
  for (const key of told.keys()) if (!some.expected.has(key)) judged.wrong.push(`${key}: never due`)
  for (const [key, expected] of some.expected) {
    const tellings = told.get(key) ?? []
    if (tellings.filter(({ rearmedAt }) => rearmedAt === null).length > 1) judged.double.push(key)
    let after = Number.NEGATIVE_INFINITY
    for (const { at, rearmedAt } of tellings) {
      judgeOne(key, chancesOf(expected, some.awake, after), at, judged)
      after = rearmedAt ?? Number.POSITIVE_INFINITY
    }
    const last = tellings.at(-1)
    if (last !== undefined && isStillAhead(last, expected, some.awake))
      judged.missed.push(`${key} is not armed again`)
    if (after === Number.POSITIVE_INFINITY) continue
    const chance = chancesOf(expected, some.awake, after).find(({ from, to }) => to - from > shortest)
    if (chance !== undefined) judged.missed.push(`${key} from ${new Date(chance.from).toISOString()}`)
  }
}

/** Told by a wrong clock and not seen, and looked for again by a clock on which it still lay ahead. */
function isStillAhead(
  { at, isSeen, rearmedAt }: Telling,
  { dueAt, open }: Expected,
  awake: readonly Awake[],
): boolean {
  if (isSeen || rearmedAt !== null) return false
  return awake
    .slice(startedBy(awake, at), startedBy(awake, at + 7 * dayLength))
    .some(
      ({ from, to, skew }) =>
        to - from > shortest &&
        from + skew + shortest < dueAt &&
        open.some((each) => each.from <= from && from + shortest < each.to),
    )
}

function judgeOne(key: string, chances: readonly Chance[], at: number, judged: Judged): void {
  const chance = chances.find(({ from, to }) => from <= at && at < to)
  if (chance === undefined) return void judged.wrong.push(`${key} at ${new Date(at).toISOString()}`)
  const passed = chances.find(({ from, to }) => from < chance.from && to - from > shortest)
  if (passed !== undefined) judged.missed.push(`${key} from ${new Date(passed.from).toISOString()}`)
  const isAwake = !chance.isResume
  ;(isAwake ? judged.awake : judged.resumed).push(at - chance.from)
}

it(
  'misses nothing and tells nothing twice, through sleep, wrong clocks and changes of the clocks',
  { timeout: 600_000 },
  () => {
    const judged: Judged = { missed: [], double: [], wrong: [], awake: [], resumed: [] }
    const sums = { days: 0, nudges: 0, notes: 0, scans: 0, rearmed: 0 }
    const began = performance.now()
    for (const [n, name] of zones.entries()) {
      const zone = zoneMinutes(
        name,
        Date.UTC(2027, 0, 1) / minute - margin * 1_440,
        (year + 2 * margin) * 1_440,
      )
      for (let round = 0; round < yearsEach; round++) {
        const random = randomOf(seed + n * 1_000 + round)
        const some = yearOf(random, zone)
        const lived = live(some, random)
        judge(some, lived, judged)
        const tellings = [...lived.told.values()].flat()
        sums.days += year
        sums.nudges += tellings.length
        sums.rearmed += tellings.filter(({ rearmedAt }) => rearmedAt !== null).length
        sums.notes += lived.memory.notes.length
        sums.scans += lived.scans
      }
    }
    const latest = judged.awake.toSorted((a, b) => a - b)
    const p99 = latest[Math.floor(latest.length * 0.99)] ?? 0
    const longest = (of: readonly number[]) => of.reduce((most, each) => Math.max(most, each), 0)
    console.info(
      `Simulated years, seed ${seed}: ${JSON.stringify({ zones: zones.length, ...sums, missed: judged.missed.length, double: judged.double.length, p99, latestAwake: longest(judged.awake), latestResumed: longest(judged.resumed), seconds: Math.round((performance.now() - began) / 1_000) })}`,
    )

    expect(judged.wrong.slice(0, 10), `seed ${seed}`).toEqual([])
    expect(judged.missed.slice(0, 10), `seed ${seed}`).toEqual([])
    expect(judged.double.slice(0, 10), `seed ${seed}`).toEqual([])
    expect(longest(judged.awake)).toBeLessThanOrEqual(30 * second)
    expect(longest(judged.resumed)).toBeLessThanOrEqual(5 * second)
  },
)
