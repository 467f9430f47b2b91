import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Calendar } from '../domain/calendar'
import type { Wait } from '../domain/wait'
import { dayOf, hour, minute, type Instant } from '../lib/time'
import { aCalendar, at, aWait } from '../testing'
import { forEventWeek } from './event-week'
import { recountWait, startWait, type Arrival, type StartedWait } from './reply-clock'

const targets = {
  ackMinutes: 240,
  answerDays: 1,
  inquiryAckMinutes: 60,
  inquiryAnswerDays: 1,
  eventWeekAckMinutes: 60,
  eventWeekAnswerDays: 0,
}

const start = (arrivedAt: Instant, differences: Partial<Arrival> = {}): StartedWait =>
  startWait({ targets, stage: 'current', eventDays: [], calendar: aCalendar(), arrivedAt, ...differences })

const holidayMonday = aCalendar({
  version: 2,
  exceptions: [{ on: '2026-11-23', spans: [], what: 'Bank holiday', source: 'holiday', isOn: true }],
})

describe('a wait begins', () => {
  it('with four working hours to acknowledge and one working day to answer', () => {
    expect(start(at('Fri 2026-11-20 17:00'))).toEqual({
      waitingSince: at('Fri 2026-11-20 17:00'),
      ackMinutes: 240,
      ackDueAt: at('Mon 2026-11-23 12:30'),
      answerDays: 1,
      answerDueAt: at('Mon 2026-11-23 17:30'),
      because: 'usual',
      calendarVersion: 1,
    })
  })

  it('and skips a holiday', () => {
    const wait = start(at('Fri 2026-11-20 17:00'), { calendar: holidayMonday })
    expect(wait.ackDueAt).toBe(at('Tue 2026-11-24 12:30'))
    expect(wait.answerDueAt).toBe(at('Tue 2026-11-24 17:30'))
    expect(wait.calendarVersion).toBe(2)
  })

  it('at the next opening for what comes at night, at midnight or at closing', () => {
    for (const arrival of ['Mon 2026-11-23 17:30', 'Mon 2026-11-23 23:00', 'Tue 2026-11-24 00:00']) {
      expect(start(at(arrival)).ackDueAt).toBe(at('Tue 2026-11-24 13:00'))
      expect(start(at(arrival)).answerDueAt).toBe(at('Wed 2026-11-25 17:30'))
    }
  })

  it('in the missing hour at its end', () => {
    expect(start(at('Sun 2026-03-29 01:30')).ackDueAt).toBe(at('Mon 2026-03-30 13:00'))
  })

  it('on 29 February as on any day', () => {
    const wait = start(at('Tue 2028-02-29 16:30'))
    expect(wait.ackDueAt).toBe(at('Wed 2028-03-01 12:00'))
    expect(wait.answerDueAt).toBe(at('Wed 2028-03-01 17:30'))
  })

  it('with one hour for a new inquiry', () => {
    const wait = start(at('Fri 2026-11-20 17:00'), { stage: 'lead' })
    expect(wait.ackDueAt).toBe(at('Mon 2026-11-23 09:30'))
    expect(wait.because).toBe('inquiry')
  })

  it('as usual for a past client', () => {
    expect(start(at('Fri 2026-11-20 17:00'), { stage: 'past' }).because).toBe('usual')
  })
})

describe('in the event week', () => {
  const eventDays = ['2026-12-19']

  it('there is one hour to acknowledge and the same day to answer', () => {
    const wait = start(at('Tue 2026-12-15 10:00'), { eventDays })
    expect(wait.ackDueAt).toBe(at('Tue 2026-12-15 11:00'))
    expect(wait.answerDueAt).toBe(at('Tue 2026-12-15 17:30'))
    expect(wait.because).toBe('event-week')
  })

  it('Saturday counts', () => {
    const wait = start(at('Sat 2026-12-12 10:00'), { eventDays })
    expect(wait.ackDueAt).toBe(at('Sat 2026-12-12 11:00'))
    expect(wait.answerDueAt).toBe(at('Sat 2026-12-12 17:30'))
  })

  it('Saturday counts for what came on the Friday before, too, in its usual time', () => {
    const wait = start(at('Fri 2026-12-11 17:00'), { eventDays })
    expect(wait.because).toBe('usual')
    expect(wait.ackDueAt).toBe(at('Sat 2026-12-12 12:30'))
  })

  it('Saturday does not count for other clients', () => {
    const wait = start(at('Fri 2026-12-11 17:00'), { calendar: aCalendar({ eventDays }) })
    expect(wait.ackDueAt).toBe(at('Mon 2026-12-14 12:30'))
  })

  it('the Sunday of an event counts, and the day after it is still near', () => {
    const sunday = { eventDays: ['2026-12-20'] }
    expect(start(at('Sun 2026-12-20 10:00'), sunday).ackDueAt).toBe(at('Sun 2026-12-20 11:00'))
    expect(start(at('Mon 2026-12-21 10:00'), sunday).because).toBe('event-week')
    expect(start(at('Tue 2026-12-22 10:00'), sunday).because).toBe('usual')
  })

  it('nothing is slower than otherwise', () => {
    const quick = { ...targets, inquiryAckMinutes: 30 }
    const wait = start(at('Tue 2026-12-15 10:00'), { eventDays, targets: quick, stage: 'lead' })
    expect(wait.ackMinutes).toBe(30)
    expect(wait.because).toBe('event-week')
  })
})

