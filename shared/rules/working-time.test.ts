import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Calendar, CalendarException, Hours } from '../domain/calendar'
import { Refusal } from '../lib/refusal'
import { hour, minute, weekdayOf, type Day, type Zone } from '../lib/time'
import { aCalendar, at } from '../testing'
import { forEventWeek } from './event-week'
import { openSpansBetween } from './open-spans'
import {
  addWorkingDays,
  addWorkingTime,
  closingOf,
  endOfWorkingDays,
  isOpen,
  isWorkingDay,
  nextOpening,
  nextWorkingDay,
  previousWorkingDay,
  workingMinutesBetween,
} from './working-time'

const usual = aCalendar()

const anException = (differences: Partial<CalendarException>): CalendarException => ({
  on: '2026-11-23',
  spans: [],
  what: 'Day off',
  source: 'own',
  isOn: true,
  ...differences,
})

/** Bar hours: every Friday from 20:00 to 02:00. */
const lateFridays = aCalendar({ spans: [{ weekday: 5, opensAt: '20:00', closesAt: '02:00' }] })

const twoSpans = aCalendar({
  spans: [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, opensAt: '09:00', closesAt: '12:00' },
    { weekday, opensAt: '13:00', closesAt: '17:00' },
  ]),
})

describe('open or closed', () => {
  it('is open from the opening minute up to the closing minute', () => {
    expect(isOpen(usual, at('Fri 2026-11-20 08:59'))).toBe(false)
    expect(isOpen(usual, at('Fri 2026-11-20 09:00'))).toBe(true)
    expect(isOpen(usual, at('Fri 2026-11-20 17:30') - 1)).toBe(true)
    expect(isOpen(usual, at('Fri 2026-11-20 17:30'))).toBe(false)
  })

  it('is open past midnight on the day after', () => {
    expect(isOpen(lateFridays, at('Fri 2026-11-20 23:59'))).toBe(true)
    expect(isOpen(lateFridays, at('Sat 2026-11-21 01:59'))).toBe(true)
    expect(isOpen(lateFridays, at('Sat 2026-11-21 02:00'))).toBe(false)
    expect(isOpen(lateFridays, at('Fri 2026-11-20 01:00'))).toBe(false)
  })

  it('stays open past midnight into a day off, which only closes what begins on it', () => {
    const calendar = { ...lateFridays, exceptions: [anException({ on: '2026-11-21' })] }
    expect(isOpen(calendar, at('Sat 2026-11-21 01:00'))).toBe(true)
  })

  it('opens next at once while open, otherwise at the next opening', () => {
    expect(nextOpening(usual, at('Fri 2026-11-20 10:00'))).toBe(at('Fri 2026-11-20 10:00'))
    expect(nextOpening(usual, at('Fri 2026-11-20 17:30'))).toBe(at('Mon 2026-11-23 09:00'))
    expect(nextOpening(usual, at('Mon 2026-11-23 00:00'))).toBe(at('Mon 2026-11-23 09:00'))
    expect(nextOpening(twoSpans, at('Mon 2026-11-23 12:10'))).toBe(at('Mon 2026-11-23 13:00'))
  })

  it('knows the business’s zone and no other', () => {
    const newYork = aCalendar({ zone: 'America/New_York' })
    expect(nextOpening(newYork, at('Mon 2026-11-23 09:00'))).toBe(at('Mon 2026-11-23 14:00'))
  })
})

