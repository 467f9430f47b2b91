import { describe, expect, it } from 'vitest'
import type { Happened } from '../domain/happened'
import { MilestoneId, PromiseId, PromiseMoveId } from '../domain/ids'
import { aMilestone, aMove, aPromise, at } from '../testing'
import { thingsToTell } from './things-to-tell'

const nothing: Happened = { keptPromises: [], doneMilestones: [], moves: [], openPromises: [] }
const since = at('Mon 2026-11-09 15:00')
const nextOn = '2026-12-08'

const kept = aPromise({
  id: PromiseId.parse(7),
  what: 'Explain the deposit terms',
  state: 'kept',
  endedAt: at('Wed 2026-11-18 11:00'),
  isKeptLate: false,
})
const held = aMilestone({
  id: MilestoneId.parse(3),
  what: 'String trio',
  toldAs: 'A string trio is held for the ceremony',
  doneAt: at('Thu 2026-11-12 16:00'),
})
const florists = aPromise({ id: PromiseId.parse(8), dueOn: '2026-11-26' })
const rainPlan = aPromise({ id: PromiseId.parse(9), what: 'Rain plan for the barn', dueOn: '2026-12-01' })

describe('things to tell', () => {
  it('are what was kept and done since the last update, and what is promised before the next', () => {
    const happened = {
      ...nothing,
      keptPromises: [kept],
      doneMilestones: [held],
      openPromises: [rainPlan, florists],
    }
    const told = thingsToTell(happened, since, nextOn)
    expect(told.count).toBe(4)
    expect(told.done.map(({ kind }) => kind)).toEqual(['milestone', 'promise'])
    expect(told.ahead.map(({ id }) => id)).toEqual([8, 9])
    expect(told.isLittle).toBe(false)
  })

  it('leave out what was told the last time, to the moment', () => {
    const before = { ...kept, endedAt: since }
    const after = { ...kept, endedAt: since + 1 }
    expect(thingsToTell({ ...nothing, keptPromises: [before] }, since, nextOn).count).toBe(0)
    expect(thingsToTell({ ...nothing, keptPromises: [after] }, since, nextOn).count).toBe(1)
  })

  it('leave out promises for the day of the next update or later', () => {
    const onTheDay = aPromise({ dueOn: nextOn })
    expect(thingsToTell({ ...nothing, openPromises: [onTheDay] }, since, nextOn).count).toBe(0)
    expect(thingsToTell({ ...nothing, openPromises: [onTheDay] }, since, null).count).toBe(1)
  })

  it('name a moved date once, from the day they last read', () => {
    const moves = [
      aMove({ promiseId: PromiseId.parse(8), fromOn: '2026-11-24', toOn: '2026-11-25' }),
      aMove({
        id: PromiseMoveId.parse(2),
        promiseId: PromiseId.parse(8),
        at: at('Tue 2026-11-24 09:00'),
        fromOn: '2026-11-25',
        toOn: '2026-11-26',
        why: 'Two of them want to see the barn first.',
      }),
    ]
    const told = thingsToTell({ ...nothing, moves, openPromises: [florists] }, since, nextOn)
    expect(told.moved).toMatchObject([
      { fromOn: '2026-11-24', move: { why: 'Two of them want to see the barn first.' } },
    ])
    expect(told.count).toBe(1)
    expect(told.isLittle).toBe(false)
  })

  it('keep quiet about a date that came back to where it was', () => {
    const there = aMove({ promiseId: PromiseId.parse(8), fromOn: '2026-11-26', toOn: '2026-11-30' })
    const back = aMove({ id: PromiseMoveId.parse(2), promiseId: PromiseId.parse(8), toOn: '2026-11-26' })
    const told = thingsToTell({ ...nothing, moves: [there, back], openPromises: [florists] }, since, nextOn)
    expect(told.moved).toEqual([])
  })

  it('name no move of a promise that was kept meanwhile', () => {
    const moves = [aMove({ promiseId: PromiseId.parse(7) })]
    const told = thingsToTell({ ...nothing, moves, keptPromises: [kept] }, since, nextOn)
    expect(told.moved).toEqual([])
    expect(told.count).toBe(1)
  })

  it('are little where nothing was done and no date moved, whatever is promised', () => {
    expect(thingsToTell({ ...nothing, openPromises: [florists] }, since, nextOn)).toMatchObject({
      count: 1,
      isLittle: true,
    })
    expect(thingsToTell(nothing, since, nextOn)).toMatchObject({ count: 0, isLittle: true })
  })
})
