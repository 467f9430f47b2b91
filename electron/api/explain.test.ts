import { describe, expect, it } from 'vitest'
import type { Calendar } from '../../shared/domain/calendar'
import type { Wait } from '../../shared/domain/wait'
import { forEventWeek } from '../../shared/rules/event-week'
import { addWorkingTime } from '../../shared/rules/working-time'
import { aCalendar, at } from '../../shared/testing'
import { explained } from './explain'

const calendar = aCalendar()
const closed = { on: '2026-11-23', spans: [], source: 'holiday', what: 'Bank holiday', isOn: true } as const
const withHoliday = aCalendar({ exceptions: [{ ...closed, spans: [] }] })

const explain = (
  within: Calendar,
  arrival: string,
  { minutes = 240, because = 'usual' }: { minutes?: number; because?: Wait['because'] } = {},
) => {
  const waitingSince = at(arrival)
  const ackDueAt = addWorkingTime(within, waitingSince, minutes)
  return explained({ waitingSince, ackDueAt, because }, within).text
}

describe('the explanation of a due time', () => {
  it('names what was counted and what was skipped', () => {
    const text = explain(calendar, 'Fri 2026-11-20 17:00')

    expect(text).toBe('arrived Fri 17:00, 30 min counted, weekend skipped, due Mon 12:30')
  })

  it('names a holiday besides the weekend', () => {
    const text = explain(withHoliday, 'Fri 2026-11-20 17:00')

    expect(text).toBe('arrived Fri 17:00, 30 min counted, weekend and Mon holiday skipped, due Tue 12:30')
  })

  it('skips nothing within one day', () => {
    expect(explain(calendar, 'Tue 2026-11-24 09:55')).toBe('arrived Tue 9:55, 4 hours counted, due Tue 13:55')
  })

  it('counts nothing before the night for what came in it', () => {
    expect(explain(calendar, 'Mon 2026-11-23 22:00')).toBe('arrived Mon 22:00, night skipped, due Tue 13:00')
  })

  it('gives the date where a weekday would not say which', () => {
    const text = explain(calendar, 'Fri 2026-11-20 17:00', { minutes: 10 * 510 })

    expect(text).toMatch(/^arrived Fri 20 Nov 17:00, .*, due Fri 4 Dec 17:00$/)
  })

  it('says that it is the event week, whose Saturday counts', () => {
    const own = forEventWeek(calendar, ['2026-11-25'])

    const text = explain(own, 'Fri 2026-11-20 17:00', { minutes: 60, because: 'event-week' })

    expect(text).toBe('event week: arrived Fri 17:00, 30 min counted, night skipped, due Sat 9:30')
  })

  it('says that it is an inquiry', () => {
    const text = explain(calendar, 'Tue 2026-11-24 10:00', { minutes: 60, because: 'inquiry' })

    expect(text).toBe('an inquiry: arrived Tue 10:00, 1 hour counted, due Tue 11:00')
  })

  it('carries its key and values, for another language', () => {
    const wait = { waitingSince: at('Fri 2026-11-20 17:00'), ackDueAt: at('Mon 2026-11-23 12:30') }

    const { key, values } = explained({ ...wait, because: 'usual' }, calendar)

    expect(key).toBe('clock.explained.usual')
    expect(values).toMatchObject({
      arrived: 'Fri 17:00',
      minutes: 30,
      skipped: 'weekend',
      due: 'Mon 12:30',
    })
  })
})
