import { describe, expect, it } from 'vitest'
import type { Calendar, CalendarException } from '../domain/calendar'
import { aCalendar, at } from '../testing'
import { forEventWeek } from './event-week'
import { explainDue } from './explain-due'
import { addWorkingTime } from './working-time'

const calendar = aCalendar()

const explain = (within: Calendar, arrival: string, minutes = 240) =>
  explainDue(within, at(arrival), addWorkingTime(within, at(arrival), minutes))

const closed = (on: string, source: 'own' | 'holiday', what: string): CalendarException => ({
  on,
  spans: [],
  what,
  source,
  isOn: true,
})

describe('how a due time came about', () => {
  it('arrived Fri 17:00, 30 min counted, weekend skipped, due Mon 12:30', () => {
    expect(explain(calendar, 'Fri 2026-11-20 17:00')).toEqual({
      arrivedAt: at('Fri 2026-11-20 17:00'),
      countedMinutes: 30,
      skipped: [{ kind: 'weekend' }],
      dueAt: at('Mon 2026-11-23 12:30'),
    })
  })

  it('arrived Fri 17:00, 30 min counted, weekend and Mon holiday skipped, due Tue 12:30', () => {
    const holiday = aCalendar({ exceptions: [closed('2026-11-23', 'holiday', 'Bank holiday')] })
    expect(explain(holiday, 'Fri 2026-11-20 17:00')).toEqual({
      arrivedAt: at('Fri 2026-11-20 17:00'),
      countedMinutes: 30,
      skipped: [
        { kind: 'weekend' },
        { kind: 'holiday', day: '2026-11-23', untilDay: '2026-11-23', what: 'Bank holiday' },
      ],
      dueAt: at('Tue 2026-11-24 12:30'),
    })
  })

  it('skips nothing within one day', () => {
    expect(explain(calendar, 'Tue 2026-11-24 09:55')).toMatchObject({ countedMinutes: 240, skipped: [] })
  })

  it('skips a night between two working days', () => {
    expect(explain(calendar, 'Mon 2026-11-23 16:25')).toMatchObject({
      countedMinutes: 65,
      skipped: [{ kind: 'night' }],
    })
  })

  it('counts nothing before the night for what came in it', () => {
    expect(explain(calendar, 'Mon 2026-11-23 22:00')).toMatchObject({
      countedMinutes: 0,
      skipped: [{ kind: 'night' }],
    })
    expect(explain(calendar, 'Tue 2026-11-24 07:00')).toMatchObject({
      countedMinutes: 0,
      skipped: [{ kind: 'night' }],
    })
  })

  it('counts nothing before the weekend for what came on it', () => {
    expect(explain(calendar, 'Sat 2026-11-21 11:00')).toMatchObject({
      countedMinutes: 0,
      skipped: [{ kind: 'weekend' }],
    })
  })

  it('counts all of a Thursday and a Friday before the weekend', () => {
    expect(explain(calendar, 'Thu 2026-11-19 16:00', 720)).toMatchObject({
      countedMinutes: 600,
      skipped: [{ kind: 'weekend' }],
    })
  })

  it('tells a break from a night', () => {
    const spans = [1, 2].flatMap((weekday) => [
      { weekday, opensAt: '09:00', closesAt: '12:00' },
      { weekday, opensAt: '13:00', closesAt: '17:00' },
    ])
    const split = aCalendar({ spans })
    expect(explain(split, 'Mon 2026-11-23 11:30', 60)).toMatchObject({
      countedMinutes: 30,
      skipped: [{ kind: 'break' }],
    })
    expect(explain(split, 'Mon 2026-11-23 11:30', 300)).toMatchObject({
      countedMinutes: 30,
      skipped: [{ kind: 'break' }, { kind: 'night' }],
    })
  })

  it('goes through Christmas day by day', () => {
    const christmas = aCalendar({
      exceptions: [
        closed('2026-12-25', 'holiday', 'Christmas Day'),
        closed('2026-12-26', 'holiday', 'Boxing Day'),
        closed('2026-12-28', 'holiday', 'Boxing Day (substitute day)'),
      ],
    })
    expect(explain(christmas, 'Thu 2026-12-24 17:00').skipped).toEqual([
      { kind: 'holiday', day: '2026-12-25', untilDay: '2026-12-25', what: 'Christmas Day' },
      { kind: 'weekend' },
      { kind: 'holiday', day: '2026-12-28', untilDay: '2026-12-28', what: 'Boxing Day (substitute day)' },
    ])
  })

  it('takes days off in a row as one, weekend included where it was taken off too', () => {
    const days = ['2026-11-26', '2026-11-27', '2026-11-28', '2026-11-29', '2026-11-30']
    const away = aCalendar({ exceptions: days.map((on) => closed(on, 'own', 'Lisbon')) })
    expect(explain(away, 'Wed 2026-11-25 17:00').skipped).toEqual([
      { kind: 'day-off', day: '2026-11-26', untilDay: '2026-11-30', what: 'Lisbon' },
    ])
  })

  it('names a weekday on which the business never works', () => {
    const noWednesday = aCalendar({ spans: calendar.spans.filter(({ weekday }) => weekday !== 3) })
    expect(explain(noWednesday, 'Tue 2026-11-24 17:00').skipped).toEqual([
      { kind: 'day-off', day: '2026-11-25', untilDay: '2026-11-25', what: null },
    ])
  })

  it('takes Sunday and Monday as the weekend of who works on Saturdays', () => {
    const spans = [2, 3, 4, 5, 6].map((weekday) => ({ weekday, opensAt: '10:00', closesAt: '18:00' }))
    expect(explain(aCalendar({ spans }), 'Sat 2026-11-21 17:30').skipped).toEqual([{ kind: 'weekend' }])
  })

  it('mentions one weekend only, however many there were', () => {
    expect(explain(calendar, 'Fri 2026-11-20 17:00', 6 * 510).skipped).toEqual([{ kind: 'weekend' }])
  })

  it('does not skip the Saturday of an event week', () => {
    const near = forEventWeek(calendar, ['2026-12-19'])
    expect(explain(near, 'Fri 2026-12-11 17:00').skipped).toEqual([{ kind: 'night' }])
  })

  it('does not skip a day off whose night belongs to the evening before', () => {
    const late = aCalendar({ spans: [{ weekday: 5, opensAt: '20:00', closesAt: '02:00' }] })
    expect(explain(late, 'Fri 2026-11-20 23:00', 180)).toMatchObject({ countedMinutes: 180, skipped: [] })
  })
})