describe('working time', () => {
  it('counts no minutes over a weekend', () => {
    expect(workingMinutesBetween(usual, at('Fri 2026-11-20 17:00'), at('Mon 2026-11-23 09:30'))).toBe(60)
    expect(addWorkingTime(usual, at('Fri 2026-11-20 17:00'), 240)).toBe(at('Mon 2026-11-23 12:30'))
  })

  it('counts no minutes on a holiday', () => {
    const calendar = aCalendar({ exceptions: [anException({ source: 'holiday', what: 'Bank holiday' })] })
    expect(addWorkingTime(calendar, at('Fri 2026-11-20 17:00'), 240)).toBe(at('Tue 2026-11-24 12:30'))
    expect(addWorkingTime(calendar, at('Mon 2026-11-23 10:00'), 60)).toBe(at('Tue 2026-11-24 10:00'))
  })

  it('counts on a holiday that is switched off', () => {
    const calendar = aCalendar({ exceptions: [anException({ source: 'holiday', isOn: false })] })
    expect(addWorkingTime(calendar, at('Fri 2026-11-20 17:00'), 240)).toBe(at('Mon 2026-11-23 12:30'))
  })

  it('counts an extra Saturday, and an own exception before a holiday', () => {
    const spans = [{ opensAt: '10:00', closesAt: '14:00' }]
    const saturday = aCalendar({ exceptions: [anException({ on: '2026-11-21', spans })] })
    expect(addWorkingTime(saturday, at('Fri 2026-11-20 17:00'), 240)).toBe(at('Sat 2026-11-21 13:30'))
    const both = aCalendar({ exceptions: [anException({ source: 'holiday' }), anException({ spans })] })
    expect(addWorkingTime(both, at('Mon 2026-11-23 08:00'), 60)).toBe(at('Mon 2026-11-23 11:00'))
  })

  it('stops for lunch and goes on after it', () => {
    expect(addWorkingTime(twoSpans, at('Mon 2026-11-23 11:30'), 60)).toBe(at('Mon 2026-11-23 13:30'))
    expect(workingMinutesBetween(twoSpans, at('Mon 2026-11-23 00:00'), at('Mon 2026-11-23 24:00'))).toBe(420)
  })

  it('counts overlapping spans once', () => {
    const spans = [
      { weekday: 1, opensAt: '09:00', closesAt: '13:00' },
      { weekday: 1, opensAt: '12:00', closesAt: '15:00' },
      { weekday: 1, opensAt: '22:00', closesAt: '06:00' },
      { weekday: 2, opensAt: '05:00', closesAt: '07:00' },
    ]
    const calendar = aCalendar({ spans })
    expect(workingMinutesBetween(calendar, at('Mon 2026-11-23 00:00'), at('Tue 2026-11-24 12:00'))).toBe(
      15 * 60,
    )
    expect(openSpansBetween(calendar, at('Mon 2026-11-23 00:00'), at('Tue 2026-11-24 12:00'))).toEqual([
      { opensAt: at('Mon 2026-11-23 09:00'), closesAt: at('Mon 2026-11-23 15:00') },
      { opensAt: at('Mon 2026-11-23 22:00'), closesAt: at('Tue 2026-11-24 07:00') },
    ])
  })

  it('joins a day that ends at 24:00 with one that begins at 00:00', () => {
    const spans = [
      { weekday: 1, opensAt: '18:00', closesAt: '24:00' },
      { weekday: 2, opensAt: '00:00', closesAt: '02:00' },
    ]
    expect(
      openSpansBetween(aCalendar({ spans }), at('Mon 2026-11-23 12:00'), at('Wed 2026-11-25 12:00')),
    ).toEqual([{ opensAt: at('Mon 2026-11-23 18:00'), closesAt: at('Tue 2026-11-24 02:00') }])
  })

  it('is open for 24 hours where a span ends at the time it begins', () => {
    const spans = [{ weekday: 1, opensAt: '06:00', closesAt: '06:00' }]
    expect(
      workingMinutesBetween(aCalendar({ spans }), at('Sun 2026-11-22 12:00'), at('Wed 2026-11-25 12:00')),
    ).toBe(1440)
  })

  it('stays at closing when the time runs out exactly at closing', () => {
    expect(addWorkingTime(usual, at('Fri 2026-11-20 16:30'), 60)).toBe(at('Fri 2026-11-20 17:30'))
    expect(addWorkingTime(usual, at('Fri 2026-11-20 16:30'), 61)).toBe(at('Mon 2026-11-23 09:01'))
  })

  it('starts at the next opening for what arrives at closing or at midnight', () => {
    expect(addWorkingTime(usual, at('Fri 2026-11-20 17:30'), 60)).toBe(at('Mon 2026-11-23 10:00'))
    expect(addWorkingTime(usual, at('Tue 2026-11-24 00:00'), 60)).toBe(at('Tue 2026-11-24 10:00'))
  })

  it('stays where it is when there is nothing to add', () => {
    expect(addWorkingTime(usual, at('Sat 2026-11-21 11:00'), 0)).toBe(at('Sat 2026-11-21 11:00'))
    expect(workingMinutesBetween(usual, at('Tue 2026-11-24 11:00'), at('Mon 2026-11-23 11:00'))).toBe(0)
  })

  it('keeps the seconds', () => {
    const arrival = at('Fri 2026-11-20 17:00') + 12_345
    expect(addWorkingTime(usual, arrival, 240)).toBe(at('Mon 2026-11-23 12:30') + 12_345)
  })

  it('counts past midnight to the end of the span', () => {
    expect(addWorkingTime(lateFridays, at('Fri 2026-11-20 23:00'), 180)).toBe(at('Sat 2026-11-21 02:00'))
    expect(addWorkingTime(lateFridays, at('Fri 2026-11-20 23:00'), 240)).toBe(at('Fri 2026-11-27 21:00'))
  })

  it('counts 29 February', () => {
    expect(addWorkingTime(usual, at('Mon 2028-02-28 17:00'), 60)).toBe(at('Tue 2028-02-29 09:30'))
    expect(addWorkingDays(usual, '2028-02-28', 2)).toBe('2028-03-01')
  })

  it('skips the missing hour', () => {
    const nights = aCalendar({ spans: [{ weekday: 7, opensAt: '00:00', closesAt: '06:00' }] })
    const beforeMidnight = at('Sat 2026-03-28 23:00')
    expect(workingMinutesBetween(nights, beforeMidnight, at('Sun 2026-03-29 12:00'))).toBe(5 * 60)
    expect(addWorkingTime(nights, beforeMidnight, 90)).toBe(at('Sun 2026-03-29 02:30'))
  })

  it('opens after the missing hour what would open and close within it', () => {
    const within = aCalendar({ spans: [{ weekday: 7, opensAt: '01:15', closesAt: '01:45' }] })
    expect(isWorkingDay(within, '2026-03-29')).toBe(false)
    const across = aCalendar({ spans: [{ weekday: 7, opensAt: '01:15', closesAt: '03:00' }] })
    expect(nextOpening(across, at('Sat 2026-03-28 12:00'))).toBe(at('Sun 2026-03-29 02:00'))
    expect(workingMinutesBetween(across, at('Sat 2026-03-28 12:00'), at('Sun 2026-03-29 12:00'))).toBe(60)
  })

  it('counts the doubled hour twice', () => {
    const nights = aCalendar({ spans: [{ weekday: 7, opensAt: '00:00', closesAt: '06:00' }] })
    expect(workingMinutesBetween(nights, at('Sat 2026-10-24 12:00'), at('Sun 2026-10-25 12:00'))).toBe(7 * 60)
  })

  it('keeps nine in the morning at nine through both changes', () => {
    expect(addWorkingTime(usual, at('Fri 2026-03-27 17:00'), 60)).toBe(at('Mon 2026-03-30 09:30'))
    expect(addWorkingTime(usual, at('Fri 2026-10-23 17:00'), 60)).toBe(at('Mon 2026-10-26 09:30'))
    expect(at('Mon 2026-03-30 09:30') - at('Fri 2026-03-27 17:00')).toBe(63.5 * hour)
    expect(at('Mon 2026-10-26 09:30') - at('Fri 2026-10-23 17:00')).toBe(65.5 * hour)
  })

  it('has no Friday 30 December 2011 in Apia', () => {
    const apia = aCalendar({ zone: 'Pacific/Apia' })
    expect(isWorkingDay(apia, '2011-12-30')).toBe(false)
    const thursday = at('Thu 2011-12-29 17:00', 'Pacific/Apia')
    expect(addWorkingTime(apia, thursday, 60)).toBe(at('Mon 2012-01-02 09:30', 'Pacific/Apia'))
  })
})

