import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CalendarException } from '../domain/calendar'
import { addDays, addYears, day, hour, instantOf, minute } from '../lib/time'
import { aCalendar, aPromise, at } from '../testing'
import {
  breakPromise,
  dueAt,
  keepPromise,
  movePromise,
  refuseLateOwnDay,
  refusePast,
  stateOf,
  withdrawPromise,
} from './promise-due'

const calendar = aCalendar()
const untimed = aPromise({ dueOn: '2026-11-26', dueTime: null })
const timed = aPromise({ dueOn: '2026-11-24', dueTime: '13:00' })
const told = { why: null, letterId: null }

describe('a promise falls due', () => {
  it('when that day’s working time ends', () => {
    expect(dueAt(untimed, calendar)).toBe(at('Thu 2026-11-26 17:30'))
  })

  it('at its time where one was said', () => {
    expect(dueAt(timed, calendar)).toBe(at('Tue 2026-11-24 13:00'))
  })

  it('at midnight on a day off', () => {
    expect(dueAt(aPromise({ dueOn: '2026-11-28' }), calendar)).toBe(at('Sun 2026-11-29 00:00'))
  })

  it('at midnight on a holiday', () => {
    const holiday: CalendarException = {
      on: '2026-11-26',
      spans: [],
      what: 'Holiday',
      source: 'holiday',
      isOn: true,
    }
    expect(dueAt(untimed, aCalendar({ exceptions: [holiday] }))).toBe(at('Fri 2026-11-27 00:00'))
  })

  it('at the closing time of an event day', () => {
    const withEvent = aCalendar({ eventDays: ['2026-11-28'] })
    expect(dueAt(aPromise({ dueOn: '2026-11-28' }), withEvent)).toBe(at('Sat 2026-11-28 17:30'))
  })

  it('after midnight where work ends after midnight', () => {
    const nights = aCalendar({ spans: [{ weekday: 4, opensAt: '18:00', closesAt: '02:00' }] })
    expect(dueAt(untimed, nights)).toBe(at('Fri 2026-11-27 02:00'))
  })

  it('at the change of the clocks for a time in the missing hour', () => {
    const missing = aPromise({ dueOn: '2026-03-29', dueTime: '01:30' })
    expect(dueAt(missing, calendar)).toBe(at('Sun 2026-03-29 02:00'))
  })

  it('on 29 February, and on the 28th a year later', () => {
    expect(dueAt(aPromise({ dueOn: '2028-02-29' }), calendar)).toBe(at('Tue 2028-02-29 17:30'))
    const nextYear = aPromise({ dueOn: addYears('2028-02-29', 1) })
    expect(dueAt(nextYear, calendar)).toBe(at('Wed 2029-02-28 17:30'))
  })

  it('by the business’s own clock', () => {
    const melbourne = aCalendar({ zone: 'Australia/Melbourne' })
    expect(dueAt(timed, melbourne)).toBe(at('Tue 2026-11-24 13:00', 'Australia/Melbourne'))
  })
})

