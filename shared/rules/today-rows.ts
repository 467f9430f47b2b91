import type { Calendar } from '../domain/calendar'
import { rowNameOf } from '../domain/client'
import { calledOf } from '../domain/person'
import type { DoneRow } from '../domain/done-today'
import type { ExtraRow, PromiseDueRow, WaitingRow } from '../domain/today'
import type { DoneFacts, ExtraFacts, PromiseFacts, WaitingFacts } from '../domain/today-facts'
import { withoutArticle } from '../lib/noun'
import { day as dayLength, dayOf, daysBetween, instantOf, type Day, type Instant } from '../lib/time'
import { eventDaysOf, eventLineOf, type Events } from './event-line'
import { forEventWeek, touchesEventWeek } from './event-week'
import { openSpansBetween } from './open-spans'
import { stateOf } from './promise-due'
import { waitingText } from './waiting-row'

/** What every row is decided with. `calendar` is the business's own, with everybody's event days. */
export type DayView = {
  readonly calendar: Calendar
  readonly events: Events
  readonly today: Day
  readonly now: Instant
}

/** A waiting row before its due time is explained in words, which takes the client's own calendar. */
export type WaitingDecided = Omit<WaitingRow, 'explanation'> & {
  readonly wait: WaitingFacts
  readonly calendarOfClient: Calendar
}

/** An event this near puts a client before others who have as little time left. */
const nearDays = 7

/** Who waits: late ones first, then those whose event is at most seven days away, then by the time left. */
export function waitingRows(facts: readonly WaitingFacts[], view: DayView): readonly WaitingDecided[] {
  const rank = (wait: WaitingFacts): number =>
    wait.ackDueAt < view.now ? 0 : isEventNear(wait, view) ? 1 : 2
  return facts
    .toSorted((a, b) => rank(a) - rank(b) || a.ackDueAt - b.ackDueAt || a.waitId - b.waitId)
    .map((wait) => waitingRow(wait, view))
}

function isEventNear({ clientId }: WaitingFacts, { events, today }: DayView): boolean {
  const days = eventDaysOf(events, clientId).map((eventOn) => daysBetween(today, eventOn))
  return days.some((away) => away >= 0 && away <= nearDays)
}

function waitingRow(wait: WaitingFacts, view: DayView): WaitingDecided {
  const calendarOfClient = calendarOf(wait, view)
  const clientName = rowNameOf(wait)
  return {
    waitId: wait.waitId,
    conversationId: wait.conversationId,
    personId: wait.personId,
    waitingSince: wait.waitingSince,
    ackMinutes: wait.ackMinutes,
    clientId: wait.clientId,
    clientName,
    channel: wait.channel,
    dueAt: wait.ackDueAt,
    name: wait.personName ?? clientName,
    event: eventLineOf(view.events, wait, view.today),
    ...waitingText(wait.subject, wait.text),
    answerPromisedOn: wait.answerPromisedOn,
    ownCalendar: ownSpans(wait, calendarOfClient, view),
    wait,
    calendarOfClient,
  }
}

/** The client's own open time from the start of the clock to a day ahead, where it may be another than everybody's. */
function ownSpans(
  wait: WaitingFacts,
  calendarOfClient: Calendar,
  { calendar, now }: DayView,
): WaitingRow['ownCalendar'] {
  if (calendarOfClient === calendar) return null
  return openSpansBetween(calendarOfClient, wait.waitingSince, endOf(wait, now))
}

/** The client's own calendar where the time shown touches the week of an event of theirs. */
function calendarOf(wait: WaitingFacts, { calendar, events, now }: DayView): Calendar {
  const from = dayOf(wait.waitingSince, calendar.zone)
  const until = dayOf(endOf(wait, now), calendar.zone)
  const near = eventDaysOf(events, wait.clientId).filter((eventOn) => touchesEventWeek(eventOn, from, until))
  return near.length === 0 ? calendar : forEventWeek(calendar, near)
}

const endOf = ({ ackDueAt }: WaitingFacts, now: Instant): Instant => Math.max(ackDueAt, now + dayLength)

/** Promises whose own day has come, by when they are due. */
export function promiseRows(facts: readonly PromiseFacts[], view: DayView): readonly PromiseDueRow[] {
  return facts
    .map((promise) => promiseRow(promise, view))
    .toSorted((a, b) => a.dueAt - b.dueAt || a.promiseId - b.promiseId)
}

function promiseRow(facts: PromiseFacts, view: DayView): PromiseDueRow {
  const { name, shortName, projectId, saidToName, saidToCalled, ...promise } = facts
  const { dueAt, state } = stateOf(promise, view.calendar, view.now)
  return {
    ...promise,
    dueAt,
    state,
    clientName: rowNameOf({ name, shortName }),
    event: eventLineOf(view.events, { clientId: promise.clientId, projectId }, view.today),
    saidToName: saidToName === null ? null : calledOf({ name: saidToName, called: saidToCalled }),
  }
}

/** Extras to give, as they come. */
export const extraRows = (facts: readonly ExtraFacts[], view: DayView): readonly ExtraRow[] =>
  facts.map(({ name, shortName, projectId, ...extra }) => ({
    ...extra,
    clientName: rowNameOf({ name, shortName }),
    event: eventLineOf(view.events, { clientId: extra.clientId, projectId }, view.today),
  }))

/** What was done today, in its order. An extra of which only the day is known counts as given when it began. */
export function doneRows(facts: readonly DoneFacts[], { today, calendar }: DayView): readonly DoneRow[] {
  const midnight = instantOf(today, '00:00', calendar.zone)
  return facts.map(({ kind, id, at, clientId, personName, what, ...client }) => ({
    kind,
    id,
    clientId,
    at: at ?? midnight,
    name: personName ?? rowNameOf(client),
    what: what === null || kind !== 'promise-kept' ? what : withoutArticle(what),
  }))
}
