import type { PromiseDueRow, Today, WaitingRow } from '../../shared/domain/today'
import type { Instant } from '../../shared/lib/time'
import { dayShort, joinNames, numberInWords, timeShort, workingLength } from '../../shared/words/format'
import { say, type Language, type SaidPart } from '../../shared/words/say'
import { nextThing, type NextThing } from './next-thing'
import { numbersOf, type DayNumbers } from './numbers'

/** The line under the sentence, and where its tag `next` leads. */
export type ContextLine = { readonly parts: readonly SaidPart[]; readonly next: NextThing | null }

/** The line of context under the sentence: who waited too long, what is first, or what comes next. */
export function contextOf(today: Today, now: Instant, language: Language = 'en'): ContextLine {
  const numbers = numbersOf(today, now)
  if (numbers.waiting.length > 0) return plain(waitingContext(numbers, language))
  const promise = promiseContext(numbers, today.day, language)
  if (promise !== null) return plain(promise)
  if (numbers.updates.length > 0) return plain(updateContext(numbers, language))
  if (numbers.isNew) return plain(say('today.context.empty', {}, language))
  const next = nextThing(today, language)
  if (next === null) return plain(say('today.context.nothingAhead', {}, language))
  return { parts: next.parts, next }
}

const plain = (text: string): ContextLine => ({
  parts: text === '' ? [] : [{ tag: null, text }],
  next: null,
})

/** 'Sofia' for a person, the whole name for a client that stands for nobody in particular. */
const firstName = ({ personId, name }: WaitingRow): string =>
  personId === null ? name : (name.split(' ')[0] ?? name)

function waitingContext({ waiting, late }: DayNumbers, language: Language): string {
  const [first] = waiting
  if (late.length === 0)
    return say(
      'today.context.allFine',
      { people: waiting.length, name: first ? firstName(first) : '' },
      language,
    )
  const values = { people: late.length, names: joinNames(late.map(firstName), language) }
  const sentence = say('today.context.late', { ...values, standard: standardOf(late, language) }, language)
  if (late.length === waiting.length) return sentence
  return `${sentence} ${say('today.context.othersFine', {}, language)}`
}

/** The standard that was missed: 'your four working hours', or in general where they differ. */
function standardOf(late: readonly WaitingRow[], language: Language): string {
  const targets = new Set(late.map(({ ackMinutes }) => ackMinutes))
  const [minutes = 0] = targets
  if (targets.size > 1) return say('today.context.standardsOfYours', {}, language)
  if (minutes % 60 !== 0)
    return say('today.context.standardLength', { length: workingLength(minutes, language) }, language)
  const hours = minutes / 60
  return say('today.context.standardHours', { hours, words: numberInWords(hours, language) }, language)
}

function promiseContext({ due, past, soon }: DayNumbers, day: string, language: Language): string | null {
  const [firstPast] = past
  if (firstPast) {
    const values = { past: past.length, name: firstPast.clientName, when: whenOf(firstPast, day, language) }
    return say('today.context.firstPast', values, language)
  }
  const [firstDue] = due
  if (firstDue) {
    const values = { due: due.length, name: firstDue.clientName }
    if (firstDue.dueTime === null) return say('today.context.firstDueDay', values, language)
    return say('today.context.firstDue', { ...values, time: timeShort(firstDue.dueTime) }, language)
  }
  const [firstSoon] = soon
  if (!firstSoon) return null
  const values = { name: firstSoon.clientName, when: whenOf(firstSoon, day, language) }
  return say('today.context.firstSoon', values, language)
}

function whenOf({ dueOn, dueTime }: PromiseDueRow, day: string, language: Language): string {
  if (dueOn === day && dueTime !== null) return timeShort(dueTime)
  const on = dayShort(dueOn, language)
  if (dueTime === null) return on
  return say('moment.dayAndTime', { day: on, time: timeShort(dueTime) }, language)
}

function updateContext({ updates }: DayNumbers, language: Language): string {
  const [first] = updates
  if (!first || first.daysSince === null) return ''
  return say('today.context.longestSilence', { name: first.clientName, days: first.daysSince }, language)
}
