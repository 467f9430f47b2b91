import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Reply } from '../shared/api/contract'
import type { Push } from '../shared/api/pushes'
import { day, hour, minute, type Instant } from '../shared/lib/time'
import { at } from '../shared/testing'
import { Refusal } from '../shared/lib/refusal'
import { refused } from './api/reply'
import { startScheduler, type Scheduler } from './scheduler'
import { rhythmsOf, type Rhythm } from './scheduler-rhythms'

const start = at('Tue 2026-11-24 10:40')
const clock = { now: () => Date.now() }

let scheduler: Scheduler | undefined
beforeEach(() => void vi.useFakeTimers({ now: start }))
afterEach(async () => {
  const stopped = scheduler?.stop()
  await vi.advanceTimersByTimeAsync(10 * minute)
  await stopped
  vi.useRealTimers()
})

/** Stands in for everything outside: notes what is asked, and says that something changed. */
function outside(
  options: {
    readonly takes?: number
    readonly onAsk?: (name: string) => void
    readonly refuses?: (name: string) => boolean
  } = {},
) {
  const asked: { readonly name: string; readonly at: Instant }[] = []
  const listeners = new Set<(push: Push) => void>()
  const running = { now: 0, twice: 0, names: new Set<string>() }
  const say = () => listeners.forEach((listener) => listener({ kind: 'changed', now: clock.now() }))
  const answer = async (name: string): Promise<Reply> => {
    asked.push({ name, at: clock.now() })
    if (running.names.has(name)) running.twice += 1
    running.names.add(name)
    running.now += 1
    if (options.takes) await new Promise((resume) => setTimeout(resume, options.takes))
    options.onAsk?.(name)
    running.now -= 1
    running.names.delete(name)
    if (options.refuses?.(name))
      return refused(new Refusal('unreachable', 'E_BACKUP_FAILED'), clock.now(), 'en')
    return { ok: true, now: clock.now(), value: null, operationId: null }
  }
  const onPush = (listener: (push: Push) => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  const told: string[] = []
  const log = {
    note: (what: string) => void told.push(what),
    fault: ({ request }: { readonly request: string }) => void told.push(request),
  }
  const begin = (rhythms: readonly Rhythm[], look?: () => Promise<void>) =>
    startScheduler({ backend: { answer, onPush }, clock, log, rhythms, ...(look ? { look } : {}) })
  return { asked, running, told, say, begin, timesOf: (name: string) => timesOf(asked, name) }
}

const timesOf = (asked: readonly { name: string; at: Instant }[], name: string) =>
  asked.filter((each) => each.name === name).map((each) => each.at - start)

const table = (next: { at: Instant | null }, lastBackupAt: Instant | null = start) =>
  rhythmsOf({
    zone: 'Europe/London',
    clock,
    nextNudgeAt: async () => null,
    nextLetterAt: async () => next.at,
    lastBackupAt: async () => lastBackupAt,
  })

it('wakes for a letter when its hold is over, to the second', async () => {
  const next: { at: Instant | null } = { at: start + 20_000 }
  const world = outside({ onAsk: (name) => void (name === 'mail.deliver' && (next.at = null)) })
  scheduler = world.begin(table(next))

  await vi.advanceTimersByTimeAsync(hour)
  expect(world.timesOf('mail.deliver')).toEqual([20_000])
})

it('hears of a letter queued while it slept', async () => {
  const next: { at: Instant | null } = { at: null }
  const world = outside({ onAsk: (name) => void (name === 'mail.deliver' && (next.at = null)) })
  scheduler = world.begin(table(next))
  await vi.advanceTimersByTimeAsync(30_000)

  next.at = clock.now() + 20_000
  world.say()
  await vi.advanceTimersByTimeAsync(minute)
  expect(world.timesOf('mail.deliver')).toEqual([50_000])
})

it('never asks one thing twice at once, however long it takes and whatever changes meanwhile', async () => {
  const world = outside({ takes: 90_000, onAsk: () => world.say() })
  scheduler = world.begin(table({ at: start }, null))

  await vi.advanceTimersByTimeAsync(20 * minute)
  expect(world.running.twice).toBe(0)
  expect(world.asked.length).toBeGreaterThan(3)
})

it('lets no slow letter and no slow backup hold up the other', async () => {
  const next: { at: Instant | null } = { at: start + 20_000 }
  const world = outside({
    takes: 10 * minute,
    onAsk: (name) => void (name === 'mail.deliver' && (next.at = null)),
  })
  scheduler = world.begin(table(next, null))

  await vi.advanceTimersByTimeAsync(minute)
  expect(world.timesOf('data.backUp')).toEqual([0])
  expect(world.timesOf('mail.deliver')).toEqual([20_000])
})

it('asks once a minute, not in a circle, for what stays due', async () => {
  const world = outside({ onAsk: () => world.say() })
  scheduler = world.begin(table({ at: start - hour }))

  await vi.advanceTimersByTimeAsync(3 * minute)
  expect(world.timesOf('mail.deliver')).toEqual([0, minute, 2 * minute, 3 * minute])
})

it('backs up and looks for an extra once on every day of the business', async () => {
  const world = outside()
  scheduler = world.begin(table({ at: null }, null))

  await vi.advanceTimersByTimeAsync(3 * day)
  const days = world.timesOf('data.backUp').map((after) => new Date(start + after).toISOString().slice(0, 10))
  expect(days).toEqual(['2026-11-24', '2026-11-25', '2026-11-26', '2026-11-27'])
  expect(world.timesOf('extras.suggest')).toHaveLength(4)
})

it('does not back up again on a day that has a backup', async () => {
  const world = outside()
  scheduler = world.begin(table({ at: null }, start - hour))

  await vi.advanceTimersByTimeAsync(hour)
  expect(world.timesOf('data.backUp')).toEqual([])
})

it('tries a backup that failed again within the hour, says so each time, and rests once it is made', async () => {
  const world = outside({ refuses: () => clock.now() < start + 100 * minute })
  scheduler = world.begin(table({ at: null }, null).filter(({ endpoint }) => endpoint.name === 'data.backUp'))

  await vi.advanceTimersByTimeAsync(10 * hour)
  expect(world.timesOf('data.backUp')).toEqual([0, 30 * minute, 60 * minute, 90 * minute, 120 * minute])
  expect(world.told).toEqual(Array(4).fill('data.backUp was refused: E_BACKUP_FAILED'))
})

it('goes on with the others where a due time cannot be read', async () => {
  const next: { at: Instant | null } = { at: start + 20_000 }
  const world = outside({ onAsk: (name) => void (name === 'mail.deliver' && (next.at = null)) })
  const unreadable = async () => Promise.reject(new Error('EACCES'))
  scheduler = world.begin(
    table(next).map((each) => (each.endpoint.name === 'data.backUp' ? { ...each, dueAt: unreadable } : each)),
  )

  await vi.advanceTimersByTimeAsync(hour)
  expect(world.timesOf('mail.deliver')).toEqual([20_000])
  expect(world.told).toContain('data.backUp')
})

it.each([
  ['forward by three days', 3 * day],
  ['back by three days', -3 * day],
  ['forward by ten years', 3653 * day],
])('notices within a minute that the clock went %s', async (_, jump) => {
  const next: { at: Instant | null } = { at: start + jump + 30_000 }
  const world = outside({ onAsk: (name) => void (name === 'mail.deliver' && (next.at = null)) })
  scheduler = world.begin(table(next))
  await vi.advanceTimersByTimeAsync(10_000)
  const before = world.timesOf('mail.deliver').length

  vi.setSystemTime(start + jump)
  await vi.advanceTimersByTimeAsync(2 * minute)
  expect(world.timesOf('mail.deliver').length).toBe(1)
  expect(world.timesOf('data.backUp')).toHaveLength(1)
  expect(before).toBe(jump < 0 ? 1 : 0)
})

it('asks nothing more once it is stopped, and waits for what it had begun', async () => {
  const world = outside({ takes: 5_000 })
  scheduler = world.begin(table({ at: start }))
  await vi.advanceTimersByTimeAsync(1_000)

  const stopped = scheduler.stop()
  await vi.advanceTimersByTimeAsync(10_000)
  await stopped
  const begun = ['nudges.tell', 'mail.deliver', 'extras.suggest']
  expect(world.asked.map(({ name }) => name)).toEqual(begun)
  expect(world.running.now).toBe(0)
})
