import type { Calendar } from '../../shared/domain/calendar'
import type { Explained, WaitingClock } from '../../shared/domain/today'
import type { Wait } from '../../shared/domain/wait'
import { daysBetween, dayOf, type Instant, type Zone } from '../../shared/lib/time'
import { explainDue, type Skipped } from '../../shared/rules/explain-due'
import { dayShort, effort, joinNames, timeAt, weekdayShort } from '../../shared/words/format'
import { say, sayAny, type Language } from '../../shared/words/say'

type Due = Pick<Wait, 'waitingSince' | 'ackDueAt' | 'because'>

/**
 * How the due time of a wait came about, in words: "arrived Fri 17:00, 30 min counted, weekend skipped, due Mon
 * 12:30". `calendar` is the client's own, with the Saturdays of their event weeks.
 */
export function explained(wait: Due, calendar: Calendar, language: Language = 'en'): Explained {
  const { arrivedAt, countedMinutes, skipped, dueAt } = explainDue(calendar, wait.waitingSince, wait.ackDueAt)
  const isNear = daysBetween(dayOf(arrivedAt, calendar.zone), dayOf(dueAt, calendar.zone)) < 7
  const moment = (at: Instant) => momentOf(at, calendar.zone, isNear, language)
  const key = `clock.explained.${wait.because}`
  const values = {
    arrived: moment(arrivedAt),
    minutes: countedMinutes,
    counted: effort(countedMinutes, language),
    gaps: skipped.length,
    skipped: joinNames(
      skipped.map((each) => skippedInWords(each, language)),
      language,
    ),
    due: moment(dueAt),
  }
  return { key, values, text: sayAny(key, values, language) }
}

/** The clock of an open wait as screens show it; `calendar` is the client's own. */
export const waitingClock = (wait: Wait, calendar: Calendar, language: Language = 'en'): WaitingClock => ({
  waitId: wait.id,
  conversationId: wait.conversationId,
  personId: wait.personId,
  waitingSince: wait.waitingSince,
  ackMinutes: wait.ackMinutes,
  dueAt: wait.ackDueAt,
  explanation: explained(wait, calendar, language),
})

/** A weekday says which day is meant within a week; further apart the date is needed. */
function momentOf(at: Instant, zone: Zone, isNear: boolean, language: Language): string {
  const on = dayOf(at, zone)
  const weekday = isNear ? weekdayShort(on, language) : dayShort(on, language)
  return say('moment.weekdayAndTime', { weekday, time: timeAt(at, zone) }, language)
}

function skippedInWords(skipped: Skipped, language: Language): string {
  if (!('day' in skipped)) return say(`clock.skipped.${skipped.kind}`, {}, language)
  const { kind, day, untilDay } = skipped
  const isOne = day === untilDay ? 'yes' : 'no'
  const values = { day: weekdayShort(day, language), until: weekdayShort(untilDay, language), isOne }
  return say(`clock.skipped.${kind}`, values, language)
}
