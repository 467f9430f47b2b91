import type { DayChoice, DayLoad } from '../../shared/domain/day-load'
import type { Day } from '../../shared/lib/time'
import { say, type Language } from '../../shared/words/say'

/** So many days are offered at once; any other is a field away. */
const offered = 3

/** The days offered for a promise: the earliest safe one and the next that are not full. */
export const daysOffered = ({ earliest, days }: DayChoice): readonly DayLoad[] =>
  days.filter(({ day, why }) => why === null && day >= earliest).slice(0, offered)

/** What a day holds, or why it can take no more; null for a day too far off to be known. */
export function loadInWords(day: Day, { days }: DayChoice, language: Language = 'en'): string | null {
  const load = days.find((other) => other.day === day)
  if (!load) return null
  if (load.why !== null) return say(`days.full.${load.why}`, {}, language)
  return say('days.others', { n: load.promises }, language)
}
