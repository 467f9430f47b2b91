import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CalendarException } from '../domain/calendar'
import { addDays, type Day } from '../lib/time'
import { aCalendar, aStandard, at } from '../testing'
import {
  daysToChoose,
  earliestSafeDay,
  loadOf,
  ownDayFor,
  proposedAnswerDay,
  type Capacity,
} from './capacity'
import { isWorkingDay } from './working-time'

const capacity = (
  loads: Readonly<Record<Day, number>> = {},
  differences: Partial<Capacity> = {},
): Capacity => ({
  calendar: aCalendar(),
  loads: new Map(Object.entries(loads)),
  standard: aStandard,
  today: '2026-11-24',
  ...differences,
})

const aHoliday: Omit<CalendarException, 'on'> = {
  spans: [],
  what: 'Holiday',
  source: 'holiday',
  isOn: true,
}

describe('a day', () => {
  it('takes three promises and is then full', () => {
    expect(loadOf('2026-11-26', capacity({ '2026-11-26': 2 }))).toEqual({
      day: '2026-11-26',
      promises: 2,
      capacity: 3,
      isFull: false,
      why: null,
    })
    expect(loadOf('2026-11-27', capacity({ '2026-11-27': 3 }))).toMatchObject({ isFull: true, why: 'full' })
  })

  it('takes as many as the standard says', () => {
    const five = capacity({ '2026-11-27': 3 }, { standard: { promisesADay: 5 } })
    expect(loadOf('2026-11-27', five).isFull).toBe(false)
  })

  it('takes none when it is a day off, a holiday or an event day', () => {
    expect(loadOf('2026-11-28', capacity())).toMatchObject({ capacity: 0, isFull: true, why: 'day-off' })
    const calendar = aCalendar({
      exceptions: [{ ...aHoliday, on: '2026-11-26' }],
      eventDays: ['2026-11-27', '2026-11-28'],
    })
    expect(loadOf('2026-11-26', capacity({}, { calendar })).why).toBe('day-off')
    expect(loadOf('2026-11-27', capacity({}, { calendar })).why).toBe('event-day')
    expect(loadOf('2026-11-28', capacity({}, { calendar })).why).toBe('event-day')
  })
})

describe('the earliest safe day', () => {
  it('is the next working day', () => {
    expect(earliestSafeDay(capacity())).toBe('2026-11-25')
    expect(earliestSafeDay(capacity({}, { today: '2026-11-27' }))).toBe('2026-11-30')
  })

  it('passes over full days, the weekend, holidays and event days', () => {
    const calendar = aCalendar({
      exceptions: [{ ...aHoliday, on: '2026-11-30' }],
      eventDays: ['2026-12-01'],
    })
    const loads = { '2026-11-25': 3, '2026-11-26': 4, '2026-11-27': 3 }
    expect(earliestSafeDay(capacity(loads, { calendar }))).toBe('2026-12-02')
  })

  it('passes over 29 February when that is full', () => {
    const leap = capacity({ '2028-02-29': 3 }, { today: '2028-02-28' })
    expect(earliestSafeDay(leap)).toBe('2028-03-01')
  })

  it('is a working day ahead with room, and no earlier one is', () => {
    const someLoads = fc.dictionary(
      fc.integer({ min: 0, max: 40 }).map((n) => addDays('2026-11-20', n)),
      fc.integer({ min: 0, max: 5 }),
      { maxKeys: 40 },
    )
    const someEvents = fc.array(fc.integer({ min: 0, max: 40 }).map((n) => addDays('2026-11-20', n)))
    fc.assert(
      fc.property(someLoads, someEvents, fc.integer({ min: 0, max: 20 }), (loads, eventDays, n) => {
        const today = addDays('2026-11-20', n)
        const given = capacity(loads, { today, calendar: aCalendar({ eventDays }) })
        const earliest = earliestSafeDay(given)
        expect(earliest > today && isWorkingDay(given.calendar, earliest)).toBe(true)
        expect(loadOf(earliest, given).isFull).toBe(false)
        for (let day = addDays(today, 1); day < earliest; day = addDays(day, 1))
          expect(loadOf(day, given).isFull).toBe(true)
      }),
    )
  })

  it('never comes nearer by promising more', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 10 }), { maxLength: 30 }), (ahead) => {
        const loads: Record<Day, number> = {}
        let last = ''
        for (const n of ahead) {
          const day = addDays('2026-11-25', n)
          loads[day] = (loads[day] ?? 0) + 1
          const earliest = earliestSafeDay(capacity(loads))
          expect(earliest >= last).toBe(true)
          last = earliest
        }
      }),
    )
  })
})

