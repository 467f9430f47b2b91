import { describe, expect, it } from 'vitest'
import { aCalendar } from '../../shared/testing'
import { say } from '../../shared/words/say'
import { endsNextDay, newSpan, weekDetails, weekSentence } from './week'

const span = (weekday: number, opensAt = '09:00', closesAt = '17:30') => ({ weekday, opensAt, closesAt })
const sentence = (spans: readonly ReturnType<typeof span>[]) =>
  weekSentence(aCalendar({ spans: [...spans] }), say, 'en')

describe('the week in a sentence', () => {
  it('names days in a row that have the same hours', () => {
    expect(sentence([1, 2, 3, 4, 5].map((day) => span(day)))).toBe(
      'You are open Monday to Friday, 9:00 to 17:30.',
    )
    expect(sentence([span(3)])).toBe('You are open Wednesday, 9:00 to 17:30.')
    expect(sentence([1, 2, 3, 4, 5, 6, 7].map((day) => span(day)))).toBe(
      'You are open every day, 9:00 to 17:30.',
    )
  })

  it('names both halves of days with a break', () => {
    const spans = [1, 2].flatMap((day) => [span(day, '13:30'), span(day, '09:00', '12:30')])

    expect(sentence(spans)).toBe('You are open Monday to Tuesday, 9:00 to 12:30, 13:30 to 17:30.')
  })

  it('counts days and hours where they differ, past midnight too', () => {
    expect(sentence([span(1), span(6, '18:00', '02:00')])).toBe(
      'You are open 2 days a week, 16 h 30 m in all.',
    )
    expect(sentence([span(1), span(3)])).toBe('You are open 2 days a week, 17 h in all.')
  })
})

describe('a stretch', () => {
  it('begins where the day’s last one ends', () => {
    expect(newSpan(1, [])).toEqual(span(1))
    expect(newSpan(1, [span(1, '09:00', '12:30')])).toEqual(span(1, '12:30', ''))
  })

  it('that closes at midnight ends with its day', () => {
    expect(weekDetails({ spans: [span(1, '18:00', '00:00')] }).spans[0]?.closesAt).toBe('24:00')
  })

  it('goes past midnight where it closes no later than it opens', () => {
    expect([span(1, '18:00', '02:00'), span(1), span(1, '09:00', '24:00')].map(endsNextDay)).toEqual([
      true,
      false,
      false,
    ])
  })
})
