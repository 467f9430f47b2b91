import type { ComingDay } from '../../shared/domain/coming-up'
import type { DayLoad } from '../../shared/domain/day-load'
import { addDays, type Day, type TimeOfDay } from '../../shared/lib/time'
import { dayShort, relativeDay, timeShort } from '../../shared/words/format'
import { say, type Language } from '../../shared/words/say'

/** A day a promise can be moved to, as the panel offers it. */
export type OfferedDay = {
  readonly on: Day
  readonly time: TimeOfDay | null
  readonly label: string
  readonly hint: string
}

/** So many days are offered at once; any other is a date field away. */
const offered = 3

/** The first days that are not full. The nearest keeps the time that was said, later ones take the whole day. */
export function offeredDays(
  days: readonly DayLoad[],
  { today, dueTime, comingUp, language }: MoveSetting,
): readonly OfferedDay[] {
  return days
    .filter(({ why }) => why === null)
    .slice(0, offered)
    .map((load, place) => {
      const time = place === 0 ? dueTime : null
      return {
        on: load.day,
        time,
        label: labelOf(load.day, time, today, language),
        hint: hintOf(load, comingUp, language),
      }
    })
}

export type MoveSetting = {
  readonly today: Day
  readonly dueTime: TimeOfDay | null
  readonly comingUp: readonly ComingDay[]
  readonly language: Language
}

function labelOf(on: Day, time: TimeOfDay | null, today: Day, language: Language): string {
  const day = on === addDays(today, 1) ? relativeDay(on, today, language) : dayShort(on, language)
  return time === null ? day : say('move.dayBy', { day, time: timeShort(time) }, language)
}

/** What the day holds: other promises, only other things, or nothing. */
function hintOf({ day, promises }: DayLoad, comingUp: readonly ComingDay[], language: Language): string {
  if (promises > 0) return say('move.others', { n: promises }, language)
  const hasThings = comingUp.some((coming) => coming.day === day && coming.items.length > 0)
  return say(hasThings ? 'move.lightDay' : 'move.nothing', {}, language)
}
