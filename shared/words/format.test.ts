import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as format from './format'

const london = 'Europe/London'
const now = Date.parse('2026-11-24T10:40:00Z')

describe('days', () => {
  it('says a day short, long and full', () => {
    expect(format.dayShort('2026-11-26')).toBe('Thu 26 Nov')
    expect(format.dayLong('2026-11-24')).toBe('Tuesday 24 November')
    expect(format.dayFull('2027-06-12')).toBe('Saturday 12 June 2027')
    expect(format.dayMonth('2027-03-06')).toBe('6 March')
    expect(format.dayMonthYear('2027-03-06')).toBe('6 March 2027')
    expect(format.dayMonthShort('2026-11-03')).toBe('3 Nov')
    expect(format.dayMonthShortYear('2025-11-29')).toBe('29 Nov 2025')
    expect(format.weekdayShort('2026-11-25')).toBe('Wed')
    expect(format.weekdayLong('2026-11-29')).toBe('Sunday')
    expect(format.dayOfMonth('2026-12-01')).toBe('1')
    expect(format.monthYear('2027-06')).toBe('June 2027')
    expect(format.monthShort('2027-01')).toBe('Jan')
  })

  it('says September with three letters, as every other month', () => {
    expect(format.dayShort('2026-09-03')).toBe('Thu 3 Sep')
    expect(format.dayLong('2026-09-03')).toBe('Thursday 3 September')
  })

  it('names the weekdays from Monday to Sunday', () => {
    const names = [1, 2, 3, 4, 5, 6, 7].map((weekday) => format.weekdayName(weekday))

    expect(names[0]).toBe('Monday')
    expect(names[6]).toBe('Sunday')
  })

  it('never shifts a day by a zone', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2100-12-31'), noInvalidDate: true }),
        (date) => {
          const day = date.toISOString().slice(0, 10)
          expect(format.dayFull(day)).toContain(` ${Number(day.slice(8))} `)
        },
      ),
    )
  })
})

describe('relative days', () => {
  it('says today, tomorrow and yesterday by name and others by their distance', () => {
    const said = ['2026-11-24', '2026-11-25', '2026-11-23', '2026-11-09', '2026-12-19'].map((day) =>
      format.relativeDay(day, '2026-11-24'),
    )

    expect(said).toEqual(['Today', 'Tomorrow', 'Yesterday', '15 days ago', 'In 25 days'])
  })

  it('counts days across the clock changes', () => {
    expect(format.relativeDay('2026-03-30', '2026-03-28')).toBe('In 2 days')
    expect(format.relativeDay('2026-10-24', '2026-10-26')).toBe('2 days ago')
  })

  it('says a near day by its weekday and a far one by its date', () => {
    const said = ['2026-11-24', '2026-11-25', '2026-11-29', '2026-12-01', '2026-11-20'].map((day) =>
      format.comingDay(day, '2026-11-24'),
    )

    expect(said).toEqual(['Today', 'Tomorrow', 'Sunday', 'Tue 1 Dec', 'Fri 20 Nov'])
  })

  it('says how long ago in words', () => {
    expect(format.daysAgoInWords(15)).toBe('fifteen days ago')
    expect(format.daysAgoInWords(4)).toBe('four days ago')
    expect(format.daysAgoInWords(1)).toBe('yesterday')
    expect(format.daysAgoInWords(31)).toBe('31 days ago')
  })
})

