import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, hour, minute } from '../lib/time'
import { at } from '../testing'
import {
  clockRight,
  isOffByDays,
  jumpLength,
  offAfter,
  stepBetween,
  stepBetweenRuns,
  type ClockReading,
  type LastSeen,
  type StepBetweenRuns,
} from './clock-jump'

const start: ClockReading = { wall: at('Tue 2026-11-24 10:40'), elapsed: 5_000, uptime: 3 * hour }

/** The clocks after so much time awake and asleep, and after the one on the wall was set by so much. */
const later = ({ awake = 0, asleep = 0, set = 0 }): ClockReading => ({
  wall: start.wall + awake + asleep + set,
  elapsed: start.elapsed + awake,
  uptime: start.uptime + awake + asleep,
})
const year = 365.25 * day
const jumps = [hour, 3 * day, 10 * year, 8 * hour]

describe('a step of the clocks', () => {
  it('is steady while they go together, however long', () => {
    expect(stepBetween(start, later({ awake: 30_000 }))).toEqual({ kind: 'steady' })
    expect(stepBetween(start, later({ awake: 400 * day }))).toEqual({ kind: 'steady' })
  })

  it.each(jumps)('is a clock set forward where no time passed for it (%i ms)', (by) => {
    expect(stepBetween(start, later({ awake: 30_000, set: by }))).toEqual({ kind: 'set-forward', by })
  })

  it.each(jumps)('is a clock set back (%i ms)', (by) => {
    expect(stepBetween(start, later({ awake: 30_000, set: -by }))).toEqual({ kind: 'set-back', by })
  })

  it('is sleep where the computer’s own time went on', () => {
    expect(stepBetween(start, later({ awake: 10, asleep: 8 * hour }))).toEqual({
      kind: 'slept',
      by: 8 * hour,
    })
  })

  it('is a set clock also in sleep', () => {
    const step = stepBetween(start, later({ asleep: 8 * hour, set: -hour }))
    expect(step).toEqual({ kind: 'set-back', by: hour })
  })

  it('is steady where a time server puts the clock right by a minute', () => {
    expect(stepBetween(start, later({ awake: 30_000, set: minute }))).toEqual({ kind: 'steady' })
    expect(stepBetween(start, later({ awake: 30_000, set: -minute }))).toEqual({ kind: 'steady' })
  })

  it('believes the program where the system’s count goes back or stands still', () => {
    const awake = later({ awake: 2 * hour })
    expect(stepBetween(start, { ...awake, uptime: start.uptime })).toEqual({ kind: 'steady' })
    expect(stepBetween(start, { ...awake, uptime: 0 })).toEqual({ kind: 'steady' })
  })

  it('finds every clock that was set by more than a minute, whatever passed meanwhile', () => {
    const length = fc.integer({ min: 0, max: 30 * day })
    const set = fc.integer({ min: -40 * year, max: 80 * year })
    fc.assert(
      fc.property(length, length, set, (awake, asleep, by) => {
        const step = stepBetween(start, later({ awake, asleep, set: by }))
        const moved = step.kind === 'set-forward' ? step.by : step.kind === 'set-back' ? -step.by : 0
        expect(moved).toBe(Math.abs(by) <= minute ? 0 : by)
      }),
    )
  })
})

describe('between two runs', () => {
  const last: LastSeen = { wall: start.wall, uptime: 3 * hour, boot: 'one' }
  const seen = (wall: number, uptime: number, boot: string | null = 'one'): LastSeen => ({
    wall: last.wall + wall,
    uptime,
    boot,
  })

  it('knows by how much the clock was set while the computer ran on', () => {
    expect(stepBetweenRuns(last, seen(hour, 4 * hour))).toEqual({ step: { kind: 'steady' }, isLeast: false })
    expect(stepBetweenRuns(last, seen(hour + 3 * day, 4 * hour)).step).toEqual({
      kind: 'set-forward',
      by: 3 * day,
    })
    expect(stepBetweenRuns(last, seen(hour - 3 * day, 4 * hour)).step).toEqual({
      kind: 'set-back',
      by: 3 * day,
    })
  })

  it('takes a later clock after a start of the computer for time that has passed', () => {
    expect(stepBetweenRuns(last, seen(400 * day, 60_000, 'two')).step).toEqual({ kind: 'steady' })
    expect(stepBetweenRuns(last, seen(400 * day, 30 * day, 'two')).step).toEqual({ kind: 'steady' })
  })

  it('knows that a clock went back after a start of the computer, but not how far', () => {
    expect(stepBetweenRuns(last, seen(-56 * year, 60_000, 'two'))).toEqual({
      step: { kind: 'set-back', by: 56 * year },
      isLeast: true,
    })
  })

  it('judges by when the computer was started where its start has no name', () => {
    const nameless = { ...last, boot: null }
    const steady = { kind: 'steady' }
    expect(stepBetweenRuns(nameless, seen(hour, 4 * hour, null)).step).toEqual(steady)
    expect(stepBetweenRuns(nameless, seen(2 * hour, hour, null)).step).toEqual(steady)
    expect(stepBetweenRuns(nameless, seen(9 * day, 5 * hour, null)).step).toEqual(steady)
    expect(stepBetweenRuns(nameless, seen(2 * hour, 4 * hour, null)).step).toEqual({
      kind: 'set-forward',
      by: hour,
    })
    expect(stepBetweenRuns(nameless, seen(-3 * day, 4 * hour, null)).step).toMatchObject({ kind: 'set-back' })
  })
})

describe('how far a clock is off', () => {
  const set = (by: number, isLeast = false): StepBetweenRuns => ({
    step: { kind: by > 0 ? 'set-forward' : 'set-back', by: Math.abs(by) },
    isLeast,
  })

  it('adds up what it was moved by, and is nothing once it is back', () => {
    const forward = offAfter(clockRight, set(3 * day))
    expect(forward).toEqual({ by: 3 * day, isLeast: false })
    expect(offAfter(forward, set(-3 * day + 2_000))).toEqual(clockRight)
    expect(offAfter(offAfter(clockRight, set(20 * hour)), set(20 * hour)).by).toBe(40 * hour)
  })

  it('leaves sleep out', () => {
    expect(offAfter(clockRight, { step: { kind: 'slept', by: 8 * day }, isLeast: false })).toEqual(clockRight)
  })

  it('is nothing where a clock that had gone back by an unknown length was put right', () => {
    const lost = offAfter(clockRight, set(-56 * year, true))
    expect(lost).toEqual({ by: -56 * year, isLeast: true })
    expect(offAfter(lost, set(56 * year + 3 * day))).toEqual(clockRight)
    expect(offAfter(lost, set(hour)).by).toBe(-56 * year + hour)
  })

  it('is unresolved from more than a day on, either way', () => {
    expect([day, -day, 0].map(isOffByDays)).toEqual([false, false, false])
    expect([day + 1, -day - 1].map(isOffByDays)).toEqual([true, true])
  })
})

it('says a length in the unit that suits it', () => {
  expect(
    [20 * minute, hour - 2_000, -hour, 8 * hour + 900, 3 * day, -3 * day, 3653 * day].map(jumpLength),
  ).toEqual([
    { n: 20, unit: 'minutes' },
    { n: 1, unit: 'hours' },
    { n: 1, unit: 'hours' },
    { n: 8, unit: 'hours' },
    { n: 3, unit: 'days' },
    { n: 3, unit: 'days' },
    { n: 10, unit: 'years' },
  ])
})
