import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CalendarException } from '../domain/calendar'
import { minute } from '../lib/time'
import { aCalendar, at } from '../testing'
import { latestShow, showsAt, type Snoozable } from './snooze'
import { snoozeChoices, type SnoozeAround } from './snooze-choices'
import { isOpen } from './working-time'

const anything: Snoozable = { item: 'extra' }
const tuesday = at('Tue 2026-11-24 10:40')
const aDayOff = (on: string): CalendarException => ({
  ...{ on, spans: [], what: 'Away', source: 'own', isOn: true },
})

/** Each choice in one line: 'hour 2026-11-24 11:40'. */
const offered = (around: Partial<SnoozeAround> = {}, thing: Snoozable = anything) =>
  snoozeChoices(thing, { eventOn: null, again: null, calendar: aCalendar(), now: tuesday, ...around }).map(
    ({ key, showOn, showTime }) => `${key} ${showOn} ${showTime}`,
  )

describe('the moments to choose from', () => {
  it('are an hour, after lunch, the next working day and next week’s first opening', () => {
    expect(offered()).toEqual([
      'hour 2026-11-24 11:40',
      'afternoon 2026-11-24 13:00',
      'tomorrow 2026-11-25 09:00',
      'monday 2026-11-30 09:00',
    ])
  })

  it('are whole minutes', () => {
    expect(offered({ now: tuesday + 59_999 })[0]).toBe('hour 2026-11-24 11:40')
  })

  it('begin with this morning’s opening before work begins', () => {
    expect(offered({ now: at('Tue 2026-11-24 07:15') })[0]).toBe('opening 2026-11-24 09:00')
  })

  it('have no lunch once it is over', () => {
    expect(offered({ now: at('Tue 2026-11-24 12:59') })).toContain('afternoon 2026-11-24 13:00')
    expect(offered({ now: at('Tue 2026-11-24 13:00') }).join()).not.toContain('afternoon')
  })

  it('have no lunch on a day that ends with the morning', () => {
    const spans = [{ weekday: 2, opensAt: '09:00', closesAt: '13:00' }]

    expect(offered({ calendar: aCalendar({ spans }) }).join()).not.toContain('afternoon')
  })

  it('have an hour only where it is worked through and does not end the day', () => {
    expect(offered({ now: at('Tue 2026-11-24 16:29') })[0]).toBe('hour 2026-11-24 17:29')
    expect(offered({ now: at('Tue 2026-11-24 16:30') }).join()).not.toContain('hour')
    expect(offered({ now: at('Tue 2026-11-24 20:00') }).join()).not.toContain('hour')
  })

  it('go on after a late lunch where the business closes for it', () => {
    const spans = [
      { weekday: 2, opensAt: '09:00', closesAt: '12:30' },
      { weekday: 2, opensAt: '13:30', closesAt: '17:00' },
    ]
    const calendar = aCalendar({ spans })

    expect(offered({ calendar, now: at('Tue 2026-11-24 12:00') })[0]).toBe('afternoon 2026-11-24 13:30')
    expect(offered({ calendar, now: at('Tue 2026-11-24 12:45') })[0]).toBe('opening 2026-11-24 13:30')
  })

  it('know an hour that goes on over midnight', () => {
    const calendar = aCalendar({ spans: [{ weekday: 2, opensAt: '18:00', closesAt: '02:00' }] })

    expect(offered({ calendar, now: at('Tue 2026-11-24 23:30') })[0]).toBe('hour 2026-11-25 00:30')
    expect(offered({ calendar, now: at('Wed 2026-11-25 00:30') })[0]).toBe('hour 2026-11-25 01:30')
  })

  it('have one Monday on a Friday, and on a Sunday', () => {
    expect(offered({ now: at('Fri 2026-11-27 15:00') })).toEqual([
      'hour 2026-11-27 16:00',
      'tomorrow 2026-11-30 09:00',
    ])
    expect(offered({ now: at('Sun 2026-11-29 15:00') })).toEqual(['tomorrow 2026-11-30 09:00'])
  })

  it('mean the Monday of next week on a Monday', () => {
    expect(offered({ now: at('Mon 2026-11-23 16:45') })).toEqual([
      'tomorrow 2026-11-24 09:00',
      'monday 2026-11-30 09:00',
    ])
  })

  it('pass over days off: a Wednesday and a bank holiday Monday', () => {
    const exceptions = [aDayOff('2026-11-25'), aDayOff('2026-11-30')]

    expect(offered({ calendar: aCalendar({ exceptions }) }).slice(-2)).toEqual([
      'tomorrow 2026-11-26 09:00',
      'monday 2026-12-01 09:00',
    ])
  })

  it('reach the first opening after the client’s event, within a month', () => {
    expect(offered({ eventOn: '2026-12-12' }).at(-1)).toBe('event 2026-12-14 09:00')
    expect(offered({ eventOn: '2026-12-25' }).at(-1)).toBe('event 2026-12-28 09:00')
    expect(offered({ eventOn: '2026-12-26' }).join()).not.toContain('event')
    expect(offered({ eventOn: '2026-11-23' }).join()).not.toContain('event')
    expect(offered({ eventOn: '2026-11-24' })).toContain('tomorrow 2026-11-25 09:00')
  })

  it('begin with the moment a reply cut short, once', () => {
    const again = { showOn: '2026-11-25', showTime: '09:00' }

    expect(offered({ again })).toEqual([
      'again 2026-11-25 09:00',
      'hour 2026-11-24 11:40',
      'afternoon 2026-11-24 13:00',
      'monday 2026-11-30 09:00',
    ])
  })

  it('leave out that moment once it has passed', () => {
    expect(offered({ again: { showOn: '2026-11-24', showTime: '10:40' } }).join()).not.toContain('again')
  })

  it('stop where a wait is due, at that very minute', () => {
    expect(offered({}, { item: 'wait', ackDueAt: at('Tue 2026-11-24 13:00') })).toEqual([
      'hour 2026-11-24 11:40',
      'afternoon 2026-11-24 13:00',
    ])
    expect(offered({}, { item: 'wait', ackDueAt: at('Tue 2026-11-24 11:39') })).toEqual([])
    expect(offered({}, { item: 'wait', ackDueAt: at('Tue 2026-11-24 09:20') })).toEqual([])
  })

  it('stop when a promise’s due day begins', () => {
    expect(offered({}, { item: 'promise', dueOn: '2026-11-25', dueTime: '16:00' })).toEqual([
      'hour 2026-11-24 11:40',
      'afternoon 2026-11-24 13:00',
      'tomorrow 2026-11-25 09:00',
    ])
    expect(offered({}, { item: 'promise', dueOn: '2026-11-24', dueTime: '16:00' })).toEqual([])
  })

  it('stay in the civil day over both changes of the clocks', () => {
    expect(offered({ now: at('Fri 2026-03-27 15:00') })).toContain('tomorrow 2026-03-30 09:00')
    expect(offered({ now: at('Fri 2026-10-23 15:00') })).toContain('tomorrow 2026-10-26 09:00')
  })

  it('are none but the same again where the calendar is closed for good', () => {
    const calendar = aCalendar({ spans: [] })

    expect(offered({ calendar })).toEqual([])
    expect(offered({ calendar, again: { showOn: '2026-11-25', showTime: '09:00' } })).toEqual([
      'again 2026-11-25 09:00',
    ])
  })

  it('always lie ahead, in working time, in order, each once, and never past what bounds them', () => {
    const minutes = fc.nat(60 * 24 * 365)
    fc.assert(
      fc.property(fc.constantFrom('Europe/London', 'America/St_Johns'), minutes, minutes, (zone, n, due) => {
        const calendar = aCalendar({ zone })
        const now = at('Thu 2026-01-01 00:00', zone) + n * minute
        const thing: Snoozable = { item: 'wait', ackDueAt: now + (due % 20_000) * minute }
        const moments = snoozeChoices(thing, { eventOn: null, again: null, calendar, now }).map((each) =>
          showsAt(each, zone),
        )

        expect(moments).toEqual([...new Set(moments)].toSorted((a, b) => a - b))
        expect(moments.every((each) => each > now && each <= (latestShow(thing, calendar) ?? 0))).toBe(true)
        expect(moments.every((each) => isOpen(calendar, each))).toBe(true)
      }),
    )
  })
})
