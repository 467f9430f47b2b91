import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { getBusiness } from '../db/business'
import type { Store } from '../db/store'
import { openEmptyDatabase, rowsOf } from '../db/testing'
import { weddingPlanner } from '../shared/packs/wedding-planner'
import { at } from '../shared/testing'
import { systemClock } from './clock'
import { readOptions } from './options'
import { chooseClock, fillNewStore } from './start-store'

let store: Store
beforeEach(() => {
  store = openEmptyDatabase()
})
afterEach(() => store.close())

const options = (...args: string[]) => readOptions(args, '/')

describe('a new store', () => {
  it('begins with the planner’s pack at the machine’s place, and a user without a name', async () => {
    await fillNewStore(store, options())

    expect(await getBusiness(store.read)).toMatchObject({
      userName: '',
      businessName: null,
      zone: 'Pacific/Auckland',
      country: 'NZ',
      currency: 'NZD',
      pack: 'wedding-planner',
      samplePack: null,
    })
    expect(await rowsOf(store, 'span')).toHaveLength(weddingPlanner.spans.length)
    expect(await rowsOf(store, 'standard')).toMatchObject([{ from_at: 0, ack_minutes: 240, answer_days: 1 }])
    expect(await rowsOf(store, 'reward')).toHaveLength(weddingPlanner.rewards.length)
    expect(await rowsOf(store, 'letter_template')).toHaveLength(weddingPlanner.templates.length)
    expect(await rowsOf(store, 'client')).toEqual([])
  })

  it('knows the holidays of its country from the year it starts in', async () => {
    await fillNewStore(store, options('--now', '2026-11-24T10:40'))
    const days = await rowsOf(store, 'calendar_exception')

    expect(days).toContainEqual(
      expect.objectContaining({ on_day: '2026-12-25', source: 'holiday', is_on: 1 }),
    )
    expect(days.every(({ on_day: on }) => on >= '2026' && on < '2030')).toBe(true)
  })

  it('is filled once', async () => {
    await fillNewStore(store, options())
    await fillNewStore(store, options())

    expect(await rowsOf(store, 'business')).toHaveLength(1)
    expect(await rowsOf(store, 'standard')).toHaveLength(1)
  })

  it('of a sample holds its business and clients', async () => {
    await fillNewStore(store, options('--sample', 'wedding-planner'))

    expect(await getBusiness(store.read)).toMatchObject({
      zone: 'Europe/London',
      samplePack: 'wedding-planner',
    })
    expect((await rowsOf(store, 'client')).length).toBeGreaterThan(5)
  })
})

describe('the clock', () => {
  it('starts at the business’s own time where that is asked for, every time anew', () => {
    const clock = chooseClock(options('--now', '2026-11-24T10:40'), 'Pacific/Auckland')
    expect(clock.now() - at('Mon 2026-11-23 21:40')).toBeLessThan(1000)
  })

  it('of a sample starts where the sample does', () => {
    const clock = chooseClock(options('--sample', 'wedding-planner'), 'Europe/London')
    expect(clock.now() - at('Tue 2026-11-24 10:40')).toBeLessThan(1000)
  })

  it('is the computer’s otherwise', () => {
    expect(chooseClock(options(), 'Europe/London')).toBe(systemClock)
  })
})
