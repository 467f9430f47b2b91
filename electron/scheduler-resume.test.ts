import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { hour, minute } from '../shared/lib/time'
import { wakeAfterSleep } from './scheduler-resume'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it.each([
  ['slept for eight hours', 8 * hour],
  ['was set back by an hour', -hour],
  ['slept for ten seconds', 10_000],
])('wakes Kept once within four seconds where the computer %s', async (_, moved) => {
  const clock = { moved: 0 }
  const wake = vi.fn<() => void>()
  const begun = Date.now()
  const stop = wakeAfterSleep(wake, {
    wall: () => Date.now() + clock.moved,
    elapsed: () => Date.now() - begun,
  })
  await vi.advanceTimersByTimeAsync(10 * minute)
  expect(wake).not.toHaveBeenCalled()

  clock.moved = moved
  await vi.advanceTimersByTimeAsync(4_000)
  expect(wake).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(10 * minute)
  expect(wake).toHaveBeenCalledTimes(1)

  stop()
  clock.moved = 0
  await vi.advanceTimersByTimeAsync(minute)
  expect(wake).toHaveBeenCalledTimes(1)
})
