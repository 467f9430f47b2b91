import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, dayOf } from '../lib/time'
import { aCalendar, at } from '../testing'
import { showsAt, type Snoozable } from './snooze'
import { dayMoment, snoozeDays } from './snooze-days'
import { isOpen } from './working-time'

const anything: Snoozable = { item: 'extra' }
const tuesday = at('Tue 2026-11-24 10:40')
const aPromise = (dueOn: string): Snoozable => ({ item: 'promise', dueOn, dueTime: null })
const aWait = (moment: string): Snoozable => ({ item: 'wait', ackDueAt: at(moment) })
const daysOf = (thing: Snoozable, now = tuesday) => snoozeDays(thing, aCalendar(), now)

describe('the days a row can be put aside until', () => {
  it('begin with the next working day, without an end where nothing presses', () => {
    expect(daysOf(anything)).toEqual({ from: '2026-11-25', to: null })
    expect(daysOf(anything, at('Fri 2026-11-27 16:00'))).toEqual({ from: '2026-11-30', to: null })
  })

  it('end with the day on which a wait or a promise is due', () => {
    expect(daysOf(aWait('Thu 2026-11-26 17:30'))).toEqual({ from: '2026-11-25', to: '2026-11-26' })
    expect(daysOf(aPromise('2026-11-27'))).toEqual({ from: '2026-11-25', to: '2026-11-27' })
  })

  it('are none where it is due before the next working day begins', () => {
    expect(daysOf(aWait('Tue 2026-11-24 17:30'))).toBeNull()
    expect(daysOf(aPromise('2026-11-24'))).toBeNull()
    expect(daysOf(aWait('Wed 2026-11-25 09:00'))).toEqual({ from: '2026-11-25', to: '2026-11-25' })
  })

  it('are none where a promise is due on a day off before that', () => {
    expect(daysOf(aPromise('2026-11-28'), at('Fri 2026-11-27 16:00'))).toBeNull()
  })

  it('are none where the calendar stays closed', () => {
    expect(snoozeDays(anything, aCalendar({ spans: [] }), tuesday)).toBeNull()
  })
})

describe('the moment a day means', () => {
  it('is the first opening of that day, which may be late or twice a day', () => {
    const spans = [
      { weekday: 4, opensAt: '13:00', closesAt: '15:00' },
      { weekday: 4, opensAt: '10:30', closesAt: '12:00' },
    ]

    expect(dayMoment(aCalendar({ spans }), '2026-11-26')).toEqual({ showOn: '2026-11-26', showTime: '10:30' })
  })

  it('is that of the next working day on a day off', () => {
    expect(dayMoment(aCalendar(), '2026-11-28')).toEqual({ showOn: '2026-11-30', showTime: '09:00' })
  })

  it('is not the rest of a night that began the day before', () => {
    const spans = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opensAt: '18:00', closesAt: '02:00' }))

    expect(dayMoment(aCalendar({ spans }), '2026-11-25')).toEqual({ showOn: '2026-11-25', showTime: '18:00' })
  })

  it('is refused where the calendar stays closed', () => {
    expect(() => dayMoment(aCalendar({ spans: [] }), '2026-11-26')).toThrow('E_CALENDAR_CLOSED')
  })

  it('is an opening on that day or soon after, whatever the day', () => {
    const calendar = aCalendar()
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000 }), (n) => {
        const on = addDays('2026-11-24', n)
        const shownAt = showsAt(dayMoment(calendar, on), calendar.zone)
        expect(isOpen(calendar, shownAt) && !isOpen(calendar, shownAt - 1)).toBe(true)
        expect(dayOf(shownAt, calendar.zone) >= on && dayOf(shownAt, calendar.zone) <= addDays(on, 3)).toBe(
          true,
        )
      }),
    )
  })
})
