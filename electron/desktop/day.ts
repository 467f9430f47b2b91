import type { AsideRow, PromiseDueRow, Today, WaitingRow } from '../../shared/domain/today'
import { hrefOf } from '../../shared/domain/route'
import { dayOf, type Instant } from '../../shared/lib/time'
import { clockState } from '../../shared/rules/clock-state'
import { momentBrief, timeAt, workingLength } from '../../shared/words/format'
import { say } from '../../shared/words/say'

/** Somebody or something as the tray and the question at the end say it, and the place it leads to. */
export type DayLine = { readonly text: string; readonly place: string }

/** The day as it is told outside the window. `waiting` counts people: somebody with two conversations is one. */
export type DayInShort = {
  readonly waiting: number
  readonly promises: number
  /** What was put aside and still counts: everything but extras. */
  readonly aside: number
  /** '3 people waiting, 2 promises today, 1 put aside'. */
  readonly summary: string
  /** 'Sofia Marchetti — 2 h 05 m over', in the order of Today, one line a person. */
  readonly people: readonly DayLine[]
}

/** What the tray says of a day at a moment. */
export function dayInShort(today: Today, now: Instant): DayInShort {
  const rows = peopleOf(today.waiting)
  const promises = today.promises.filter(({ dueOn }) => dueOn <= today.day).length
  const aside = today.aside.filter(({ item }) => item !== 'extra').length
  const counts = { waiting: rows.length, promises, aside }
  const isClear = today.isAllClear && rows.length + promises + aside === 0
  const summary = isClear ? say('tray.clear') : say('tray.summary', counts)
  return { ...counts, summary, people: rows.map((row) => personLine(row, today, now)) }
}

/**
 * What falls due before the day ends and is still to come, and whoever waits and shows again by then: Kept does not
 * tell of it while it is closed.
 */
export function untoldToday(today: Today, now: Instant): readonly string[] {
  const aside = today.aside.filter(({ item }) => item === 'wait')
  const lines = [
    ...today.waiting.map((row) => ({ at: row.dueAt, text: waitLine(row, today) })),
    ...today.promises.map((row) => ({ at: row.dueAt, text: promiseLine(row, today) })),
    ...aside.map((row) => ({ at: row.shownAt, text: asideLine(row, today) })),
  ]
  return lines
    .filter(({ at }) => at > now && dayOf(at, today.zone) === today.day)
    .toSorted((a, b) => a.at - b.at)
    .map(({ text }) => text)
}

const peopleOf = (rows: readonly WaitingRow[]): readonly WaitingRow[] =>
  rows.filter((row, place) => rows.findIndex((other) => whoIs(other) === whoIs(row)) === place)

const whoIs = ({ personId, clientId }: WaitingRow): string => `${clientId} ${personId ?? ''}`

function personLine(row: WaitingRow, today: Today, now: Instant): DayLine {
  const wait = { ackMinutes: row.ackMinutes, ackDueAt: row.dueAt }
  const clock = clockState(wait, row.ownCalendar ?? today.calendar, now)
  const values = { name: row.name, length: workingLength(clock.leftMinutes) }
  return {
    text: clock.state === 'late' ? say('tray.over', values) : say('tray.left', values),
    place: hrefOf({ screen: 'today', row: `wait-${row.waitId}` }),
  }
}

const waitLine = (row: WaitingRow, { zone }: Today): string =>
  say('quit.wait', { name: row.name, when: timeAt(row.dueAt, zone) })

const promiseLine = (row: PromiseDueRow, { zone }: Today): string =>
  say('quit.promise', { what: row.what, name: row.clientName, when: timeAt(row.dueAt, zone) })

const asideLine = (row: AsideRow, { zone }: Today): string =>
  say('quit.aside', { name: row.name, when: timeAt(row.shownAt, zone) })

/** 'quiet until' as the tray says it: '13:00', 'Tue 9:00'. */
export const quietWords = (until: Instant, now: Instant, zone: string): string =>
  dayOf(until, zone) === dayOf(now, zone) ? timeAt(until, zone) : momentBrief(until, now, zone)
