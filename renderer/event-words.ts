import type { EventLine } from '../shared/domain/project'
import { daysBetween, type Day } from '../shared/lib/time'
import {
  dayMonth,
  dayMonthShortYear,
  dayMonthYear,
  monthShort,
  monthYear,
  relativeDays,
} from '../shared/words/format'
import { say, type Language } from '../shared/words/say'

/** An event nearer than this is counted in days. */
const countedWithin = 31
/** A date further off than this says its year. */
const yearAfter = 335

/** 'Wedding in 25 days', 'Wedding on 6 March', 'Ruby anniversary, Jan', 'Married 29 Nov 2025': a row's fact. */
export function eventInWords(event: EventLine, today: Day, language: Language = 'en'): string {
  const { kind, eventOn, eventMonth } = event
  if (eventOn !== null) return onDay(event, eventOn, daysBetween(today, eventOn), language)
  if (eventMonth === null) return kind
  const days = daysBetween(today, `${eventMonth}-01`)
  const isFar = days > yearAfter || days < -countedWithin
  const month = isFar ? monthYear(eventMonth, language) : monthShort(eventMonth, language)
  return say('event.inMonth', { kind, month }, language)
}

function onDay({ kind, state }: EventLine, eventOn: Day, days: number, language: Language): string {
  if (days < 0) {
    const day = dayMonthShortYear(eventOn, language)
    if (state !== 'cancelled' && isWedding(kind)) return say('event.married', { day }, language)
    return say('event.past', { kind, day }, language)
  }
  if (days < countedWithin)
    return say('event.relative', { kind, when: relativeDays(days, language) }, language)
  const day = days > yearAfter ? dayMonthYear(eventOn, language) : dayMonth(eventOn, language)
  return say('event.on', { kind, day }, language)
}

/** A project's kind is the user's own word; this one has a word for afterwards. */
const isWedding = (kind: string): boolean => /^wedding$/i.test(kind.trim())
