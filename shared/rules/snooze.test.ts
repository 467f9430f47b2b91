import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { minute } from '../lib/time'
import { aCalendar, at } from '../testing'
import { isAside, latestShow, momentAt, putAside, shownAgainAt, showsAt, type Snoozable } from './snooze'

const calendar = aCalendar()
const now = at('Tue 2026-11-24 10:40')
const wait: Snoozable = { item: 'wait', ackDueAt: at('Tue 2026-11-24 15:00') }
const promise: Snoozable = { item: 'promise', dueOn: '2026-11-26', dueTime: null }
const update: Snoozable = { item: 'update', lastUpdateAt: at('Mon 2026-11-09 16:00') }
const moment = (showOn: string, showTime: string) => ({ showOn, showTime })
const put = (showOn: string, showTime: string) => ({ showOn, showTime, snoozedAt: now })

describe('a row shows again at the latest', () => {
  it('when a wait is due', () => {
    expect(latestShow(wait, calendar)).toBe(at('Tue 2026-11-24 15:00'))
  })

  it('when the work of a promise’s due day begins, whatever its time', () => {
    expect(latestShow(promise, calendar)).toBe(at('Thu 2026-11-26 09:00'))
    expect(latestShow({ ...promise, dueTime: '13:00' }, calendar)).toBe(at('Thu 2026-11-26 09:00'))
  })

  it('with the due day itself where it is a day off, or due before or when work begins', () => {
    expect(latestShow({ ...promise, dueOn: '2026-11-28' }, calendar)).toBe(at('Sat 2026-11-28 00:00'))
    expect(latestShow({ ...promise, dueTime: '08:00' }, calendar)).toBe(at('Thu 2026-11-26 00:00'))
    expect(latestShow({ ...promise, dueTime: '09:00' }, calendar)).toBe(at('Thu 2026-11-26 00:00'))
  })

  it('never, where nothing presses', () => {
    expect(latestShow(update, calendar)).toBeNull()
    expect(latestShow({ item: 'extra' }, calendar)).toBeNull()
  })
})

describe('a row that was put aside', () => {
  const until = put('2026-11-24', '13:00')

  it('is out of sight to the last millisecond before its moment, and shows at it', () => {
    expect(isAside(until, update, calendar, at('Tue 2026-11-24 13:00') - 1)).toBe(true)
    expect(isAside(until, update, calendar, at('Tue 2026-11-24 13:00'))).toBe(false)
  })

  it('shows sooner where its due time has moved before the moment since', () => {
    const sooner: Snoozable = { item: 'wait', ackDueAt: at('Tue 2026-11-24 12:00') }

    expect(shownAgainAt(until, sooner, calendar)).toBe(at('Tue 2026-11-24 12:00'))
    expect(isAside(until, sooner, calendar, at('Tue 2026-11-24 12:00'))).toBe(false)
  })

  it('of an update shows again with the update after it', () => {
    const sent = { item: 'update', lastUpdateAt: at('Tue 2026-11-24 11:00') } as const

    expect(isAside(put('2026-11-30', '09:00'), sent, calendar, at('Tue 2026-11-24 11:00'))).toBe(false)
    expect(isAside(put('2026-11-30', '09:00'), update, calendar, at('Tue 2026-11-24 11:00'))).toBe(true)
  })

  it('stays out of sight until the same civil moment when the clocks change in between', () => {
    const overSpring = moment('2026-03-30', '09:00')
    const overAutumn = moment('2026-10-26', '09:00')

    expect(showsAt(overSpring, 'Europe/London')).toBe(Date.parse('2026-03-30T08:00:00Z'))
    expect(showsAt(overAutumn, 'Europe/London')).toBe(Date.parse('2026-10-26T09:00:00Z'))
  })

  it('shows at the change of the clocks where its moment is missing, and at the first of two', () => {
    expect(showsAt(moment('2026-03-29', '01:30'), 'Europe/London')).toBe(Date.parse('2026-03-29T01:00:00Z'))
    expect(showsAt(moment('2026-10-25', '01:30'), 'Europe/London')).toBe(Date.parse('2026-10-25T00:30:00Z'))
  })
})

describe('putting aside', () => {
  it('takes any moment ahead where nothing presses', () => {
    const chosen = moment('2027-06-14', '09:00')

    expect(putAside(update, chosen, calendar, now)).toEqual(chosen)
  })

  it('refuses a moment that has gone by, and this very one', () => {
    expect(() => putAside(update, moment('2026-11-24', '10:39'), calendar, now)).toThrow('E_SNOOZE_PAST')
    expect(() => putAside(update, moment('2026-11-24', '10:40'), calendar, now)).toThrow('E_SNOOZE_PAST')
  })

  it('takes a wait up to the minute in which it is due, and refuses the next', () => {
    const due = moment('2026-11-24', '15:00')

    expect(putAside(wait, due, calendar, now)).toEqual(due)
    expect(() => putAside(wait, moment('2026-11-24', '15:01'), calendar, now)).toThrow('E_SNOOZE_LATE')
  })

  it('refuses a wait that is late already, whatever is chosen', () => {
    const late: Snoozable = { item: 'wait', ackDueAt: at('Tue 2026-11-24 09:20') }

    expect(() => putAside(late, moment('2026-11-24', '10:41'), calendar, now)).toThrow('E_SNOOZE_LATE')
  })

  it('brings a promise back when its due day begins, whatever was chosen', () => {
    expect(putAside(promise, moment('2026-11-30', '09:00'), calendar, now)).toEqual(
      moment('2026-11-26', '09:00'),
    )
  })

  it('refuses a promise whose due day has begun, also before its time', () => {
    const today: Snoozable = { item: 'promise', dueOn: '2026-11-24', dueTime: '16:00' }

    expect(() => putAside(today, moment('2026-11-24', '13:00'), calendar, now)).toThrow('E_SNOOZE_LATE')
  })

  it('takes a promise due today until work begins', () => {
    const early = at('Tue 2026-11-24 07:00')
    const today: Snoozable = { item: 'promise', dueOn: '2026-11-24', dueTime: null }

    expect(putAside(today, moment('2026-11-24', '12:00'), calendar, early)).toEqual(
      moment('2026-11-24', '09:00'),
    )
  })

  it('never hides a promise on its due day once work has begun, whatever was chosen and when', () => {
    const zones = ['Europe/London', 'America/New_York', 'Pacific/Auckland', 'Africa/Cairo']
    const minutes = fc.integer({ min: 1, max: 60 * 24 * 60 })
    fc.assert(
      fc.property(fc.constantFrom(...zones), fc.nat(27 * 24 * 60), minutes, (zone, before, ahead) => {
        const own = aCalendar({ zone })
        const thing: Snoozable = { item: 'promise', dueOn: '2026-03-29', dueTime: null }
        const latest = latestShow(thing, own) ?? 0
        const nowAt = latest - (before + 1) * minute
        const chosen = momentAt(nowAt + ahead * minute, zone)
        const kept = { ...putAside(thing, chosen, own, nowAt), snoozedAt: nowAt }

        expect(shownAgainAt(kept, thing, own)).toBeLessThanOrEqual(latest)
        expect(isAside(kept, thing, own, latest)).toBe(false)
      }),
    )
  })
})
