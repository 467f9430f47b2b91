import type { PromiseTold, WaitTold } from '../../db/notes'
import type { Note } from '../../shared/domain/note'
import { assertNever } from '../../shared/lib/assert'
import { firstSentence, questions } from '../../shared/lib/text'
import { clockState } from '../../shared/rules/clock-state'
import type { NotePlan } from '../../shared/rules/notes'
import { calendarOfClient } from '../../shared/rules/nudges-facts'
import { dueAt } from '../../shared/rules/promise-due'
import { say, type Language } from '../../shared/words/say'
import { asSentence, nameOfWaiting, promiseTitle, thingsInWords, waitTitle } from './note-phrases'
import type { Reminders } from './nudges-load'

/** What a note speaks of, as records. */
export type Told = { readonly waits: readonly WaitTold[]; readonly promises: readonly PromiseTold[] }

/** How many things a note speaks of. */
export const countOf = ({ waits, promises }: Told): number => waits.length + promises.length

type Sentences = Pick<Note, 'title' | 'text' | 'words'>

/** What a note says. */
export function sentencesOf(plan: NotePlan, told: Told, reminders: Reminders): Sentences {
  const { language } = reminders
  const n = plan.told.length
  const list = () => asSentence(thingsInWords(told, reminders), language)
  switch (plan.kind) {
    case 'wait':
      return waitSentences(told, reminders)
    case 'promise':
      return { title: promisesTitle(told, reminders), text: null, words: null }
    case 'morning':
      return morningSentences(told, reminders)
    case 'closing':
      return { title: say('note.closing', { n: countOf(told) }, language), text: list(), words: null }
    case 'bundle':
      return { title: say('note.bundle', { n }, language), text: list(), words: null }
    case 'away':
      return { title: say('note.away', { n }, language), text: list(), words: null }
    default:
      return assertNever(plan.kind)
  }
}

/** What a note says where names and words are hidden: how many there are. */
export const hiddenSentences = ({ kind, told }: NotePlan, records: Told, language: Language): Sentences => ({
  title: say(
    'note.hidden',
    { n: kind === 'morning' || kind === 'closing' ? countOf(records) : told.length },
    language,
  ),
  text: null,
  words: null,
})

function waitSentences({ waits: [wait] }: Told, { facts, now, language }: Reminders): Sentences {
  if (wait === undefined) return { title: say('note.hidden', { n: 1 }, language), text: null, words: null }
  const state = clockState(wait, calendarOfClient(facts, wait), now)
  const words = questions(wait.text)[0] ?? firstSentence(wait.text)
  return {
    title: waitTitle(nameOfWaiting(wait), wait.ackMinutes, state.leftMinutes, language),
    text: null,
    words: words === null ? null : say('note.words', { words: shortened(words) }, language),
  }
}

function promisesTitle({ promises: [promise] }: Told, { facts, now, language }: Reminders): string {
  if (promise === undefined) return say('note.hidden', { n: 1 }, language)
  return promiseTitle(promise, dueAt(promise, facts.calendar), facts.calendar.zone, now, language)
}

/** "2 promises are due today": those of today, then what is overdue. */
function morningSentences(told: Told, reminders: Reminders): Sentences {
  const { facts, now, language } = reminders
  const isLate = (promise: PromiseTold) => dueAt(promise, facts.calendar) < now
  const due = told.promises.filter((promise) => !isLate(promise))
  const late: Told = { waits: told.waits, promises: told.promises.filter(isLate) }
  const today = thingsInWords({ waits: [], promises: due }, reminders)
  const overdue = thingsInWords(late, reminders)
  const sentences = [
    ...(today === '' ? [] : [asSentence(today, language)]),
    ...(overdue === '' ? [] : [say('note.morning.overdue', { list: overdue }, language)]),
  ]
  return { title: morningTitle(due.length, countOf(late), language), text: sentences.join(' '), words: null }
}

const morningTitle = (due: number, late: number, language: Language): string =>
  due > 0 ? say('note.morning.due', { n: due }, language) : say('note.morning.late', { n: late }, language)

/** A note has room for two lines. */
const mostLetters = 140

const shortened = (words: string): string =>
  words.length <= mostLetters ? words : `${words.slice(0, mostLetters - 1).trimEnd()}…`
