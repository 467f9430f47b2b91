import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minute } from '../lib/time'
import { aCalendar, at, aWait } from '../testing'
import { clockState } from './clock-state'
import { openSpansBetween } from './open-spans'
import { addWorkingTime } from './working-time'

const calendar = aCalendar()
const since = (moment: string) =>
  aWait({ waitingSince: at(moment), ackMinutes: 240, ackDueAt: addWorkingTime(calendar, at(moment), 240) })

describe('the clock of a waiting row', () => {
  const now = at('Tue 2026-11-24 10:40')

  it('is 1 h 20 m over for Sofia, who wrote on Monday at 13:50', () => {
    expect(clockState(since('Mon 2026-11-23 13:50'), calendar, now)).toEqual({
      state: 'late',
      usedMinutes: 320,
      leftMinutes: -80,
      share: 1,
    })
  })

  it('has 1 h 15 m left for Imogen, who wrote on Monday at 16:25, and that is soon', () => {
    expect(clockState(since('Mon 2026-11-23 16:25'), calendar, now)).toEqual({
      state: 'soon',
      usedMinutes: 165,
      leftMinutes: 75,
      share: 165 / 240,
    })
  })

  it('has 3 h 15 m left for Tom, who wrote today at 9:55', () => {
    expect(clockState(since('Tue 2026-11-24 09:55'), calendar, now)).toEqual({
      state: 'fine',
      usedMinutes: 45,
      leftMinutes: 195,
      share: 45 / 240,
    })
  })

  it('turns amber at two thirds and late only after its due time', () => {
    const wait = since('Tue 2026-11-24 09:00')
    expect(clockState(wait, calendar, at('Tue 2026-11-24 11:39')).state).toBe('fine')
    expect(clockState(wait, calendar, at('Tue 2026-11-24 11:40')).state).toBe('soon')
    expect(clockState(wait, calendar, at('Tue 2026-11-24 13:00'))).toMatchObject({
      state: 'soon',
      leftMinutes: 0,
    })
    expect(clockState(wait, calendar, at('Tue 2026-11-24 13:00') + 1)).toMatchObject({
      state: 'late',
      leftMinutes: -1,
    })
  })

  it('keeps its figure through the minute in which it was read', () => {
    const read = now + 59_000
    expect(clockState(since('Mon 2026-11-23 13:50'), calendar, read).leftMinutes).toBe(-80)
    expect(clockState(since('Mon 2026-11-23 16:25'), calendar, read).leftMinutes).toBe(75)
  })

  it('stands still out of hours', () => {
    const wait = since('Fri 2026-11-20 17:00')
    expect(clockState(wait, calendar, at('Fri 2026-11-20 18:00')).leftMinutes).toBe(210)
    expect(clockState(wait, calendar, at('Sun 2026-11-22 18:00')).leftMinutes).toBe(210)
  })

  it('has not begun before the first opening', () => {
    expect(clockState(since('Sat 2026-11-21 11:00'), calendar, at('Sun 2026-11-22 11:00'))).toEqual({
      state: 'fine',
      usedMinutes: 0,
      leftMinutes: 240,
      share: 0,
    })
  })

  it('reads the same from open spans as from the calendar', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 10_000 }),
        fc.integer({ min: 0, max: 10_000 }),
        (first, later) => {
          const arrivedAt = at('Mon 2026-10-19 00:00') + first * minute
          const wait = aWait({ ackMinutes: 240, ackDueAt: addWorkingTime(calendar, arrivedAt, 240) })
          const then = arrivedAt + later * minute
          const spans = openSpansBetween(calendar, arrivedAt, Math.max(then, wait.ackDueAt))
          expect(clockState(wait, spans, then)).toEqual(clockState(wait, calendar, then))
        },
      ),
    )
  })
})