describe('an open wait', () => {
  const usual = aCalendar()
  const since = (arrivedAt: Instant): Wait => aWait(start(arrivedAt))
  const wait = since(at('Fri 2026-11-20 17:00'))

  it('follows a calendar that changes ahead of it', () => {
    expect(recountWait(wait, usual, holidayMonday, at('Sat 2026-11-21 12:00'))).toEqual({
      ...wait,
      ackDueAt: at('Tue 2026-11-24 12:30'),
      answerDueAt: at('Tue 2026-11-24 17:30'),
      calendarVersion: 2,
    })
  })

  it('becomes due earlier when a day off is taken back', () => {
    const later = { ...wait, ackDueAt: at('Tue 2026-11-24 12:30'), answerDueAt: at('Tue 2026-11-24 17:30') }
    const recounted = recountWait(later, holidayMonday, usual, at('Sun 2026-11-22 12:00'))
    expect(recounted.ackDueAt).toBe(at('Mon 2026-11-23 12:30'))
    expect(recounted.answerDueAt).toBe(at('Mon 2026-11-23 17:30'))
  })

  it('keeps its due times when only days that are over change', () => {
    const open = since(at('Mon 2026-11-23 16:25'))
    const recounted = recountWait(open, usual, holidayMonday, at('Tue 2026-11-24 08:00'))
    expect(recounted).toEqual({ ...open, calendarVersion: 2 })
  })

  it('keeps the minutes counted before the day was cut short', () => {
    const open = since(at('Mon 2026-11-23 10:00'))
    const recounted = recountWait(open, usual, holidayMonday, at('Mon 2026-11-23 11:00'))
    expect(recounted.ackDueAt).toBe(at('Tue 2026-11-24 12:00'))
  })

  it('keeps its targets and moves into the Saturday of an event week', () => {
    const open = since(at('Fri 2026-12-11 17:00'))
    const after = forEventWeek(aCalendar({ version: 2 }), ['2026-12-19'])
    const recounted = recountWait(open, usual, after, at('Fri 2026-12-11 17:10'))
    expect(recounted.ackMinutes).toBe(240)
    expect(recounted.ackDueAt).toBe(at('Sat 2026-12-12 12:30'))
    expect(recounted.answerDueAt).toBe(at('Sat 2026-12-12 17:30'))
  })

  it('stays late', () => {
    const now = at('Mon 2026-11-23 12:31')
    const recounted = recountWait(wait, usual, holidayMonday, now)
    expect(recounted.ackDueAt).toBe(wait.ackDueAt)
    expect(recounted.answerDueAt).toBe(at('Tue 2026-11-24 17:30'))
  })

  it('is not touched any more once it has ended', () => {
    const ended: Wait = { ...wait, endedAt: at('Fri 2026-11-20 17:10'), endedBy: 'reply' }
    expect(recountWait(ended, usual, holidayMonday, at('Fri 2026-11-20 17:20'))).toBe(ended)
  })

  it('is the same after a change that changes nothing', () => {
    fc.assert(
      fc.property(
        anyCalendar,
        anyArrival,
        fc.integer({ min: 0, max: 5000 }),
        (calendar, arrivedAt, minutes) => {
          const open = aWait(start(arrivedAt, { calendar }))
          const same = { ...calendar, version: 9 }
          const recounted = recountWait(open, calendar, same, arrivedAt + minutes * minute)
          expect(recounted).toEqual({ ...open, calendarVersion: 9 })
        },
      ),
    )
  })

  it('becomes what it would be from scratch when only days ahead change', () => {
    fc.assert(
      fc.property(
        anyCalendar,
        anyException,
        anyArrival,
        fc.integer({ min: 0, max: 2000 }),
        (calendar, exception, arrivedAt, minutes) => {
          const now = arrivedAt + minutes * minute
          fc.pre(exception.on > dayOf(now, calendar.zone))
          const open = aWait(start(arrivedAt, { calendar }))
          const after = { ...calendar, exceptions: [...calendar.exceptions, exception] }
          const fresh = start(arrivedAt, { calendar: after })
          const recounted = recountWait(open, calendar, after, now)
          if (open.ackDueAt > now) expect(recounted.ackDueAt).toBe(fresh.ackDueAt)
          if (open.answerDueAt > now) expect(recounted.answerDueAt).toBe(fresh.answerDueAt)
        },
      ),
    )
  })
})

const anyArrival = fc
  .integer({ min: 0, max: 14 * 1440 })
  .map((minutes) => at('Mon 2026-10-19 00:00') + minutes * minute)

const anyDay = fc
  .integer({ min: 0, max: 20 })
  .map((days) => dayOf(at('Mon 2026-10-19 12:00') + days * 24 * hour, 'UTC'))

const anyHours = fc.constantFrom(
  { opensAt: '09:00', closesAt: '17:30' },
  { opensAt: '07:30', closesAt: '12:00' },
  { opensAt: '20:00', closesAt: '02:00' },
  { opensAt: '14:00', closesAt: '24:00' },
)

const anyException = fc.record({
  on: anyDay,
  spans: fc.array(anyHours, { maxLength: 2 }),
  what: fc.constant('An exception'),
  source: fc.constant('own' as const),
  isOn: fc.constant(true),
})

const anyCalendar: fc.Arbitrary<Calendar> = fc.record({
  zone: fc.constantFrom('Europe/London', 'Australia/Lord_Howe', 'America/New_York'),
  version: fc.constant(1),
  spans: fc.array(
    fc.tuple(fc.integer({ min: 1, max: 7 }), anyHours).map(([weekday, hours]) => ({ weekday, ...hours })),
    { minLength: 1, maxLength: 8 },
  ),
  exceptions: fc.array(anyException, { maxLength: 3 }),
  eventDays: fc.array(anyDay, { maxLength: 1 }),
})