describe('moments', () => {
  it('says a moment in the zone of the business', () => {
    expect(format.momentLong(now, london)).toBe('Tuesday 24 November, 10:40')
    expect(format.momentShort(now, london)).toBe('Tue 24 Nov, 10:40')
    expect(format.momentLong(now, 'Pacific/Auckland')).toBe('Tuesday 24 November, 23:40')
  })

  it('says since when in as little as is needed', () => {
    expect(format.momentBrief(Date.parse('2026-11-24T09:55:00Z'), now, london)).toBe('9:55')
    expect(format.momentBrief(Date.parse('2026-11-23T13:50:00Z'), now, london)).toBe('Mon 13:50')
    expect(format.momentBrief(Date.parse('2026-11-09T13:50:00Z'), now, london)).toBe('Mon 9 Nov')
    expect(format.momentBrief(Date.parse('2026-11-26T09:00:00Z'), now, london)).toBe('Thu 26 Nov')
  })

  it('says the margin of a timeline, with the year when it is another', () => {
    expect(format.momentMargin(Date.parse('2026-11-24T09:55:00Z'), now, london)).toBe('Today 9:55')
    expect(format.momentMargin(Date.parse('2026-11-20T12:00:00Z'), now, london)).toBe('Fri 20 Nov')
    expect(format.momentMargin(Date.parse('2025-11-20T12:00:00Z'), now, london)).toBe('20 Nov 2025')
  })

  it('reads the clock right on the day of 23 hours', () => {
    expect(format.timeAt(Date.parse('2026-03-29T00:59:00Z'), london)).toBe('0:59')
    expect(format.timeAt(Date.parse('2026-03-29T01:00:00Z'), london)).toBe('2:00')
  })

  it('reads the same clock twice on the day of 25 hours', () => {
    expect(format.timeAt(Date.parse('2026-10-25T00:30:00Z'), london)).toBe('1:30')
    expect(format.timeAt(Date.parse('2026-10-25T01:30:00Z'), london)).toBe('1:30')
  })

  it('says midnight as 0:00 and a closing midnight as 24:00', () => {
    expect(format.timeAt(Date.parse('2026-11-24T00:00:00Z'), london)).toBe('0:00')
    expect(format.timeShort('24:00')).toBe('24:00')
    expect(format.timeShort('09:00')).toBe('9:00')
  })

  it('says a time as a letter does', () => {
    const said = ['13:00', '09:30', '12:00', '13:20', '24:00'].map((time) => format.timeInWords(time))

    expect(said).toEqual(['one o’clock', 'half past nine', 'noon', '13:20', 'midnight'])
  })

  it('says no two times of a day with the same words', () => {
    const times = Array.from(
      { length: 49 },
      (_, n) => `${Math.floor(n / 2)}`.padStart(2, '0') + (n % 2 ? ':30' : ':00'),
    )
    const said = times.map((time) => format.timeInWords(time))

    expect(new Set(said).size).toBe(49)
    expect([said[16], said[39], said[42]]).toEqual(['eight o’clock', 'half past seven', '21:00'])
  })
})

describe('lengths', () => {
  it('says working time in hours and minutes', () => {
    expect([80, 125, 45, 180, 0, -80].map((minutes) => format.workingLength(minutes))).toEqual([
      '1 h 20 m',
      '2 h 05 m',
      '45 m',
      '3 h',
      '0 m',
      '1 h 20 m',
    ])
  })

  it('says what an extra takes', () => {
    expect([30, 60, 90, 120].map((minutes) => format.effort(minutes))).toEqual([
      '30 min',
      '1 hour',
      '1 h 30 min',
      '2 hours',
    ])
  })
})

describe('money', () => {
  it('leaves out decimals when the amount is whole', () => {
    expect(format.money(8800, 'GBP')).toBe('£88')
    expect(format.money(650, 'GBP')).toBe('£6.50')
    expect(format.money(120000, 'GBP')).toBe('£1,200')
  })

  it('knows currencies without minor units and with three digits of them', () => {
    expect(format.money(500, 'JPY')).toBe('¥500')
    expect(format.moneyFromTyped('1.250', 'KWD')).toBe(1250)
    expect(format.moneyFromTyped('1,250', 'KWD')).toBe(1250000)
    expect(format.moneyFromTyped('1.25', 'KWD')).toBe(1250)
  })

  it('reads what people type', () => {
    const typed = ['88', '£88', '6.5', '6,50', '1,200', '1.200,50', ' £ 1 200 ', '0']
    const read = typed.map((text) => format.moneyFromTyped(text, 'GBP'))

    expect(read).toEqual([8800, 8800, 650, 650, 120000, 120050, 120000, 0])
  })

  it.each(['', 'ten', '-5', '6.505x', '6.5.5', '1e3', '99999999999999999'])(
    'finds no amount in “%s”',
    (typed) => {
      expect(format.moneyFromTyped(typed, 'GBP')).toBeUndefined()
    },
  )

  it('reads back every amount it puts into a field', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 999_999_99 }),
        fc.constantFrom('GBP', 'EUR', 'JPY', 'KWD'),
        (minor, currency) => {
          expect(format.moneyFromTyped(format.moneyTyped(minor, currency), currency)).toBe(minor)
        },
      ),
    )
  })

  it('gives the sign of a currency', () => {
    expect(['GBP', 'EUR', 'USD'].map((currency) => format.currencySign(currency))).toEqual(['£', '€', '$'])
  })
})

describe('names and counts', () => {
  it('joins names as one says them', () => {
    expect(format.joinNames(['Priya'])).toBe('Priya')
    expect(format.joinNames(['Priya', 'Tom'])).toBe('Priya and Tom')
    expect(format.joinNames(['Priya', 'Tom', 'Meera'])).toBe('Priya, Tom and Meera')
    expect(format.joinNames([])).toBe('')
  })

  it('says small counts in words and large ones in figures', () => {
    expect([0, 1, 4, 12, 15, 20, 21].map((n) => format.numberInWords(n))).toEqual([
      'none',
      'one',
      'four',
      'twelve',
      'fifteen',
      'twenty',
      '21',
    ])
    expect(format.count(1240)).toBe('1,240')
  })
})
