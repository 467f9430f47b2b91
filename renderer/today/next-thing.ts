import type { ClientId } from '../../shared/domain/ids'
import type { Today } from '../../shared/domain/today'
import { daysBetween, type Day } from '../../shared/lib/time'
import { dayShort, weekdayLong } from '../../shared/words/format'
import { say, sayParts, type Language, type SaidPart } from '../../shared/words/say'

/** What comes next on a clear day: an update that is drafted already, or a client something is promised to. */
export type NextThing = {
  readonly kind: 'ready-update' | 'client'
  readonly clientId: ClientId
  readonly parts: readonly SaidPart[]
}

/** The first thing owed in the days ahead, in words; null where there is none in the next seven days. */
export function nextThing(today: Today, language: Language = 'en'): NextThing | null {
  const ahead = today.comingUp.flatMap(({ day, items }) => items.map((item) => ({ day, item })))
  const first = ahead.find(({ item }) => item.kind === 'promise' || item.kind === 'update')
  if (!first) return null
  const when = whenInWords(first.day, today.day, language)
  const { item } = first
  const { clientId } = item
  if (item.kind === 'update') {
    const ready = today.updates.find(({ projectId }) => projectId === item.projectId)
    const key = ready ? 'today.context.nextUpdateReady' : 'today.context.nextUpdate'
    const name = ready?.clientName ?? item.clientName
    return {
      kind: ready ? 'ready-update' : 'client',
      clientId,
      parts: sayParts(key, { name, when }, language),
    }
  }
  const isAnswer = item.kind === 'promise' && item.isAnswer
  const key = isAnswer ? 'today.context.nextAnswer' : 'today.context.nextPromise'
  const what = 'what' in item ? lowerFirst(item.what) : ''
  const parts = sayParts(key, { name: item.clientName, when, what }, language)
  return { kind: 'client', clientId, parts }
}

/** 'tomorrow', 'on Thursday' within six days, 'on Thu 3 Dec' after. */
function whenInWords(day: Day, today: Day, language: Language): string {
  const days = daysBetween(today, day)
  if (days <= 1) return say('day.in', { n: days }, language)
  const name = days <= 6 ? weekdayLong(day, language) : dayShort(day, language)
  return say('today.context.onDay', { day: name }, language)
}

/** A title inside a sentence begins small, unless it is an abbreviation. */
const lowerFirst = (text: string): string =>
  /^\p{Lu}\p{Ll}/u.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text