describe('an open promise', () => {
  const stateAt = (moment: string, promise = untimed) => stateOf(promise, calendar, at(moment)).state

  it('is fine while there is time, and late after its due time', () => {
    expect(stateAt('Fri 2026-11-20 10:00')).toBe('fine')
    expect(stateAt('Tue 2026-11-24 10:40')).toBe('fine')
    expect(stateAt('Thu 2026-11-26 17:30')).toBe('at-risk')
    expect(stateAt('Thu 2026-11-26 17:31')).toBe('late')
  })

  it('is at risk from one working day before it is due', () => {
    const short = aPromise({ dueOn: '2026-11-26', saidAt: at('Tue 2026-11-24 16:00') })
    expect(stateAt('Wed 2026-11-25 17:29', short)).toBe('fine')
    expect(stateAt('Wed 2026-11-25 17:30', short)).toBe('at-risk')
    expect(stateOf(short, calendar, at('Thu 2026-11-26 08:00')).because).toBe('last-working-day')
  })

  it('is at risk from the same time of the working day before, where a time was said', () => {
    const short = aPromise({ dueOn: '2026-11-24', dueTime: '13:00', saidAt: at('Mon 2026-11-23 09:30') })
    expect(stateAt('Mon 2026-11-23 12:59', short)).toBe('fine')
    expect(stateAt('Mon 2026-11-23 13:00', short)).toBe('at-risk')
  })

  it('is at risk from its last quarter on, where that is the longer', () => {
    const long = aPromise({ dueOn: '2026-11-20', saidAt: at('Mon 2026-10-26 09:00') })
    expect(stateAt('Fri 2026-11-13 17:29', long)).toBe('fine')
    expect(stateOf(long, calendar, at('Mon 2026-11-16 09:00'))).toMatchObject({
      state: 'at-risk',
      because: 'last-quarter',
    })
  })

  it('does not grow nearer over a weekend', () => {
    const monday = aPromise({ dueOn: '2026-11-30', dueTime: '12:00', saidAt: at('Thu 2026-11-26 12:00') })
    expect(stateAt('Fri 2026-11-27 11:59', monday)).toBe('fine')
    expect(stateAt('Fri 2026-11-27 12:00', monday)).toBe('at-risk')
    expect(stateAt('Sun 2026-11-29 12:00', monday)).toBe('at-risk')
  })

  it('told for a Sunday has its last working day on Friday', () => {
    const sunday = aPromise({ dueOn: '2026-11-29', saidAt: at('Wed 2026-11-25 09:00') })
    expect(stateAt('Thu 2026-11-26 17:29', sunday)).toBe('fine')
    expect(stateAt('Fri 2026-11-27 09:00', sunday)).toBe('at-risk')
    expect(stateAt('Mon 2026-11-30 00:00', sunday)).toBe('at-risk')
    expect(stateAt('Mon 2026-11-30 00:01', sunday)).toBe('late')
  })

  const moments = fc.integer({
    min: at('Mon 2026-11-02 00:00') / minute,
    max: at('Mon 2027-02-01 00:00') / minute,
  })
  const someDays = fc.integer({ min: 0, max: 60 }).map((n) => addDays('2026-11-20', n))
  const someTimes = fc.option(fc.constantFrom('00:00', '07:30', '13:00', '17:30', '23:59', '24:00'))

  it('never gets better by waiting', () => {
    const order = ['fine', 'at-risk', 'late']
    fc.assert(
      fc.property(someDays, someTimes, moments, moments, moments, (dueOn, dueTime, said, one, other) => {
        const promise = aPromise({ dueOn, dueTime, saidAt: said * minute })
        const [first, second] = one < other ? [one, other] : [other, one]
        const before = stateOf(promise, calendar, first * minute).state
        const after = stateOf(promise, calendar, second * minute).state
        expect(order.indexOf(after)).toBeGreaterThanOrEqual(order.indexOf(before))
      }),
    )
  })

  it('is late exactly after the moment it falls due', () => {
    fc.assert(
      fc.property(someDays, someTimes, moments, (dueOn, dueTime, now) => {
        const promise = aPromise({ dueOn, dueTime })
        const standing = stateOf(promise, calendar, now * minute)
        expect(standing.dueAt).toBe(dueAt(promise, calendar))
        expect(standing.state === 'late').toBe(now * minute > standing.dueAt)
      }),
    )
  })

  it('falls due on its own day or at the midnight that ends it', () => {
    fc.assert(
      fc.property(someDays, (dueOn) => {
        const due = dueAt(aPromise({ dueOn }), calendar)
        const midnight = instantOf(dueOn, '00:00', calendar.zone)
        expect(due).toBeGreaterThan(midnight)
        expect(due - midnight).toBeLessThanOrEqual(day + hour)
      }),
    )
  })
})