describe('event days', () => {
  it('are open from 9:00 to 17:30 on a Sunday, too', () => {
    const calendar = aCalendar({ eventDays: ['2026-11-22'] })
    expect(addWorkingTime(calendar, at('Fri 2026-11-20 17:00'), 60)).toBe(at('Sun 2026-11-22 09:30'))
  })

  it('are open on a holiday, but not on an own day off', () => {
    const eventDays = ['2026-11-23']
    const holiday = aCalendar({ eventDays, exceptions: [anException({ source: 'holiday' })] })
    expect(isOpen(holiday, at('Mon 2026-11-23 12:00'))).toBe(true)
    const dayOff = aCalendar({ eventDays, exceptions: [anException({ source: 'own' })] })
    expect(isOpen(dayOff, at('Mon 2026-11-23 12:00'))).toBe(false)
  })

  it('keep the longer hours of their week', () => {
    const calendar = aCalendar({
      spans: [{ weekday: 1, opensAt: '07:00', closesAt: '12:00' }],
      eventDays: ['2026-11-23'],
    })
    expect(workingMinutesBetween(calendar, at('Mon 2026-11-23 00:00'), at('Mon 2026-11-23 24:00'))).toBe(
      10.5 * 60,
    )
  })

  it('open the Saturdays of their week for that client', () => {
    const calendar = forEventWeek(usual, ['2026-12-19'])
    expect(isOpen(calendar, at('Sat 2026-12-12 10:00'))).toBe(true)
    expect(isOpen(calendar, at('Sat 2026-12-19 10:00'))).toBe(true)
    expect(isOpen(calendar, at('Sun 2026-12-20 10:00'))).toBe(false)
    expect(isOpen(usual, at('Sat 2026-12-12 10:00'))).toBe(false)
  })
})

