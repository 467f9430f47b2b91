import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Push } from '../shared/api/pushes'
import { hour, minute, type Instant } from '../shared/lib/time'
import { at } from '../shared/testing'
import { api } from '../shared/api/index'
import { startScheduler, type Scheduler } from './scheduler'
import type { Rhythm } from './scheduler-rhythms'

const start = at('Tue 2026-11-24 10:40')

beforeEach(() => void vi.useFakeTimers({ now: start }))
afterEach(() => void vi.useRealTimers())

/** Something that comes due, when it was delivered, and how often. */
type Item = { readonly dueAt: Instant; deliveredAt: Instant | null; times: number }

/**
 * Stands in for what is due: a scan delivers every item whose moment has come and that was not delivered before, and
 * only then announces a change. `hangs` scans never answer; `delay` is how long one takes.
 */
function aDesk(moments: readonly Instant[], { isNextKnown = false } = {}) {
  const items: Item[] = moments.map((dueAt) => ({ dueAt, deliveredAt: null, times: 0 }))
  const listeners = new Set<(push: Push) => void>()
  const told: string[] = []
  const desk = { items, told, scans: [] as Instant[], hangs: 0, delay: 0, skew: 0, looks: 0 }
  const clock = { now: () => Date.now() + desk.skew }
  const change = () => listeners.forEach((listener) => listener({ kind: 'changed', now: clock.now() }))
  const answer = async () => {
    desk.scans.push(clock.now())
    if (desk.hangs > 0) {
      desk.hangs -= 1
      await new Promise(() => undefined)
    }
    const due = items.filter(({ dueAt, deliveredAt }) => deliveredAt === null && dueAt <= clock.now())
    if (desk.delay > 0) await new Promise((resume) => setTimeout(resume, desk.delay))
    for (const item of due.filter(({ deliveredAt }) => deliveredAt === null)) {
      item.deliveredAt = clock.now()
      item.times += 1
    }
    if (due.length > 0) change()
    return { ok: true as const, now: clock.now(), value: null, operationId: null }
  }
  const nextDueAt = () =>
    Math.min(...items.filter(({ deliveredAt }) => deliveredAt === null).map(({ dueAt }) => dueAt))
  const rhythm: Rhythm = {
    endpoint: { ...api.extras.suggest, name: 'nudges.tell' },
    input: {},
    dueAt: async () => (isNextKnown && Number.isFinite(nextDueAt()) ? nextDueAt() : null),
    againAfter: 30_000,
    sleepsAtMost: 30_000,
    isScan: true,
  }
  const onPush = (listener: (push: Push) => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  const log = { note: (what: string) => void told.push(what), fault: () => undefined }
  const look = async () => void (desk.looks += 1)
  const elapsed = () => Date.now() - start
  const begin = (others: readonly Rhythm[] = []) =>
    startScheduler({ backend: { answer, onPush }, clock, log, elapsed, rhythms: [rhythm, ...others], look })
  return { ...desk, desk, clock, change, begin, rhythm }
}

const lateness = ({ dueAt, deliveredAt }: Item) => (deliveredAt ?? Infinity) - dueAt
const since = (moments: readonly Instant[]) => moments.map((moment) => moment - start)

let scheduler: Scheduler | undefined
afterEach(() => void scheduler?.stop())

describe('the lane of reminders', () => {
  it('scans at the start and every 30 s, and looks at the clocks before each', async () => {
    const { desk, begin } = aDesk([])
    scheduler = begin()
    await vi.advanceTimersByTimeAsync(2 * minute)

    expect(since(desk.scans)).toEqual([0, 30_000, 60_000, 90_000, 120_000])
    expect(desk.looks).toBe(5)
    expect(scheduler.watch()).toEqual({ lastScanAt: start + 120_000, restartedAt: null })
  })

  it('wakes at the earliest due moment, to the second', async () => {
    const { desk, begin } = aDesk([start + 12_000, start + 42_500], { isNextKnown: true })
    scheduler = begin()
    await vi.advanceTimersByTimeAsync(minute)

    expect(desk.items.map(lateness)).toEqual([0, 0])
  })

  it('looks again when something changed, at most once a second, and is not woken for ever by its own change', async () => {
    const { desk, change, begin } = aDesk([start])
    scheduler = begin()
    await vi.advanceTimersByTimeAsync(10_000)
    expect(since(desk.scans)).toEqual([0, 1_000])

    for (let changes = 0; changes < 100; changes++) change()
    await vi.advanceTimersByTimeAsync(5_000)
    expect(since(desk.scans)).toEqual([0, 1_000, 10_000, 11_000])
  })

  it('looks at once when it is woken, however often', async () => {
    const { desk, begin } = aDesk([start + 5_000])
    scheduler = begin()
    await vi.advanceTimersByTimeAsync(5_000)
    for (let wakes = 0; wakes < 3; wakes++) scheduler.wake()
    await vi.advanceTimersByTimeAsync(5_000)

    expect(desk.items.map(lateness)).toEqual([0])
    expect(desk.items.map(({ times }) => times)).toEqual([1])
  })

  it('is held up by nothing slow beside it', async () => {
    const { desk, begin, rhythm } = aDesk([start + 30_000])
    const never = { ...rhythm, isScan: false, dueAt: () => new Promise<never>(() => undefined) }
    scheduler = begin([never])
    await vi.advanceTimersByTimeAsync(minute)

    expect(desk.items.map(lateness)).toEqual([0])
  })
})

describe('the watchdog', () => {
  it('begins a scan that never answers anew within two minutes, and says so by its name (RM-9)', async () => {
    const { desk, begin } = aDesk([start + 10_000])
    desk.hangs = 1
    scheduler = begin()
    await vi.advanceTimersByTimeAsync(minute)
    expect(scheduler.watch()).toEqual({ lastScanAt: null, restartedAt: null })

    await vi.advanceTimersByTimeAsync(minute)
    expect(desk.told).toEqual(['nudges.tell did not answer for 90 s and was begun anew'])
    expect(desk.items.map(({ times }) => times)).toEqual([1])
    const { lastScanAt, restartedAt } = scheduler.watch()
    expect(restartedAt).toBe(start + 90_000)
    expect(lastScanAt).toBe(start + 91_000)
  })

  it('begins anew as often as it hangs, and remembers the last good scan meanwhile', async () => {
    const { desk, begin } = aDesk([])
    scheduler = begin()
    await vi.advanceTimersByTimeAsync(25_000)
    desk.hangs = 2
    await vi.advanceTimersByTimeAsync(2 * minute)
    expect(scheduler.watch()).toEqual({ lastScanAt: start, restartedAt: start + 100_000 })

    await vi.advanceTimersByTimeAsync(minute)
    expect(desk.told).toHaveLength(2)
    expect(scheduler.watch()).toEqual({ lastScanAt: start + 190_000, restartedAt: start + 190_000 })
  })

  it('lets a slow scan be', async () => {
    const { desk, begin } = aDesk([])
    desk.delay = 50_000
    scheduler = begin()
    await vi.advanceTimersByTimeAsync(hour)

    expect(desk.told).toEqual([])
  })

  it('takes no sleep of the computer for a scan that hangs', async () => {
    const { desk, begin } = aDesk([])
    scheduler = begin()
    await vi.advanceTimersByTimeAsync(minute)
    desk.skew = 8 * hour
    scheduler.wake()
    await vi.advanceTimersByTimeAsync(minute)

    expect(desk.told).toEqual([])
  })

  it('waits at the end for nothing that hangs and was left behind', async () => {
    const { desk, begin } = aDesk([])
    desk.hangs = 1
    scheduler = begin()
    await vi.advanceTimersByTimeAsync(2 * minute)

    const stopped = vi.fn<() => void>()
    void scheduler.stop().then(stopped)
    await vi.advanceTimersByTimeAsync(1_000)
    expect(stopped).toHaveBeenCalled()
  })
})

/** Loses every timer; the clock, which clearing takes back to its start, goes on. */
function loseTimers(): void {
  const now = Date.now()
  vi.clearAllTimers()
  vi.setSystemTime(now)
}

/** A stretch of time in which something happens to whatever wakes Kept. */
const stretch = fc.record({
  lasts: fc.integer({ min: 0, max: 120_000 }),
  /** The clock on the wall leaps this far while no timer runs: sleep. */
  sleeps: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: 9 * hour })),
  /** How often the end of the sleep, or nothing at all, is said. */
  wakes: fc.integer({ min: 0, max: 3 }),
  changes: fc.integer({ min: 0, max: 3 }),
  /** Timers that are lost altogether, as some systems do. */
  losesTimers: fc.boolean(),
})
type Stretch = typeof stretch extends fc.Arbitrary<infer T> ? T : never

