import type { PromiseTold, WaitTold } from '../../db/notes'
import { shortNameOf } from '../../shared/domain/client'
import { calledOf } from '../../shared/domain/person'
import { nounOf, nounTitleOf } from '../../shared/domain/promise'
import { inSentence, isSeveral, withoutArticle } from '../../shared/lib/noun'
import { dayOf, timeOf, type Instant, type Zone } from '../../shared/lib/time'
import { awayAfter } from '../../shared/rules/nudges'
import { capitalised, dayShort, numberInWords, timeShort } from '../../shared/words/format'
import { say, type Language } from '../../shared/words/say'
import type { Told } from './note-sentences'

/** Who waits: the person by the name they go by, else the client. */
export const nameOfWaiting = ({ personName, personCalled, ...client }: WaitTold): string =>
  personName === null ? clientOf(client) : calledOf({ name: personName, called: personCalled })

const clientOf = ({ clientName, shortName }: Pick<WaitTold, 'clientName' | 'shortName'>): string =>
  shortNameOf({ name: clientName, shortName })

/** 'Imogen has 30 minutes left of your four hours', or how long she has waited; `left` is below zero once late. */
export function waitTitle(name: string, ackMinutes: number, left: number, language: Language): string {
  const standard = standardInWords(ackMinutes, language)
  const length = lengthInWords(Math.abs(left), language)
  if (left > 0) return say('note.wait.left', { name, length, standard }, language)
  if (left >= -1) return say('note.wait.due', { name, standard }, language)
  return say('note.wait.over', { name, length, standard }, language)
}

/** 'your four hours', 'your hour', 'your 45 minutes'. */
export function standardInWords(minutes: number, language: Language): string {
  const hours = minutes / 60
  if (minutes === 0 || !Number.isInteger(hours))
    return say('note.standard.length', { length: lengthInWords(minutes, language) }, language)
  return say('note.standard', { hours, words: numberInWords(hours, language) }, language)
}

/** '1 hour 15 minutes'. */
export function lengthInWords(minutes: number, language: Language): string {
  const [h, m] = [Math.floor(minutes / 60), minutes % 60]
  const values = { h, m: h === 0 && m === 0 ? 1 : m, isBoth: h > 0 && m > 0 ? 'yes' : 'no' }
  return say('note.length', values, language)
}

/** 'Revised budget for Grace & Liam is due now', or when it was. */
export function promiseTitle(
  promise: PromiseTold,
  dueAt: Instant,
  zone: Zone,
  now: Instant,
  language: Language,
): string {
  const thing = nounTitleOf(promise)
  const values = { thing, client: clientOf(promise), isSeveral: isSeveral(thing) ? 'yes' : 'no' }
  if (now - dueAt <= awayAfter) return say('note.promise.due', values, language)
  return say('note.promise.late', { ...values, when: whenDue(dueAt, zone, now, language) }, language)
}

function whenDue(dueAt: Instant, zone: Zone, now: Instant, language: Language): string {
  const on = dayOf(dueAt, zone)
  return on === dayOf(now, zone)
    ? say('note.promise.at', { time: timeShort(timeOf(dueAt, zone)) }, language)
    : say('note.promise.on', { day: dayShort(on, language) }, language)
}

/** A list has so many things before it counts the rest. */
const mostListed = 3

/**
 * 'revised budget for Grace & Liam by 13:00, and coach times for Sofia & Ben': things as running text lists them, who
 * waits first; '' where there are none.
 */
export function thingsInWords(
  { waits, promises }: Told,
  { language }: { readonly language: Language },
): string {
  const answers = waits.map((wait) => say('note.line.wait', { name: nameOfWaiting(wait) }, language))
  const lines = [...answers, ...promises.map((promise) => promiseLine(promise, language))]
  const listed = lines.slice(0, lines.length > mostListed ? mostListed : lines.length)
  const more = lines.length - listed.length
  const all = more === 0 ? listed : [...listed, say('note.list.more', { n: more }, language)]
  const [last = ''] = all.slice(-1)
  if (all.length < 2) return last
  return say('note.list.and', { list: all.slice(0, -1).join(', '), last }, language)
}

function promiseLine(promise: PromiseTold, language: Language): string {
  return say(
    'note.line.promise',
    {
      thing: withoutArticle(inSentence(nounOf(promise))),
      client: clientOf(promise),
      hasTime: promise.dueTime === null ? 'no' : 'yes',
      time: promise.dueTime === null ? '' : timeShort(promise.dueTime),
    },
    language,
  )
}

/** A list as a sentence of its own. */
export const asSentence = (text: string, language: Language): string =>
  say('note.sentence', { text: capitalised(text) }, language)
