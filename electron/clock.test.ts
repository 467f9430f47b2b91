import { expect, it } from 'vitest'
import { clockFrom, systemClock } from './clock'

it('runs on from where it was started, in whole milliseconds', () => {
  const elapsed = { ms: 500.5 }
  const clock = clockFrom(1_000_000, () => elapsed.ms)

  expect(clock.now()).toBe(1_000_000)
  elapsed.ms += 60_000.4
  expect(clock.now()).toBe(1_060_000)
})

it('is the computer’s own where nobody started one', () => {
  expect(Math.abs(systemClock.now() - Date.now())).toBeLessThan(1000)
})
