import { expect, it } from 'vitest'
import { at } from '../testing'
import { untilAt, untilLines, untilWords } from './until'

const today = '2026-11-24'

it.each([
  ['2026-11-24', '13:00', '13:00'],
  ['2026-11-25', '09:00', 'tomorrow, 9:00'],
  ['2026-11-30', '09:00', 'Monday, 9:00'],
  ['2026-12-01', '09:00', 'Tue 1 Dec, 9:00'],
  ['2026-12-14', '09:00', 'Mon 14 Dec, 9:00'],
])('says %s %s as %s on a Tuesday', (on, time, words) => {
  expect(untilWords(on, time, today)).toBe(words)
})

it('says an instant in the business’s zone, in one line or two', () => {
  const opening = at('Wed 2026-11-25 09:00', 'America/New_York')

  expect(untilAt(opening, 'America/New_York', today)).toBe('tomorrow, 9:00')
  expect(untilLines(opening, 'America/New_York', today)).toEqual({ day: 'tomorrow', time: '9:00' })
  expect(untilLines(opening, 'America/New_York', '2026-11-25')).toEqual({ day: null, time: '9:00' })
})
