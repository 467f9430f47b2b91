import { describe, expect, it } from 'vitest'
import { ClientId } from '../domain/ids'
import type { ComingFacts } from '../domain/today-facts'
import { aCalendar, aStandard } from '../testing'
import type { Capacity } from './capacity'
import { comingUp } from './coming-up'

const capacity = (differences: Partial<Capacity> = {}): Capacity => ({
  calendar: aCalendar(),
  loads: new Map(),
  standard: aStandard,
  today: '2026-11-24',
  ...differences,
})

const fact = (differences: Partial<ComingFacts> = {}): ComingFacts => ({
  kind: 'promise',
  id: 1,
  day: '2026-11-26',
  atTime: null,
  what: 'Three florists to choose from',
  asNoun: 'three florists',
  place: null,
  milestoneKind: null,
  isAnswer: 0,
  clientId: ClientId.parse(1),
  name: 'Priya Raman & Tom Hollis',
  shortName: 'Priya & Tom',
  ...differences,
})

const call = fact({
  kind: 'milestone',
  milestoneKind: 'call',
  what: 'Menu call',
  atTime: '11:00',
  asNoun: null,
})
const event = fact({ kind: 'event', what: 'Wedding', asNoun: null })

describe('the days ahead', () => {
  it('are seven from tomorrow, without days off that hold nothing', () => {
    const days = comingUp([], capacity())
    expect(days.map(({ day }) => day)).toEqual([
      '2026-11-25',
      '2026-11-26',
      '2026-11-27',
      '2026-11-30',
      '2026-12-01',
    ])
    expect(
      days.every(({ items, isFull, isWorkingDay }) => items.length === 0 && !isFull && isWorkingDay),
    ).toBe(true)
  })

  it('have a day off where something is on', () => {
    const saturday = comingUp([{ ...call, day: '2026-11-28' }], capacity())[3]
    expect(saturday).toMatchObject({ day: '2026-11-28', isFull: false, isWorkingDay: false })
  })

  it('begin with today where a milestone or an event is still to come', () => {
    expect(comingUp([{ ...call, day: '2026-11-24' }], capacity())[0]?.day).toBe('2026-11-24')
    expect(comingUp([{ ...event, day: '2026-11-24' }], capacity())[0]?.day).toBe('2026-11-24')
  })

  it('are full with three promises, and on an event day', () => {
    const loads = new Map([
      ['2026-11-26', 2],
      ['2026-11-27', 3],
    ])
    const calendar = aCalendar({ eventDays: ['2026-11-28'] })
    const days = comingUp([{ ...event, day: '2026-11-28' }], capacity({ loads, calendar }))
    expect(days.filter(({ isFull }) => isFull).map(({ day }) => day)).toEqual(['2026-11-27', '2026-11-28'])
  })

  it('end with 29 February and begin March where the year has it', () => {
    const days = comingUp([], capacity({ today: '2028-02-25' }))
    expect(days.map(({ day }) => day)).toEqual([
      '2028-02-28',
      '2028-02-29',
      '2028-03-01',
      '2028-03-02',
      '2028-03-03',
    ])
  })
})

describe('a day ahead', () => {
  it('lists events, then what has a time, then promises, other steps, updates and occasions', () => {
    const facts = [
      fact({ kind: 'extra', id: 7, what: 'first anniversary', asNoun: null }),
      fact({ kind: 'update', id: 6, asNoun: null }),
      { ...call, id: 5, atTime: null, what: 'Second payment' },
      fact({ id: 4 }),
      { ...call, id: 3, atTime: '14:00' },
      fact({ id: 2, atTime: '09:30' }),
      event,
    ]
    const items = comingUp(facts, capacity()).find(({ day }) => day === '2026-11-26')?.items ?? []
    expect(items.map(({ kind }) => kind)).toEqual([
      'event',
      'promise',
      'milestone',
      'promise',
      'milestone',
      'update',
      'extra',
    ])
  })

  it('names a promise as a thing, an answer as it was promised, an occasion with a capital', () => {
    const facts = [
      fact({ id: 1, asNoun: 'the rain plan' }),
      fact({ id: 2, asNoun: null, what: 'Send it' }),
      fact({ id: 3, asNoun: 'the answer', what: 'Full answer to Margaret', isAnswer: 1 }),
      fact({ kind: 'extra', id: 4, what: 'first anniversary', asNoun: null }),
    ]
    const items = comingUp(facts, capacity()).find(({ day }) => day === '2026-11-26')?.items ?? []
    expect(items.map((item) => ('what' in item ? item.what : null))).toEqual([
      'Rain plan',
      'Send it',
      'Full answer to Margaret',
      'First anniversary',
    ])
    expect(items.map((item) => item.kind === 'promise' && item.isAnswer)).toEqual([false, false, true, false])
  })

  it('calls clients by their short name', () => {
    const named = comingUp([fact(), fact({ id: 2, shortName: null })], capacity())[1]
    expect(named?.items.map(({ clientName }) => clientName)).toEqual([
      'Priya & Tom',
      'Priya Raman & Tom Hollis',
    ])
  })
})
