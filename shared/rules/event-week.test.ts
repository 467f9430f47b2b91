import { describe, expect, it } from 'vitest'
import { aCalendar } from '../testing'
import { forEventWeek, isEventWeek } from './event-week'

describe('the event week', () => {
  it('runs from seven days before the event to the day after it', () => {
    const isNear = (on: string): boolean => isEventWeek(['2026-12-19'], on)
    expect(isNear('2026-12-11')).toBe(false)
    expect(isNear('2026-12-12')).toBe(true)
    expect(isNear('2026-12-19')).toBe(true)
    expect(isNear('2026-12-20')).toBe(true)
    expect(isNear('2026-12-21')).toBe(false)
  })

  it('is that of any of a client’s events, and there is none without one', () => {
    expect(isEventWeek(['2026-06-01', '2026-12-19'], '2026-12-15')).toBe(true)
    expect(isEventWeek([], '2026-12-15')).toBe(false)
  })

  it('opens both Saturdays around a Saturday wedding, and its own day', () => {
    expect(forEventWeek(aCalendar(), ['2026-12-19']).eventDays).toEqual(['2026-12-12', '2026-12-19'])
  })

  it('opens the event day and the Saturday around an event on a Sunday', () => {
    expect(forEventWeek(aCalendar(), ['2026-12-20']).eventDays).toEqual(['2026-12-19', '2026-12-20'])
  })

  it('opens the Saturday before and the Saturday after an event on a Friday', () => {
    expect(forEventWeek(aCalendar(), ['2026-12-18']).eventDays).toEqual([
      '2026-12-12',
      '2026-12-18',
      '2026-12-19',
    ])
  })

  it('gives the same object for the same calendar and events, so that what is known of it is kept', () => {
    const calendar = aCalendar()
    expect(forEventWeek(calendar, ['2026-12-19'])).toBe(forEventWeek(calendar, ['2026-12-19']))
    expect(forEventWeek(calendar, [])).toBe(calendar)
  })
})