describe('a promise ends', () => {
  it('kept in time up to its due time, and kept late after it', () => {
    const early = keepPromise(timed, calendar, at('Tue 2026-11-24 13:00'))
    const late = keepPromise(timed, calendar, at('Tue 2026-11-24 13:01'))
    expect(early).toMatchObject({ state: 'kept', isKeptLate: false, endedAt: at('Tue 2026-11-24 13:00') })
    expect(late).toMatchObject({ state: 'kept', isKeptLate: true })
  })

  it('broken only once it was due', () => {
    const tooSoon = () => breakPromise(timed, calendar, at('Tue 2026-11-24 12:59'))
    expect(tooSoon).toThrow('E_PROMISE_NOT_DUE')
    expect(breakPromise(timed, calendar, at('Tue 2026-11-24 13:00')).state).toBe('broken')
  })

  it('withdrawn at any time', () => {
    expect(withdrawPromise(timed, at('Tue 2026-11-24 12:59')).state).toBe('withdrawn')
  })

  it('only once', () => {
    for (const state of ['kept', 'broken', 'withdrawn'] as const) {
      const ended = aPromise({ state })
      const now = at('Fri 2026-11-27 09:00')
      const to = { dueOn: '2026-12-01', dueTime: null }
      expect(() => keepPromise(ended, calendar, now)).toThrow('E_PROMISE_ENDED')
      expect(() => breakPromise(ended, calendar, now)).toThrow('E_PROMISE_ENDED')
      expect(() => withdrawPromise(ended, now)).toThrow('E_PROMISE_ENDED')
      expect(() => movePromise(ended, to, calendar, { now, ...told })).toThrow('E_PROMISE_ENDED')
    }
  })
})

describe('a date moves', () => {
  const to = { dueOn: '2026-11-25', dueTime: '13:00' }

  it('before it was due until one minute before', () => {
    const { move } = movePromise(timed, to, calendar, { now: at('Tue 2026-11-24 12:59'), ...told })
    expect(move.isBeforeDue).toBe(true)
  })

  it('no longer before it was due from its due minute on', () => {
    const { move } = movePromise(timed, to, calendar, { now: at('Tue 2026-11-24 13:00'), ...told })
    expect(move.isBeforeDue).toBe(false)
  })

  it('and leaves a row of where it was, with the promise open on its new day', () => {
    const moved = movePromise(timed, to, calendar, {
      now: at('Tue 2026-11-24 10:40'),
      why: 'A new figure from the marquee firm.',
      letterId: null,
    })
    expect(moved.promise).toMatchObject({ ...to, state: 'open', ownOn: '2026-11-24' })
    expect(moved.move).toMatchObject({
      fromOn: '2026-11-24',
      fromTime: '13:00',
      toOn: '2026-11-25',
      toTime: '13:00',
      isToldOtherwise: true,
    })
  })

  it('with an own day before it that is a working day, and not before today', () => {
    const now = at('Fri 2026-11-27 10:00')
    const monday = { dueOn: '2026-11-30', dueTime: null }
    expect(movePromise(timed, monday, calendar, { now, ...told }).promise.ownOn).toBe('2026-11-27')
    const tuesday = { dueOn: '2026-12-01', dueTime: null }
    expect(movePromise(timed, tuesday, calendar, { now, ...told }).promise.ownOn).toBe('2026-11-30')
  })

  it('not to the same day and time', () => {
    const same = { dueOn: timed.dueOn, dueTime: timed.dueTime }
    const now = at('Tue 2026-11-24 10:40')
    expect(() => movePromise(timed, same, calendar, { now, ...told })).toThrow('E_PROMISE_SAME_DAY')
    const allDay = { ...same, dueTime: null }
    expect(movePromise(timed, allDay, calendar, { now, ...told }).promise.dueTime).toBeNull()
  })

  it('not into the past', () => {
    const now = at('Tue 2026-11-24 10:40')
    for (const past of [
      { dueOn: '2026-11-23', dueTime: null },
      { dueOn: '2026-11-24', dueTime: '10:40' },
    ])
      expect(() => movePromise(timed, past, calendar, { now, ...told })).toThrow('E_PROMISE_IN_PAST')
    expect(() => refusePast({ dueOn: '2026-11-24', dueTime: '10:41' }, calendar, now)).not.toThrow()
  })
})

it('has its own day on the told day at the latest', () => {
  expect(() => refuseLateOwnDay('2026-11-27', '2026-11-26')).toThrow('E_OWN_DAY_LATE')
  expect(() => refuseLateOwnDay('2026-11-26', '2026-11-26')).not.toThrow()
})
