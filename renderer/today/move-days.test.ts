import { describe, expect, it } from 'vitest'
import type { DayLoad } from '../../shared/domain/day-load'
import { offeredDays } from './move-days'

const load = (day: string, promises: number, why: DayLoad['why'] = null): DayLoad => ({
  day,
  promises,
  capacity: 3,
  isFull: why !== null,
  why,
})

const setting = { today: '2026-11-24', dueTime: '13:00', comingUp: [], language: 'en' } as const

describe('the days a promise can be moved to', () => {
  it('offers the first three that are not full, the nearest with the time that was said', () => {
    const days = [
      load('2026-11-25', 0),
      load('2026-11-26', 2),
      load('2026-11-27', 3, 'full'),
      load('2026-11-28', 0, 'day-off'),
      load('2026-11-30', 0),
      load('2026-12-01', 1),
    ]

    expect(offeredDays(days, setting)).toEqual([
      { on: '2026-11-25', time: '13:00', label: 'Tomorrow, by 13:00', hint: 'Nothing promised yet' },
      { on: '2026-11-26', time: null, label: 'Thu 26 Nov', hint: '2 others that day' },
      { on: '2026-11-30', time: null, label: 'Mon 30 Nov', hint: 'Nothing promised yet' },
    ])
  })

  it('calls a day with other things but no promise a light one', () => {
    const comingUp = [
      {
        day: '2026-11-26',
        items: [{ kind: 'update', projectId: 1, clientId: 1, clientName: 'Northgate' }],
        isFull: false,
        isWorkingDay: true,
      },
    ] as never

    const [offer] = offeredDays([load('2026-11-26', 0)], { ...setting, dueTime: null, comingUp })

    expect(offer).toEqual({ on: '2026-11-26', time: null, label: 'Thu 26 Nov', hint: 'A light day' })
  })

  it('says one other in the singular', () => {
    expect(offeredDays([load('2026-11-26', 1)], setting)[0]?.hint).toBe('1 other that day')
  })
})
