import type { Today } from '../../shared/domain/today'
import type { Instant } from '../../shared/lib/time'
import { capitalised, numberInWords } from '../../shared/words/format'
import { sayParts, type Language, type SaidPart } from '../../shared/words/say'
import { numbersOf, type DayNumbers } from './numbers'

/** The one sentence at the top of Today; its numbers are tagged with the section they lead to. */
export function sentenceOf(today: Today, now: Instant, language: Language = 'en'): readonly SaidPart[] {
  const numbers = numbersOf(today, now)
  const { waiting, due, soon, updates } = numbers
  const values = {
    waiting: waiting.length,
    due: due.length,
    past: numbers.past.length,
    soon: soon.length,
    updates: updates.length,
    aside: numbers.asidePeople,
    how: howDue(numbers),
  }
  if (waiting.length > 0 && due.length > 0) return sayParts('today.sentence.waitingAndDue', values, language)
  if (waiting.length > 0) return sayParts('today.sentence.waiting', values, language)
  if (due.length > 0) return sayParts('today.sentence.due', values, language)
  if (soon.length > 0) return sayParts('today.sentence.soon', values, language)
  if (updates.length > 0) return sayParts('today.sentence.updates', values, language)
  if (numbers.aside > 0) return sayParts('today.sentence.aside', asideValues(numbers, language), language)
  return sayParts(clearKey(today, numbers), {}, language)
}

function howDue({ due, past }: DayNumbers): 'today' | 'past' | 'mixed' {
  if (past.length === 0) return 'today'
  return past.length === due.length ? 'past' : 'mixed'
}

const asideValues = ({ aside: n }: DayNumbers, language: Language) => ({
  n,
  words: capitalised(numberInWords(n, language)),
})

function clearKey({ done }: Today, { isNew }: DayNumbers) {
  if (isNew) return 'today.sentence.empty'
  return done.some(({ kind }) => kind === 'promise-kept')
    ? 'today.sentence.clearKept'
    : 'today.sentence.clear'
}