describe('working days', () => {
  it('come after and before, without the day itself', () => {
    expect(nextWorkingDay(usual, '2026-11-20')).toBe('2026-11-23')
    expect(nextWorkingDay(usual, '2026-11-21')).toBe('2026-11-23')
    expect(previousWorkingDay(usual, '2026-11-23')).toBe('2026-11-20')
    expect(previousWorkingDay(usual, '2026-11-22')).toBe('2026-11-20')
  })

  it('are counted on and back', () => {
    expect(addWorkingDays(usual, '2026-11-19', 3)).toBe('2026-11-24')
    expect(addWorkingDays(usual, '2026-11-24', -3)).toBe('2026-11-19')
    expect(addWorkingDays(usual, '2026-11-21', 0)).toBe('2026-11-21')
  })

  it('close at the end of their last span, perhaps after midnight', () => {
    expect(closingOf(twoSpans, '2026-11-23')).toBe(at('Mon 2026-11-23 17:00'))
    expect(closingOf(lateFridays, '2026-11-20')).toBe(at('Sat 2026-11-21 02:00'))
    expect(closingOf(usual, '2026-11-21')).toBeNull()
  })

  it('end at closing of the n-th one after arrival', () => {
    expect(endOfWorkingDays(usual, at('Fri 2026-11-20 17:00'), 1)).toBe(at('Mon 2026-11-23 17:30'))
    expect(endOfWorkingDays(usual, at('Mon 2026-11-23 09:00'), 2)).toBe(at('Wed 2026-11-25 17:30'))
    expect(endOfWorkingDays(usual, at('Mon 2026-11-23 09:00'), 0)).toBe(at('Mon 2026-11-23 17:30'))
  })

  it('end a day later for what arrives out of hours', () => {
    expect(endOfWorkingDays(usual, at('Sat 2026-11-21 11:00'), 1)).toBe(at('Tue 2026-11-24 17:30'))
    expect(endOfWorkingDays(usual, at('Fri 2026-11-20 17:30'), 1)).toBe(at('Tue 2026-11-24 17:30'))
    expect(endOfWorkingDays(usual, at('Mon 2026-11-23 08:00'), 1)).toBe(at('Tue 2026-11-24 17:30'))
    expect(endOfWorkingDays(usual, at('Sat 2026-11-21 11:00'), 0)).toBe(at('Mon 2026-11-23 17:30'))
  })

  it('count what arrives after midnight to the evening that is still open', () => {
    expect(endOfWorkingDays(lateFridays, at('Sat 2026-11-21 01:00'), 0)).toBe(at('Sat 2026-11-21 02:00'))
    expect(endOfWorkingDays(lateFridays, at('Sat 2026-11-21 01:00'), 1)).toBe(at('Sat 2026-11-28 02:00'))
  })
})

describe('a calendar without any open time', () => {
  const closed = aCalendar({ spans: [] })
  const refusal = new Refusal('invalid', 'E_CALENDAR_CLOSED', { on: '2026-11-20' })

  it('is never open and has no next opening', () => {
    expect(isOpen(closed, at('Fri 2026-11-20 12:00'))).toBe(false)
    expect(nextOpening(closed, at('Fri 2026-11-20 12:00'))).toBeNull()
    expect(workingMinutesBetween(closed, at('Fri 2026-11-20 12:00'), at('Fri 2027-11-19 12:00'))).toBe(0)
  })

  it('refuses to name a due time or a working day', () => {
    expect(() => addWorkingTime(closed, at('Fri 2026-11-20 12:00'), 1)).toThrow(refusal)
    expect(() => endOfWorkingDays(closed, at('Fri 2026-11-20 12:00'), 1)).toThrow(refusal)
    expect(() => nextWorkingDay(closed, '2026-11-20')).toThrow(refusal)
    expect(() => previousWorkingDay(closed, '2026-11-20')).toThrow(refusal)
  })

  it('finds the one open day two years ahead', () => {
    const oneDay = anException({ on: '2028-11-20', spans: [{ opensAt: '09:00', closesAt: '10:00' }] })
    const calendar = { ...closed, exceptions: [oneDay] }
    expect(nextOpening(calendar, at('Fri 2026-11-20 12:00'))).toBe(at('Mon 2028-11-20 09:00'))
    expect(() => addWorkingTime(calendar, at('Fri 2026-11-20 12:00'), 61)).toThrow(Refusal)
  })
})

