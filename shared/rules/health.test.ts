import { describe, expect, it } from 'vitest'
import { aCalendar, aPromise, at } from '../testing'
import { healthOf, type OpenWithClient } from './health'

const calendar = aCalendar()
const now = at('Tue 2026-11-24 10:40')
const nothing: OpenWithClient = { waits: [], promises: [], updates: [] }
const tom = {
  who: 'Tom',
  minutes: 45,
  dueAt: at('Tue 2026-11-24 13:55'),
  questions: 2,
}

describe('a client', () => {
  it('is in good shape when nothing is open', () => {
    expect(healthOf(nothing, calendar, now)).toEqual({ step: 'in-good-shape', because: [] })
  })

  it('is in good shape while they wait in good time and an update was due yesterday', () => {
    const open = { ...nothing, waits: [tom], updates: [{ dueOn: '2026-11-23', everyDays: 14 }] }
    expect(healthOf(open, calendar, now)).toEqual({
      step: 'in-good-shape',
      because: [
        { kind: 'waiting', who: 'Tom', minutes: 45, questions: 2, isLate: false },
        { kind: 'update', days: 1, isFarOver: false },
      ],
    })
  })

  it('needs a word when an update is more than half a cadence over', () => {
    const over = (dueOn: string) =>
      healthOf({ ...nothing, updates: [{ dueOn, everyDays: 14 }] }, calendar, now)
    expect(over('2026-11-17').step).toBe('in-good-shape')
    expect(over('2026-11-16').step).toBe('needs-a-word')
  })

  it('needs a word when a promise is at risk', () => {
    const promise = aPromise({ dueOn: '2026-11-24' })
    expect(healthOf({ ...nothing, promises: [promise] }, calendar, now)).toMatchObject({
      step: 'needs-a-word',
      because: [{ kind: 'promise', state: 'at-risk' }],
    })
  })

  it('needs you today when a clock is late or a promise is', () => {
    const sofia = { ...tom, who: 'Sofia', dueAt: at('Tue 2026-11-24 09:20') }
    expect(healthOf({ ...nothing, waits: [sofia] }, calendar, now).step).toBe('needs-you-today')
    const promise = aPromise({ dueOn: '2026-11-23' })
    expect(healthOf({ ...nothing, promises: [promise] }, calendar, now).step).toBe('needs-you-today')
  })

  it('has the weightiest reason first', () => {
    const promise = aPromise({ dueOn: '2026-11-23' })
    const health = healthOf({ ...nothing, waits: [tom], promises: [promise] }, calendar, now)
    expect(health.because.map(({ kind }) => kind)).toEqual(['promise', 'waiting'])
  })

  it('says nothing of what lies ahead or has ended', () => {
    const ended = aPromise({ dueOn: '2026-11-23', state: 'kept' })
    const updates = [{ dueOn: '2026-11-25', everyDays: 14 }]
    expect(healthOf({ waits: [], promises: [ended, aPromise()], updates }, calendar, now).because).toEqual([])
  })
})
