import { describe, expect, it } from 'vitest'
import { aCalendar } from '../testing'
import { Calendar, CalendarException, Hours, Span } from './calendar'

describe('the hours of a day', () => {
  it('may end at 24:00 or after midnight, but not begin at 24:00', () => {
    expect(Hours.safeParse({ opensAt: '18:00', closesAt: '24:00' }).success).toBe(true)
    expect(Hours.safeParse({ opensAt: '20:00', closesAt: '02:00' }).success).toBe(true)
    expect(Hours.safeParse({ opensAt: '24:00', closesAt: '02:00' }).success).toBe(false)
    expect(Span.safeParse({ weekday: 1, opensAt: '24:00', closesAt: '02:00' }).success).toBe(false)
  })

  it('come back on a weekday from Monday to Sunday', () => {
    const onWeekday = (weekday: number) =>
      Span.safeParse({ weekday, opensAt: '09:00', closesAt: '17:00' }).success
    expect([0, 1, 7, 8, 1.5].map(onWeekday)).toEqual([false, true, true, false, false])
  })
})

describe('a calendar', () => {
  it('takes a day without hours as closed', () => {
    const dayOff = { on: '2026-11-23', spans: [], what: 'Day off', source: 'own', isOn: true }
    expect(CalendarException.parse(dayOff)).toEqual(dayOff)
    expect(CalendarException.safeParse({ ...dayOff, on: '2026-02-29' }).success).toBe(false)
  })

  it('takes nothing it does not know', () => {
    expect(Calendar.parse(aCalendar())).toEqual(aCalendar())
    expect(Calendar.safeParse({ ...aCalendar(), zone: 'Europe/Camelot' }).success).toBe(false)
    expect(Calendar.safeParse({ ...aCalendar(), hours: 8 }).success).toBe(false)
  })
})