describe('on random calendars, minute by minute', () => {
  it('agrees with the slow count', () => {
    fc.assert(
      fc.property(anyCase, ({ slow, calendar, from, length, minutes, days }) => {
        const reference = slow.readOpen(calendar)
        const start = slow.startsAt + from * minute
        const end = start + length * minute
        expect(isOpen(calendar, start)).toBe(reference.open[from])
        expect(workingMinutesBetween(calendar, start, end)).toBe(reference.count(from, from + length))
        const due = reference.add(from, minutes)
        if (due !== null) expect(addWorkingTime(calendar, start, minutes)).toBe(slow.startsAt + due * minute)
        const opening = reference.open.indexOf(true, from)
        if (opening !== -1) expect(nextOpening(calendar, start)).toBe(slow.startsAt + opening * minute)
        const closing = reference.closingAfter(from, days)
        if (closing !== null)
          expect(endOfWorkingDays(calendar, start, days)).toBe(slow.startsAt + closing * minute)
      }),
      { numRuns: 600 },
    )
  })

  it('cuts open time into spans that neither touch nor overlap and hold every open minute', () => {
    fc.assert(
      fc.property(anyCase, ({ slow, calendar, from, length }) => {
        const start = slow.startsAt + from * minute
        const spans = openSpansBetween(calendar, start, start + length * minute)
        const edges = spans.flatMap(({ opensAt, closesAt }) => [opensAt, closesAt])
        expect(edges.every((edge, n) => n === 0 || edge > (edges[n - 1] ?? edge))).toBe(true)
        const { open } = slow.readOpen(calendar)
        for (let n = from; n < from + length; n += 7) {
          const now = slow.startsAt + n * minute
          expect(spans.some(({ opensAt, closesAt }) => opensAt <= now && now < closesAt)).toBe(open[n])
        }
      }),
      { numRuns: 200 },
    )
  })
})

describe('speed', () => {
  it('finds a due time in far less than 0.05 ms', () => {
    const calendar = aCalendar({ exceptions: [anException({})] })
    const arrivals = Array.from(
      { length: 5000 },
      (_, n) => at('Fri 2026-11-20 17:00') + (n % 365) * 25 * hour,
    )
    const start = performance.now()
    for (const arrival of arrivals) addWorkingTime(calendar, arrival, 240)
    expect((performance.now() - start) / arrivals.length).toBeLessThan(0.05)
  })
})

/* The slow reference: the wall clock of every minute, as Intl shows it, laid beside the hours as they are written. */

class SlowWindow {
  readonly startsAt: number
  readonly days: readonly Day[]
  private readonly shown: readonly string[]

  constructor(zone: Zone, from: Day, to: Day) {
    const format = new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'short',
    })
    this.startsAt = at(
      `${['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][weekdayOf(from) - 1]} ${from} 00:00`,
      zone,
    )
    const length = (Date.parse(to) - Date.parse(from)) / minute
    this.shown = Array.from({ length }, (_, n) => format.format(this.startsAt + n * minute))
    this.days = Array.from({ length: length / 1440 }, (_, n) => dayAfter(from, n))
  }

  readOpen(calendar: Calendar) {
    const spans = this.days.flatMap((on) => writtenHours(calendar, on).map((hours) => this.place(on, hours)))
    const real = spans.filter(({ first, end }) => first < end)
    const open = this.shown.map(() => false)
    for (const { first, end } of real) open.fill(true, first, end)
    const count = (from: number, to: number): number => open.slice(from, to).filter(Boolean).length
    return { open, count, add: adder(open), closingAfter: closer(real, open) }
  }

  private place(on: Day, { opensAt, closesAt }: Hours) {
    const closes =
      closesAt === '24:00'
        ? `${dayAfter(on, 1)} 00:00`
        : `${closesAt > opensAt ? on : dayAfter(on, 1)} ${closesAt}`
    return { on, first: this.firstAt(`${on} ${opensAt}`), end: this.firstAt(closes) }
  }

  private firstAt(wallTime: string): number {
    const found = this.shown.findIndex((shown) => shown >= wallTime)
    return found === -1 ? this.shown.length : found
  }
}

