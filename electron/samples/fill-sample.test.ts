import { beforeAll, describe, expect, it } from 'vitest'
import { openEmptyDatabase, rowsOf } from '../../db/testing'
import type { Store } from '../../db/store'
import { api } from '../../shared/api/index'
import type { Today } from '../../shared/domain/today'
import { weddingPlanner } from '../../shared/packs/wedding-planner'
import { clockState } from '../../shared/rules/clock-state'
import { weddingPlannerSample } from '../../shared/samples/wedding-planner'
import { at } from '../../shared/testing'
import { fillFirstStore } from '../first-store'
import { openTestBackend } from '../testing'
import { fillSample } from './fill-sample'

const now = at('Tue 2026-11-24 10:40')

describe('the wedding planner’s sample', () => {
  const opened: { store?: Store; today?: Today } = {}
  const store = () => opened.store ?? openEmptyDatabase()
  const today = () => {
    if (opened.today === undefined) throw new Error('The sample was not filled')
    return opened.today
  }

  beforeAll(async () => {
    const empty = openEmptyDatabase()
    await empty.write(async (db) => {
      await fillFirstStore(db, weddingPlanner, { ...weddingPlannerSample, samplePack: 'wedding-planner' })
      await fillSample(db, weddingPlannerSample)
    })
    const backend = await openTestBackend({ now, store: empty })
    opened.store = empty
    opened.today = await backend.ask(api.today.show, {})
  })

  it('has three people waiting, their clocks found by the rules', () => {
    const clocks = today().waiting.map((row) => {
      const clock = clockState({ ackMinutes: row.ackMinutes, ackDueAt: row.dueAt }, today().calendar, now)
      return [row.name, row.subject, clock.leftMinutes, clock.state]
    })

    expect(clocks).toEqual([
      ['Sofia Marchetti', 'Is the quartet still confirmed?', -80, 'late'],
      ['Imogen Clarke', 'Could we move the tasting to the 8th?', 75, 'soon'],
      ['Tom Hollis', 'Two quick questions about rain', 195, 'fine'],
    ])
  })

  it('has two promises due today', () => {
    const due = today().promises.map((row) => [
      row.clientName,
      row.what,
      row.dueOn,
      row.dueTime,
      row.saidToName,
    ])

    expect(due).toEqual([
      ['Grace & Liam', 'Send the revised budget, with marquee', '2026-11-24', '13:00', expect.anything()],
      ['Sofia & Ben', 'Confirm coach times with both families', '2026-11-24', null, expect.anything()],
    ])
  })

  it('has two clients due to hear how things stand', () => {
    const updates = today().updates.map((row) => [
      row.clientName,
      row.daysSince,
      row.everyDays,
      row.toTell,
      row.state,
    ])

    expect(updates).toEqual([
      ['Priya & Tom', 15, 14, 4, 'over'],
      ['Northgate Arts Trust', 20, 21, 0, 'fine'],
    ])
    expect(today().updates[0]?.peek).toMatch(
      /^Dear Priya and Tom, here is where things stand with 200 days to go/,
    )
  })

  it('has two little extras, within the quarter’s budget', () => {
    const extras = today().extras.map((row) => [row.clientName, row.what, row.occasion])

    expect(extras).toEqual([
      ['Jess & Callum Reid', 'Two bottles of the cordial from their toast', 'first anniversary'],
      ['Margaret Ellison', 'Letter her place cards by hand, as a gift', 'softens news'],
    ])
    expect(today().extrasQuarterMinor - today().extrasSpentMinor).toBe(8_800)
  })

  it('counts as the sidebar shows', () => {
    expect(today().counts).toEqual({ today: 7, clients: 23, promises: 14, outbox: 1 })
  })

  it('has a week ahead in which Friday is full and Monday is empty', () => {
    const days = today().comingUp.map((day) => [day.day, day.items.length, day.isFull])

    expect(days).toEqual([
      ['2026-11-25', 2, false],
      ['2026-11-26', 2, false],
      ['2026-11-27', 3, true],
      ['2026-11-28', 1, false],
      ['2026-11-29', 1, false],
      ['2026-11-30', 0, false],
      ['2026-12-01', 2, false],
    ])
  })

  it('leaves no operation behind that undo could take back', async () => {
    expect(await rowsOf(store(), 'operation')).toEqual([])
  })
})