describe('the day proposed for a full answer', () => {
  it('is the answer’s own day where that is later than the earliest safe day', () => {
    expect(proposedAnswerDay(at('Thu 2026-11-26 17:30'), capacity())).toBe('2026-11-26')
  })

  it('is the earliest safe day where the answer is due before', () => {
    expect(proposedAnswerDay(at('Tue 2026-11-24 17:30'), capacity())).toBe('2026-11-25')
    expect(proposedAnswerDay(at('Mon 2026-11-23 17:30'), capacity({ '2026-11-25': 3 }))).toBe('2026-11-26')
  })

  it('is never a full day', () => {
    expect(proposedAnswerDay(at('Thu 2026-11-26 17:30'), capacity({ '2026-11-26': 3 }))).toBe('2026-11-27')
  })

  it('counts a day that closes at midnight as itself', () => {
    expect(proposedAnswerDay(at('Fri 2026-11-27 00:00'), capacity())).toBe('2026-11-26')
  })
})

describe('days to choose from', () => {
  it('show what each holds, in order', () => {
    const wish = { from: null, count: 7, toldOn: null }
    const choice = daysToChoose(wish, capacity({ '2026-11-26': 2, '2026-11-27': 3 }))
    expect(choice.earliest).toBe('2026-11-25')
    expect(choice.days.map(({ day, promises, why }) => [day, promises, why])).toEqual([
      ['2026-11-25', 0, null],
      ['2026-11-26', 2, null],
      ['2026-11-27', 3, 'full'],
      ['2026-11-28', 0, 'day-off'],
      ['2026-11-29', 0, 'day-off'],
      ['2026-11-30', 0, null],
      ['2026-12-01', 0, null],
    ])
  })

  it.each([
    ['a day ahead', '2026-11-27', '2026-11-28', '2026-11-30'],
    ['today', '2026-11-24', '2026-11-25', '2026-11-25'],
    ['a day gone by', '2026-11-20', '2026-11-25', '2026-11-25'],
  ])('begin after the told day of a promise that moves, told for %s', (_, toldOn, first, earliest) => {
    const choice = daysToChoose({ from: null, count: 3, toldOn }, capacity())

    expect([choice.days[0]?.day, choice.earliest]).toEqual([first, earliest])
  })

  it('begin where it is asked, whatever was told', () => {
    const choice = daysToChoose({ from: '2026-11-23', count: 1, toldOn: '2026-11-27' }, capacity())

    expect(choice).toMatchObject({ days: [{ day: '2026-11-23' }], earliest: '2026-11-30' })
  })
})

describe('the own day of a promise', () => {
  const calendar = aCalendar()

  it('is the working day before the told day', () => {
    expect(ownDayFor('2026-11-26', '2026-11-20', calendar)).toBe('2026-11-25')
    expect(ownDayFor('2026-11-30', '2026-11-20', calendar)).toBe('2026-11-27')
  })

  it('is Friday for a promise told for a Saturday or a Sunday', () => {
    expect(ownDayFor('2026-11-28', '2026-11-20', calendar)).toBe('2026-11-27')
    expect(ownDayFor('2026-11-29', '2026-11-20', calendar)).toBe('2026-11-27')
  })

  it('is no day of an event, which has its own work', () => {
    const calendar = aCalendar({ eventDays: ['2026-11-26', '2026-11-28'] })
    expect(ownDayFor('2026-11-30', '2026-11-24', calendar)).toBe('2026-11-27')
    expect(ownDayFor('2026-11-27', '2026-11-24', calendar)).toBe('2026-11-25')
    expect(ownDayFor('2026-11-27', '2026-11-26', calendar)).toBe('2026-11-26')
  })

  it('is never before today, even when today is a day off', () => {
    expect(ownDayFor('2026-11-25', '2026-11-24', calendar)).toBe('2026-11-24')
    expect(ownDayFor('2026-11-24', '2026-11-24', calendar)).toBe('2026-11-24')
    expect(ownDayFor('2026-11-30', '2026-11-29', calendar)).toBe('2026-11-29')
  })

  it('passes over a holiday and 29 February', () => {
    const holiday = aCalendar({ exceptions: [{ ...aHoliday, on: '2026-11-26' }] })
    expect(ownDayFor('2026-11-27', '2026-11-20', holiday)).toBe('2026-11-25')
    expect(ownDayFor('2028-03-01', '2028-02-01', calendar)).toBe('2028-02-29')
  })

  it('lies between today and the told day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 400 }), fc.integer({ min: 0, max: 400 }), (n, ahead) => {
        const today = addDays('2026-01-01', n)
        const dueOn = addDays(today, ahead)
        const ownOn = ownDayFor(dueOn, today, calendar)
        expect(ownOn >= today && ownOn <= dueOn).toBe(true)
      }),
    )
  })
})
