import type { TimelineEntry } from '../../shared/api/clients'
import { nounTitleOf } from '../../shared/domain/promise'
import { daysBetween, dayOf } from '../../shared/lib/time'
import { capitalised, dayShort, numberInWords, timeShort } from '../../shared/words/format'
import { say, type Language } from '../../shared/words/say'
import { plain, type EntryWords, type WordSetting } from './entry-words'

type Promised = Extract<
  TimelineEntry,
  { kind: 'promise-made' | 'promise-kept' | 'promise-broken' | 'promise-withdrawn' }
>
type Moved = Extract<TimelineEntry, { kind: 'promise-moved' }>

/** 'You promised three florists to choose from, by Thu 26 Nov', and where it was said. */
export function madeInWords(promise: Promised, language: Language): EntryWords {
  const { what, noun, letterSubject, saidChannel } = promise
  const values = { what: lowerFirst(what), day: dayAndTime(promise, language) }
  const where = letterSubject
    ? say('timeline.promised.letter', { subject: letterSubject }, language)
    : sayChannel(saidChannel, language)
  return {
    ...plain,
    did: say('timeline.promised', {}, language),
    about: say(`timeline.promised.${kindOfWords(what, noun)}`, values, language),
    second: where,
  }
}

/** Whether the words of a promise name a thing ("the rain plan") or a task ("send the budget"), as far as is known. */
function kindOfWords(what: string, noun: string | null): 'thing' | 'task' | 'other' {
  if (noun === null) return 'other'
  const thing = noun.replace(/^(the|an?) /i, '').toLowerCase()
  return what
    .toLowerCase()
    .replace(/^(the|an?) /, '')
    .startsWith(thing)
    ? 'thing'
    : 'task'
}

const sayChannel = (channel: Promised['saidChannel'], language: Language): string | null =>
  channel === 'note' ? null : say(`timeline.promised.${channel}`, {}, language)

/** 'Promise kept, a day early'. */
export function keptInWords({ daysEarly }: Promised, language: Language): string {
  const days = daysEarly ?? 0
  return days < 0
    ? say('timeline.keptLate', { days: -days }, language)
    : say('timeline.kept', { days }, language)
}

/** 'Date moved, before it was due', from when to when, and what they answered. */
export function movedInWords(move: Moved, { zone, language }: WordSetting): EntryWords {
  const days = daysBetween(dayOf(move.at, zone), move.fromOn)
  const from = dayShort(move.fromOn, language)
  const to = dayShort(move.toOn, language)
  const told = move.isBeforeDue ? 'timeline.moved.told' : 'timeline.moved.toldLate'
  const ahead = Math.abs(days)
  const reply =
    move.replyText &&
    move.replyWho &&
    say('timeline.moved.reply', { who: move.replyWho, text: move.replyText }, language)
  const second = [say(told, { days: ahead, words: numberInWords(ahead, language) }, language), reply]
  return {
    ...plain,
    did: say(move.isBeforeDue ? 'timeline.movedBefore' : 'timeline.movedAfter', {}, language),
    about: say('timeline.moved.what', { what: titleOf(move), from, to }, language),
    second: second.filter(Boolean).join(' '),
  }
}

function dayAndTime({ dueOn, dueTime }: Promised, language: Language): string {
  const day = dayShort(dueOn, language)
  return dueTime === null ? day : say('moment.dayAndTime', { day, time: timeShort(dueTime) }, language)
}

/** A promise as the title of a line: its own words where they name a thing, else the thing they are about. */
export const titleOf = ({ what, noun }: { readonly what: string; readonly noun: string | null }): string =>
  kindOfWords(what, noun) === 'task' ? nounTitleOf({ what, asNoun: noun }) : capitalised(what)

/** A title inside a sentence begins small, unless it is an abbreviation or a name of one letter. */
const lowerFirst = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
