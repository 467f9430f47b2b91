import { describe, expect, it } from 'vitest'
import type { ListedException } from '../../shared/api/settings'
import { ExceptionId } from '../../shared/domain/ids'
import { holidaysByYear, ownStretches } from './exceptions'

const aDay = (id: number, on: string, differences: Partial<ListedException> = {}): ListedException => ({
  id: ExceptionId.parse(id),
  on,
  spans: [],
  what: 'Away',
  source: 'own',
  isOn: true,
  revision: 0,
  ...differences,
})
const spans = [{ opensAt: '09:00', closesAt: '12:00' }]

describe('days that differ', () => {
  it('are one stretch while they follow one another and are alike, over a month and a year too', () => {
    const days = [aDay(2, '2027-01-01'), aDay(1, '2026-12-31'), aDay(3, '2027-01-02')]

    expect(ownStretches(days, '2026-11-24')).toMatchObject([
      { first: { on: '2026-12-31' }, last: { on: '2027-01-02' }, ids: [1, 2, 3] },
    ])
  })

  it('part where a day is left out, is called something else or has other hours', () => {
    const days = [
      aDay(1, '2026-12-01'),
      aDay(2, '2026-12-03'),
      aDay(3, '2026-12-04', { what: 'Fair' }),
      aDay(4, '2026-12-05', { what: 'Fair', spans }),
    ]

    expect(ownStretches(days, '2026-11-24').map(({ ids }) => ids.length)).toEqual([1, 1, 1, 1])
  })

  it('leave out what has gone by, and holidays', () => {
    const days = [aDay(1, '2026-11-23'), aDay(2, '2026-12-25', { source: 'holiday' })]

    expect(ownStretches(days, '2026-11-24')).toEqual([])
    expect(holidaysByYear(days, '2026-11-24')).toMatchObject([{ year: '2026', days: [{ id: 2 }] }])
  })
})
