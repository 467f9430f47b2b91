import type { TimelineEntry } from '../../shared/api/clients'
import { assertNever } from '../../shared/lib/assert'
import { saidSentences } from '../../shared/lib/text'
import { capitalised, effort, money } from '../../shared/words/format'
import { isWordKey, say, sayAny, type Language } from '../../shared/words/say'
import { plain, type EntryWords, type WordSetting } from './entry-words'
import { keptInWords, madeInWords, movedInWords, titleOf } from './timeline-promises'

type Message = Extract<TimelineEntry, { kind: 'message' }>
type Given = Extract<TimelineEntry, { kind: 'extra' }>

/** Says an entry as the timeline shows it. */
export function entryInWords(entry: TimelineEntry, setting: WordSetting): EntryWords {
  const { language } = setting
  switch (entry.kind) {
    case 'message':
      return messageInWords(entry, language)
    case 'promise-made':
      return madeInWords(entry, language)
    case 'promise-kept':
      return { ...plain, did: keptInWords(entry, language), about: titleOf(entry) }
    case 'promise-broken':
      return { ...plain, did: say('timeline.broken', {}, language), about: titleOf(entry) }
    case 'promise-withdrawn':
      return { ...plain, did: say('timeline.withdrawn', {}, language), about: titleOf(entry) }
    case 'promise-moved':
      return movedInWords(entry, setting)
    case 'update':
      return { ...plain, did: say('timeline.update', {}, language), about: topicsOf(entry.topics, language) }
    case 'extra':
      return givenInWords(entry, setting)
    default:
      return assertNever(entry)
  }
}

function messageInWords(message: Message, language: Language): EntryWords {
  const { subject, minutes, direction, letterState } = message
  const length = minutes === null ? null : say('timeline.minutes', { n: minutes }, language)
  const about = length ?? subject ?? ''
  const state = letterState === null ? '' : `timeline.letter.${letterState}`
  return {
    ...plain,
    did: whoDid(message, language),
    about,
    second: isWordKey(state) ? sayAny(state, {}, language) : shownSentence(message, about),
    isTheirWords: direction === 'inbound',
  }
}

/** The first thing said that does not stand in the line already; of our own letters, what they were about. */
function shownSentence({ text, gist, direction }: Message, about: string): string | null {
  if (direction === 'outbound' && gist) return capitalised(gist)
  return saidSentences(text).find((sentence) => sentence !== about) ?? null
}

function whoDid({ direction, channel, who }: Message, language: Language): string {
  if (direction === 'internal' || channel === 'note') return say('timeline.note', {}, language)
  if (direction === 'inbound') {
    const nobody = channel === 'meeting' ? 'timeline.them' : 'timeline.they'
    return say(`timeline.inbound.${channel}`, { who: who ?? say(nobody, {}, language) }, language)
  }
  return say(`timeline.outbound.${channel}`, { isTo: who === null ? 'no' : 'yes', who: who ?? '' }, language)
}

const topicsOf = (topics: string | null, language: Language): string =>
  topics === null ? '' : say('timeline.update.topics', { topics }, language)

function givenInWords({ what, costMinor, minutes }: Given, { currency, language }: WordSetting): EntryWords {
  const cost = costMinor === null ? null : money(costMinor, currency, language)
  const length = minutes === null ? null : effort(minutes, language)
  return { ...plain, did: say('timeline.extra', {}, language), about: what, end: cost ?? length }
}