type Placed = { readonly on: Day; readonly first: number; readonly end: number }

const adder =
  (open: readonly boolean[]) =>
  (from: number, minutes: number): number | null => {
    let counted = 0
    for (let n = from; n <= open.length; n++) {
      if (counted === minutes) return n
      if (open[n] === true) counted++
    }
    return null
  }

const closer =
  (spans: readonly Placed[], open: readonly boolean[]) =>
  (from: number, days: number): number | null => {
    const arrival = open.indexOf(true, from)
    const base = spans.find(({ first, end }) => first <= arrival && arrival < end)
    const workingDays = [...new Set(spans.map(({ on }) => on))]
    const due = base === undefined ? undefined : workingDays[workingDays.indexOf(base.on) + days]
    const ends = spans.filter(({ on }) => on === due).map(({ end }) => end)
    return ends.length === 0 || Math.max(...ends) >= open.length ? null : Math.max(...ends)
  }

function writtenHours(calendar: Calendar, on: Day): readonly Hours[] {
  const inForce = calendar.exceptions.filter((exception) => exception.on === on && exception.isOn)
  const own = inForce.filter(({ source }) => source === 'own')
  if (own.length > 0) return own.flatMap(({ spans }) => spans)
  const event = calendar.eventDays.includes(on) ? [{ opensAt: '09:00', closesAt: '17:30' }] : []
  if (inForce.length > 0) return [...inForce.flatMap(({ spans }) => spans), ...event]
  const weekday = new Date(`${on}T00:00Z`).getUTCDay() || 7
  return [...calendar.spans.filter((span) => span.weekday === weekday), ...event]
}

const dayAfter = (on: Day, days: number): Day =>
  new Date(Date.parse(on) + days * 24 * hour).toISOString().slice(0, 10)

const windows = (
  [
    ['Europe/London', '2026-03-22', '2026-04-05'],
    ['Europe/London', '2026-10-18', '2026-11-01'],
    ['America/New_York', '2026-03-01', '2026-03-15'],
    ['America/New_York', '2026-10-25', '2026-11-08'],
    ['Australia/Lord_Howe', '2026-03-29', '2026-04-12'],
    ['Australia/Lord_Howe', '2026-09-27', '2026-10-11'],
    ['Pacific/Apia', '2011-12-23', '2012-01-06'],
    ['Pacific/Apia', '2011-09-18', '2011-10-02'],
  ] as const
).map(([zone, from, to]) => ({ zone, slow: new SlowWindow(zone, from, to) }))

const anyTime = fc
  .oneof(
    fc.integer({ min: 0, max: 95 }).map((quarters) => quarters * 15),
    fc.integer({ min: 0, max: 1439 }),
  )
  .map((minutes) => new Date(minutes * minute).toISOString().slice(11, 16))

const anyHours = fc.record({ opensAt: anyTime, closesAt: fc.oneof(anyTime, fc.constant('24:00')) })

const anyCase = fc.constantFrom(...windows).chain(({ zone, slow }) =>
  fc.record({
    slow: fc.constant(slow),
    calendar: fc.record({
      zone: fc.constant(zone),
      version: fc.constant(1),
      spans: fc.array(
        fc.tuple(fc.integer({ min: 1, max: 7 }), anyHours).map(([weekday, hours]) => ({ weekday, ...hours })),
        { minLength: 1, maxLength: 9 },
      ),
      exceptions: fc.array(
        fc.record({
          on: fc.constantFrom(...slow.days),
          spans: fc.array(anyHours, { maxLength: 3 }),
          what: fc.constant('An exception'),
          source: fc.constantFrom('own' as const, 'holiday' as const),
          isOn: fc.boolean(),
        }),
        { maxLength: 5 },
      ),
      eventDays: fc.array(fc.constantFrom(...slow.days), { maxLength: 2 }),
    }),
    // The first two days are left out: what was open before the window is not known to the reference.
    from: fc.integer({ min: 2 * 1440, max: 11 * 1440 }),
    length: fc.integer({ min: 0, max: 2 * 1440 }),
    minutes: fc.integer({ min: 0, max: 2000 }),
    days: fc.integer({ min: 0, max: 3 }),
  }),
)
