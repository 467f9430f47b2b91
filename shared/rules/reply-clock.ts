import type { Calendar } from '../domain/calendar'
import type { Stage } from '../domain/client'
import type { ReplyTargets } from '../domain/reply-targets'
import type { Wait } from '../domain/wait'
import { addDays, dayOf, type Day, type Instant } from '../lib/time'
import { forEventWeek, isEventWeek } from './event-week'
import {
  addWorkingDays,
  addWorkingTime,
  closingOf,
  endOfWorkingDays,
  nextWorkingDay,
  workingMinutesBetween,
} from './working-time'

/** What a wait begins with. `eventDays` are the days of this client's events. */
export type Arrival = {
  readonly targets: ReplyTargets
  readonly stage: Stage
  readonly eventDays: readonly Day[]
  readonly calendar: Calendar
  readonly arrivedAt: Instant
}

/** The clocks of a wait as it begins. */
export type StartedWait = Pick<
  Wait,
  'waitingSince' | 'ackMinutes' | 'ackDueAt' | 'answerDays' | 'answerDueAt' | 'because' | 'calendarVersion'
>

/**
 * Starts both clocks at the first unanswered message. The targets are those of the day on which it arrived;
 * in the event week they are never slower than otherwise. Refuses E_CALENDAR_CLOSED.
 */
export function startWait({ targets, stage, eventDays, calendar, arrivedAt }: Arrival): StartedWait {
  const usual = stage === 'lead' ? inquiryTargets(targets) : usualTargets(targets)
  const isNear = isEventWeek(eventDays, dayOf(arrivedAt, calendar.zone))
  const { ackMinutes, answerDays, because } = isNear ? eventWeekTargets(targets, usual) : usual
  const ownCalendar = forEventWeek(calendar, eventDays)
  return {
    waitingSince: arrivedAt,
    ackMinutes,
    ackDueAt: addWorkingTime(ownCalendar, arrivedAt, ackMinutes),
    answerDays,
    answerDueAt: endOfWorkingDays(ownCalendar, arrivedAt, answerDays),
    because,
    calendarVersion: calendar.version,
  }
}

/**
 * The wait after a change of the calendar or of the client's event days. Its targets stay, and so does all time
 * up to now, as it was counted then; only what is left is laid out anew. Due times that have passed and waits
 * that have ended stay as they are. Both calendars are this client's own, see forEventWeek. Refuses E_CALENDAR_CLOSED.
 */
export function recountWait(wait: Wait, before: Calendar, after: Calendar, now: Instant): Wait {
  if (wait.endedAt !== null) return wait
  const from = Math.max(now, wait.waitingSince)
  const ackDueAt = moveDueTime(wait.ackDueAt, before, after, from)
  const answerDueAt = moveClosing(wait.answerDueAt, before, after, from)
  return { ...wait, ackDueAt, answerDueAt, calendarVersion: after.version }
}

type Targets = Pick<Wait, 'ackMinutes' | 'answerDays' | 'because'>

const usualTargets = ({ ackMinutes, answerDays }: ReplyTargets): Targets => ({
  ackMinutes,
  answerDays,
  because: 'usual',
})

const inquiryTargets = ({ inquiryAckMinutes, inquiryAnswerDays }: ReplyTargets): Targets => ({
  ackMinutes: inquiryAckMinutes,
  answerDays: inquiryAnswerDays,
  because: 'inquiry',
})

const eventWeekTargets = (
  { eventWeekAckMinutes, eventWeekAnswerDays }: ReplyTargets,
  usual: Targets,
): Targets => ({
  ackMinutes: Math.min(eventWeekAckMinutes, usual.ackMinutes),
  answerDays: Math.min(eventWeekAnswerDays, usual.answerDays),
  because: 'event-week',
})

function moveDueTime(dueAt: Instant, before: Calendar, after: Calendar, from: Instant): Instant {
  const left = workingMinutesBetween(before, from, dueAt)
  return left === 0 ? dueAt : addWorkingTime(after, from, left)
}

/** Working days are counted by the closing times that still lie ahead. */
function moveClosing(dueAt: Instant, before: Calendar, after: Calendar, from: Instant): Instant {
  const left = countClosings(before, from, dueAt)
  return left === 0 ? dueAt : closingAhead(after, from, left)
}

function countClosings(calendar: Calendar, from: Instant, to: Instant): number {
  const last = dayOf(to, calendar.zone)
  let count = 0
  for (let on = addDays(dayOf(from, calendar.zone), -1); on <= last; on = addDays(on, 1)) {
    const closesAt = closingOf(calendar, on) ?? from
    if (closesAt > from && closesAt <= to) count++
  }
  return count
}

function closingAhead(calendar: Calendar, from: Instant, number: number): Instant {
  let on = nextWorkingDay(calendar, addDays(dayOf(from, calendar.zone), -2))
  while ((closingOf(calendar, on) ?? from) <= from) on = nextWorkingDay(calendar, on)
  return closingOf(calendar, addWorkingDays(calendar, on, number - 1)) ?? from
}
