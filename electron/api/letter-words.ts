import type { ClientPromise, DueDay } from '../../shared/domain/promise'
import { addDays, daysBetween, type Day, type TimeOfDay } from '../../shared/lib/time'
import { capitalised, dayFull, dayLong, timeInWords } from '../../shared/words/format'
import { say, type Language } from '../../shared/words/say'

/** A day this far ahead is named with its year. */
const farDays = 300

/** 'Thursday 26 November', with the year where it is far. */
export const dayInLetter = (day: Day, today: Day, language: Language): string =>
  Math.abs(daysBetween(today, day)) > farDays ? dayFull(day, language) : dayLong(day, language)

/** 'Thursday 26 November', 'one o’clock on Thursday 26 November': a told day in a letter that may be read late. */
export function whenInLetter({ dueOn, dueTime }: DueDay, today: Day, language: Language): string {
  const day = dayInLetter(dueOn, today, language)
  return dueTime === null
    ? day
    : say('letter.when.timeOnDay', { time: clock(dueTime, language), day }, language)
}

/** 'one o’clock today', 'the end of today', 'tomorrow', otherwise the day: a told day as they remember it. */
export const oldDayInLetter = (due: DueDay, today: Day, language: Language): string =>
  nearDay(due, today, language) ?? whenInLetter(due, today, language)

/** 'one o’clock tomorrow, Wednesday 25 November': a new day, which must stay clear when it is read late. */
export function newDayInLetter(due: DueDay, today: Day, language: Language): string {
  const tomorrow = nearDay(due, today, language)
  const day = dayInLetter(due.dueOn, today, language)
  return tomorrow === null
    ? whenInLetter(due, today, language)
    : say('letter.when.tomorrowOnDay', { tomorrow, day }, language)
}

/**
 * 'Rain plan for the barn', 'The revised budget': a promise as a thing; null where it is known as a task only. What
 * the user knows as 'Full answer to Tom' is, to Tom, the answer to his question.
 */
export function thingOf(
  { what, asNoun }: Pick<ClientPromise, 'what' | 'asNoun'>,
  language: Language,
): string | null {
  if (asNoun === null) return null
  if (asNoun === say('letter.answer.noun', {}, language)) return say('letter.answer.told', {}, language)
  return bare(what).startsWith(bare(asNoun)) ? capitalised(what) : capitalised(asNoun)
}

/** 'confirm coach times with both families': what was said one would do, in running text. */
export const taskInText = ({ what }: Pick<ClientPromise, 'what'>): string =>
  /^\p{Lu}\p{Ll}/u.test(what) ? what.charAt(0).toLowerCase() + what.slice(1) : what

/** A sentence's end is the template's to write. */
export const withoutEnd = (text: string): string => text.trim().replace(/[\s.!;,]+$/, '')

const bare = (text: string): string => text.toLowerCase().replace(/^(the|an?) /, '')

const clock = (time: TimeOfDay, language: Language): string => timeInWords(time, language)

function nearDay({ dueOn, dueTime }: DueDay, today: Day, language: Language): string | null {
  if (dueOn === today)
    return dueTime === null
      ? say('letter.when.today', {}, language)
      : say('letter.when.timeToday', { time: clock(dueTime, language) }, language)
  if (dueOn !== addDays(today, 1)) return null
  return dueTime === null
    ? say('letter.when.tomorrow', {}, language)
    : say('letter.when.timeTomorrow', { time: clock(dueTime, language) }, language)
}
