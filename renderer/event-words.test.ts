import { describe, expect, it } from 'vitest'
import type { EventLine } from '../shared/domain/project'
import { eventInWords } from './event-words'

const today = '2026-11-24'
const wedding = (eventOn: string | null, differences: Partial<EventLine> = {}): EventLine => ({
  kind: 'Wedding',
  eventOn,
  eventMonth: null,
  state: 'open',
  ...differences,
})

describe('an event in the words of a row', () => {
  it.each([
    ['2026-11-24', 'Wedding today'],
    ['2026-11-25', 'Wedding tomorrow'],
    ['2026-12-19', 'Wedding in 25 days'],
    ['2026-12-24', 'Wedding in 30 days'],
    ['2026-12-25', 'Wedding on 25 December'],
    ['2027-03-06', 'Wedding on 6 March'],
    ['2027-11-20', 'Wedding on 20 November 2027'],
    ['2025-11-29', 'Married 29 Nov 2025'],
    ['2026-11-23', 'Married 23 Nov 2026'],
  ])('on %s says %s', (eventOn, words) => {
    expect(eventInWords(wedding(eventOn), today)).toBe(words)
  })

  it('knows an event to its month only', () => {
    const inMonth = (eventMonth: string) =>
      eventInWords(wedding(null, { kind: 'Ruby anniversary', eventMonth }), today)

    expect(inMonth('2027-01')).toBe('Ruby anniversary, Jan')
    expect(inMonth('2026-11')).toBe('Ruby anniversary, Nov')
    expect(inMonth('2028-06')).toBe('Ruby anniversary, June 2028')
  })

  it('says the kind alone where nothing is known of the day', () => {
    expect(eventInWords(wedding(null), today)).toBe('Wedding')
  })

  it('says of a past event of another kind, or one that was called off, when it was', () => {
    expect(eventInWords(wedding('2025-02-11', { kind: 'Supper' }), today)).toBe('Supper on 11 Feb 2025')
    expect(eventInWords(wedding('2025-02-11', { state: 'cancelled' }), today)).toBe('Wedding on 11 Feb 2025')
  })
})