const dueIn = fc.array(fc.integer({ min: -hour, max: 12 * hour }), { maxLength: 20 })

/** Lives through a stretch and gives the sleep it began with. */
async function liveThrough(
  { desk, clock, change }: ReturnType<typeof aDesk>,
  running: Scheduler,
  { lasts, sleeps, wakes, changes, losesTimers }: Stretch,
) {
  const from = clock.now()
  if (losesTimers) loseTimers()
  desk.skew += sleeps
  for (let n = 0; n < changes; n++) change()
  const atLeast = losesTimers || sleeps > 0 ? 1 : 0
  for (let n = 0; n < Math.max(atLeast, wakes); n++) running.wake()
  const to = clock.now()
  await vi.advanceTimersByTimeAsync(lasts)
  return { from, to }
}

it('delivers everything once, in time, whatever wakes are dropped, doubled and reordered (RM-1)', async () => {
  await fc.assert(
    fc.asyncProperty(dueIn, fc.array(stretch, { maxLength: 12 }), async (due, stretches) => {
      vi.useFakeTimers({ now: start })
      const world = aDesk(due.map((after) => start + after))
      const running = world.begin()
      const sleeps = [{ from: -Infinity, to: start }]
      await vi.advanceTimersByTimeAsync(0)
      for (const each of stretches) sleeps.push(await liveThrough(world, running, each))
      await vi.advanceTimersByTimeAsync(30_000)

      const { items } = world.desk
      const isInTime = (item: Item) => {
        const until = item.deliveredAt ?? Infinity
        const slept = sleeps.filter(({ from, to }) => to > from && to >= item.dueAt && from < until).at(-1)
        return slept === undefined ? lateness(item) <= 30_000 : until <= slept.to + 5_000
      }
      const isAhead = (item: Item) => item.dueAt > world.clock.now() - 30_000
      const isRight = (item: Item) => isAhead(item) || (item.times === 1 && isInTime(item))
      expect(items.filter((item) => item.times > 1 || !isRight(item))).toEqual([])
      await running.stop()
    }),
    { numRuns: 300 },
  )
})

it('delivers everything once although scans hang, at most two minutes and a scan later (RM-9)', async () => {
  const hangs = fc.array(fc.record({ life: stretch, hangs: fc.boolean() }), { maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(dueIn, hangs, async (due, lives) => {
      vi.useFakeTimers({ now: start })
      const world = aDesk(due.map((after) => start + after))
      const running = world.begin()
      for (const { life, hangs } of lives) {
        world.desk.hangs = hangs ? 1 : 0
        await liveThrough(world, running, life)
      }
      world.desk.hangs = 0
      const wakened = world.clock.now()
      await vi.advanceTimersByTimeAsync(2 * minute)

      const wasDue = world.desk.items.filter(({ dueAt }) => dueAt <= wakened)
      expect(wasDue.map(({ times }) => times)).toEqual(wasDue.map(() => 1))
      await running.stop()
    }),
    { numRuns: 200 },
  )
})
