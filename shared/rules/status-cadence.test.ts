import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { CalendarException } from '../domain/calendar'
import { addDays, daysBetween } from '../lib/time'
import { aCalendar, aStandard } from '../testing'
import { cadenceOn, isOver, listedUntil, nextUpdateOn, updateState, type Rhythm } from './status-cadence'
import { isWorkingDay, previousWorkingDay } from './working-time'

const calendar = aCalendar()

const project = (differences: Partial<Rhythm> = {}): Rhythm => ({
  state: 'open',
  eventOn: '2027-06-12',
  eventMonth: null,
  cadenceDays: null,
  ...differences,
})

const nextAfter = (lastOn: string, differences: Partial<Rhythm> = {}) =>
  nextUpdateOn(project(differences), lastOn, aStandard, calendar)

describe('the cadence', () => {
  it('is 14 days, 7 in the last six weeks, and daily in the last three days', () => {
    const cadence = (on: string) => cadenceOn(project(), on, aStandard)
    expect(cadence('2026-11-24')).toBe(14)
    expect(cadence('2027-04-30')).toBe(14)
    expect(cadence('2027-05-01')).toBe(7)
    expect(cadence('2027-06-08')).toBe(7)
    expect(cadence('2027-06-09')).toBe(1)
    expect(cadence('2027-06-11')).toBe(1)
  })

  it('is the project’s own wherever it has one', () => {
    for (const on of ['2026-11-24', '2027-05-20', '2027-06-11'])
      expect(cadenceOn(project({ cadenceDays: 21 }), on, aStandard)).toBe(21)
  })

  it('never grows longer towards the event', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), (n) => {
        const on = addDays('2026-08-01', n)
        const tomorrow = cadenceOn(project(), addDays(on, 1), aStandard)
        expect(tomorrow).toBeLessThanOrEqual(cadenceOn(project(), on, aStandard))
      }),
    )
  })
})

describe('the next update', () => {
  it('is due 14 days after the last', () => {
    expect(nextAfter('2026-11-09')).toBe('2026-11-23')
  })

  it('is due after three weeks where the client asked for that', () => {
    expect(nextAfter('2026-11-04', { cadenceDays: 21, eventOn: '2027-02-11' })).toBe('2026-11-25')
  })

  it('comes sooner as soon as the last six weeks allow it', () => {
    expect(nextAfter('2027-04-23')).toBe('2027-05-03')
    expect(nextAfter('2027-04-29')).toBe('2027-05-06')
    expect(nextAfter('2027-05-03')).toBe('2027-05-10')
  })

  it('comes daily in the last three days', () => {
    expect(nextAfter('2027-06-07')).toBe('2027-06-09')
    expect(nextAfter('2027-06-09')).toBe('2027-06-10')
    expect(nextAfter('2027-06-10')).toBe('2027-06-11')
  })

  it('moves from a weekend to Monday, and over a holiday', () => {
    expect(nextAfter('2026-11-14')).toBe('2026-11-30')
    const holiday: CalendarException = {
      on: '2026-11-30',
      spans: [],
      what: 'St Andrew’s Day',
      source: 'holiday',
      isOn: true,
    }
    const scottish = aCalendar({ exceptions: [holiday] })
    expect(nextUpdateOn(project(), '2026-11-14', aStandard, scottish)).toBe('2026-12-01')
  })

  it('may fall on 29 February', () => {
    expect(nextAfter('2028-02-15', { eventOn: null })).toBe('2028-02-29')
  })

  it('is not asked for on the event day or after it', () => {
    expect(nextAfter('2027-06-11')).toBeNull()
    expect(nextAfter('2027-06-12')).toBeNull()
    expect(nextAfter('2027-08-01')).toBeNull()
  })

  it('is not asked for where only the event day itself is open before it', () => {
    expect(nextAfter('2027-06-11', { eventOn: '2027-06-14' })).toBeNull()
  })

  it('stops after the month of an event known only so far', () => {
    const inMay = { eventOn: null, eventMonth: '2027-05' }
    expect(nextAfter('2027-05-10', inMay)).toBe('2027-05-24')
    expect(nextAfter('2027-05-24', inMay)).toBeNull()
    expect(isOver({ eventOn: null, eventMonth: '2027-05' }, '2027-05-31')).toBe(false)
  })

  it('goes on where there is no event', () => {
    expect(nextAfter('2026-11-09', { eventOn: null })).toBe('2026-11-23')
  })

  it('is not asked for when the project is done or cancelled', () => {
    expect(nextAfter('2026-11-09', { state: 'done' })).toBeNull()
    expect(nextAfter('2026-11-09', { state: 'cancelled' })).toBeNull()
  })

  const someDay = fc.integer({ min: 0, max: 400 }).map((n) => addDays('2026-06-01', n))
  const someRhythm = fc.record({
    state: fc.constant('open' as const),
    eventOn: fc.option(someDay),
    eventMonth: fc.constant(null),
    cadenceDays: fc.option(fc.integer({ min: 1, max: 60 })),
  })

  it('lies on a working day after the last and before the event', () => {
    fc.assert(
      fc.property(someRhythm, someDay, (rhythm, lastOn) => {
        const on = nextUpdateOn(rhythm, lastOn, aStandard, calendar)
        if (on === null) return
        expect(on > lastOn && isWorkingDay(calendar, on)).toBe(true)
        expect(rhythm.eventOn === null || on < rhythm.eventOn).toBe(true)
        expect(daysBetween(lastOn, on)).toBeLessThanOrEqual((rhythm.cadenceDays ?? 14) + 2)
      }),
    )
  })

  it('is never due sooner for having written later', () => {
    fc.assert(
      fc.property(someRhythm, someDay, (rhythm, lastOn) => {
        const one = nextUpdateOn(rhythm, lastOn, aStandard, calendar)
        const other = nextUpdateOn(rhythm, addDays(lastOn, 1), aStandard, calendar)
        expect(one === null ? other : (other ?? '9999-12-31') >= one).toBe(one === null ? null : true)
      }),
    )
  })
})

describe('an update', () => {
  it('is listed from the working day before it is due', () => {
    expect(listedUntil('2026-11-24', calendar)).toBe('2026-11-25')
    expect(listedUntil('2026-11-27', calendar)).toBe('2026-11-30')
    expect(listedUntil('2026-11-29', calendar)).toBe('2026-11-30')
  })

  it('is listed exactly while the working day before its due day has come', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 0, max: 30 }), (n, m) => {
        const today = addDays('2026-11-20', n)
        const dueOn = addDays('2026-11-20', m)
        expect(dueOn <= listedUntil(today, calendar)).toBe(previousWorkingDay(calendar, dueOn) <= today)
      }),
    )
  })

  it('is over the day after its own', () => {
    expect(updateState('2026-11-25', '2026-11-24')).toBe('fine')
    expect(updateState('2026-11-24', '2026-11-24')).toBe('due')
    expect(updateState('2026-11-23', '2026-11-24')).toBe('over')
  })
})
