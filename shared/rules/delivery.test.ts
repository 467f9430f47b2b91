import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hour, minute } from '../lib/time'
import { at } from '../testing'
import { cutWait, nextAttemptAt } from './delivery'

const start = at('Tue 2026-11-24 10:40')

/** Every attempt of a letter no server takes, by a clock that jumps to each. */
function attemptsOf(): readonly number[] {
  const attempts = [start]
  for (let now: number | null = start; now !== null; now = nextAttemptAt(attempts.length, start, now)) {
    if (now !== start) attempts.push(now)
  }
  return attempts
}

describe('a letter no server takes (OM-3)', () => {
  it('is tried again after 1, 5, 15 and 60 minutes, then every hour', () => {
    const pauses = attemptsOf().map((attempt, n, all) => (attempt - (all[n - 1] ?? start)) / minute)

    expect(pauses.slice(0, 7)).toEqual([0, 1, 5, 15, 60, 60, 60])
    expect(new Set(pauses.slice(7))).toEqual(new Set([60]))
  })

  it('is given up after 48 hours, not before and never later', () => {
    const attempts = attemptsOf()
    const last = attempts.at(-1) ?? start

    expect(attempts).toHaveLength(52)
    expect(last - start).toBeGreaterThanOrEqual(48 * hour)
    expect(last - start).toBeLessThan(49 * hour)
  })

  it('is given up by a machine that slept through the two days', () => {
    expect(nextAttemptAt(1, start, start + 72 * hour)).toBeNull()
  })
})

describe('a wait seen from a clock that was set back', () => {
  it('is cut to its own length', () => {
    const later = start + 24 * hour

    expect(cutWait({ at: later, attempts: 0, isHeld: false }, start)).toBe(start + 20_000)
    expect(cutWait({ at: later, attempts: 0, isHeld: true }, start)).toBe(start + 10 * minute)
    expect(cutWait({ at: later, attempts: 3, isHeld: true }, start)).toBe(start + hour)
  })

  it('is never made longer', () => {
    const letter = fc.record({
      at: fc.integer({ min: 0, max: 1e12 }),
      attempts: fc.nat(60),
      isHeld: fc.boolean(),
    })
    fc.assert(
      fc.property(letter, fc.integer({ min: 0, max: 1e12 }), (waiting, now) => {
        expect(cutWait(waiting, now)).toBeLessThanOrEqual(waiting.at)
      }),
    )
  })
})
