import type { Calendar } from '../domain/calendar'
import type { DayChoice, DayLoad } from '../domain/day-load'
import type { StandardDetails } from '../domain/standard'
import { addDays, dayOf, type Day, type Instant } from '../lib/time'
import { isWorkingDay, nextWorkingDay, previousWorkingDay } from './working-time'

/** How many open promises are told for each day; a day that is not there holds none. */
export type Loads = ReadonlyMap<Day, number>

/** What decides how much a day can take. `calendar` is the business's own, with everybody's event days. */
export type Capacity = {
  readonly calendar: Calendar
  readonly loads: Loads
  readonly standard: Pick<StandardDetails, 'promisesADay'>
  readonly today: Day
}

/** What a day holds, and whether it can take one more promise: none on a day off or an event day. */
export function loadOf(day: Day, { calendar, loads, standard }: Capacity): DayLoad {
  const promises = loads.get(day) ?? 0
  const closed = calendar.eventDays.includes(day)
    ? ('event-day' as const)
    : isWorkingDay(calendar, day)
      ? null
      : ('day-off' as const)
  const capacity = closed === null ? standard.promisesADay : 0
  const isFull = promises >= capacity
  return { day, promises, capacity, isFull, why: closed ?? (isFull ? 'full' : null) }
}

/**
 * The first working day after today that is not full; for a promise whose date moves, the first after its told day
 * too. Refuses E_CALENDAR_CLOSED.
 */
export function earliestSafeDay(capacity: Capacity, toldOn: Day = capacity.today): Day {
  const { calendar, today } = capacity
  return firstFreeDay(nextWorkingDay(calendar, toldOn > today ? toldOn : today), capacity)
}

/**
 * The day an acknowledgement proposes for the full answer: the answer's own due day or the earliest safe day,
 * whichever is later, and never a full one. Refuses E_CALENDAR_CLOSED.
 */
export function proposedAnswerDay(answerDueAt: Instant, capacity: Capacity): Day {
  // A day that closes at 24:00 ends on itself, not on the next.
  const answerOn = dayOf(answerDueAt - 1, capacity.calendar.zone)
  const earliest = earliestSafeDay(capacity)
  return answerOn <= earliest ? earliest : firstFreeDay(answerOn, capacity)
}

/**
 * `count` days with what each holds, and the earliest safe day. They begin on `from`, otherwise with the day after
 * today and, for a promise whose date moves, after its told day. Refuses E_CALENDAR_CLOSED.
 */
export function daysToChoose(
  { from, count, toldOn }: { readonly from: Day | null; readonly count: number; readonly toldOn: Day | null },
  capacity: Capacity,
): DayChoice {
  const { today } = capacity
  const last = toldOn !== null && toldOn > today ? toldOn : today
  const first = from ?? addDays(last, 1)
  const days = Array.from({ length: count }, (_, n) => loadOf(addDays(first, n), capacity))
  return { earliest: earliestSafeDay(capacity, last), days }
}

/** The user's own day for a promise: the working day before the told day, no event's, and never before today. */
export function ownDayFor(dueOn: Day, today: Day, calendar: Calendar): Day {
  if (dueOn <= today) return dueOn
  let day = previousWorkingDay(calendar, dueOn)
  while (day > today && calendar.eventDays.includes(day)) day = previousWorkingDay(calendar, day)
  return day < today ? today : day
}

function firstFreeDay(from: Day, capacity: Capacity): Day {
  let day = from
  while (loadOf(day, capacity).isFull) day = nextWorkingDay(capacity.calendar, day)
  return day
}
