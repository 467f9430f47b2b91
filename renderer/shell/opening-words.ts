import { minute, type Instant, type Zone } from '../../shared/lib/time'
import type { Today } from '../../shared/domain/today'
import { timeAt, workingLength } from '../../shared/words/format'
import { say, type Language } from '../../shared/words/say'

/** How much of the working day is gone, and what is said of it. `share` is 0 to 1. */
export type OpeningWords = { readonly title: string; readonly text: string; readonly share: number }

/** The working day at the foot of the sidebar: 'Open until 17:30', '6 h 50 m left today'. */
export function openingWords(
  opening: Today['opening'],
  zone: Zone,
  now: Instant,
  language: Language = 'en',
): OpeningWords {
  const rest = say('shell.hours.clocksRest', {}, language)
  if (opening === null) return { title: say('shell.hours.dayOff', {}, language), text: rest, share: 0 }
  const { opensAt, closesAt } = opening
  const length = (from: Instant, to: Instant) => workingLength(Math.ceil((to - from) / minute), language)
  if (now >= closesAt) return { title: say('shell.hours.closed', {}, language), text: rest, share: 1 }
  if (now < opensAt)
    return {
      title: say('shell.hours.opensAt', { time: timeAt(opensAt, zone) }, language),
      text: say('shell.hours.toCome', { length: length(opensAt, closesAt) }, language),
      share: 0,
    }
  return {
    title: say('shell.hours.openUntil', { time: timeAt(closesAt, zone) }, language),
    text: say('shell.hours.left', { length: length(now, closesAt) }, language),
    share: (now - opensAt) / (closesAt - opensAt),
  }
}
