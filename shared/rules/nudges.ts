import type { Nudge, NudgeKey, NudgeTiming, PendingNudge } from '../domain/nudge'
import { dayOf, minute, type Instant } from '../lib/time'
import { dayNotesAround, dayNotesOn, hasThings, type DayNote } from './nudges-day'
import { calendarOfClient, type NudgeFacts } from './nudges-facts'
import { nudgeOfPromise, nudgesOfWait } from './nudges-moments'

/** A nudge delivered within this time of its moment is in time, in ms. */
export const inTimeWithin = 30_000

/** One delivered later than this after its moment came while nobody was there, in ms. */
export const awayAfter = 2 * minute

/** What the kept nudges and now make of the facts. */
export type Pending = {
  /** Their moment has come and they were not delivered yet. */
  readonly deliver: readonly PendingNudge[]
  /** Delivered before their moment as it is now, and not seen: they are taken back, to be delivered then. */
  readonly rearm: readonly Nudge[]
  /** When the next one falls due; a moment that has gone by where one waits to be delivered. */
  readonly nextAt: Instant | null
}

/**
 * What deserves a reminder now. Each nudge is delivered once by its key, never before its moment; those that were
 * delivered ahead of it (by a wrong clock, or because the due time is now a later one) are armed again until seen.
 */
export function pendingNudges(facts: NudgeFacts, kept: readonly Nudge[], now: Instant): Pending {
  const items = nudgesOfItems(facts)
  const current = new Map(items.map((nudge) => [keyOf(nudge), nudge.dueAt]))
  const rearm = kept.filter((nudge) => isAhead(nudge, current.get(keyOf(nudge)), facts, now))
  const done = new Set(kept.filter((nudge) => !rearm.includes(nudge)).map(keyOf))
  const isOpen = (nudge: PendingNudge) => !done.has(keyOf(nudge))
  const notes = dayNotesAround(facts, now)
  const isToTell = (note: DayNote) => isOpen(nudgeOfDay(note)) && hasThings(facts, note)
  const notesDue = notes.filter((note) => note.dueAt <= now && isToTell(note))
  const open = [...items.filter(isOpen), ...notesDue.map(nudgeOfDay)]
  return {
    deliver: open.filter(({ dueAt }) => dueAt <= now).toSorted((a, b) => a.dueAt - b.dueAt),
    rearm,
    nextAt: nextOf(
      open,
      notes.filter(({ dueAt }) => dueAt > now),
      isToTell,
    ),
  }
}

/** Every nudge there is to the facts, those to come included. A note of the day with nothing to tell is none. */
export const nudgesOf = (facts: NudgeFacts, now: Instant): readonly PendingNudge[] => [
  ...nudgesOfItems(facts),
  ...dayNotesAround(facts, now)
    .filter((note) => hasThings(facts, note))
    .map(nudgeOfDay),
]

const nudgesOfItems = (facts: NudgeFacts): readonly PendingNudge[] => [
  ...facts.waits.flatMap((wait) => nudgesOfWait(wait, calendarOfClient(facts, wait))),
  ...facts.promises.map((promise) => nudgeOfPromise(promise, facts.calendar)),
]

const nudgeOfDay = ({ stage, on, dueAt }: DayNote): PendingNudge => ({
  item: 'day',
  itemId: 0,
  stage,
  occurrence: on,
  clientId: null,
  dueAt,
})

/** The earliest of what is open; what a note of the day has to tell is looked at only where it could be that. */
function nextOf(
  open: readonly PendingNudge[],
  notesAhead: readonly DayNote[],
  isToTell: (note: DayNote) => boolean,
): Instant | null {
  const first = open.reduce((least, { dueAt }) => Math.min(least, dueAt), Number.POSITIVE_INFINITY)
  const next = notesAhead.find((note) => note.dueAt < first && isToTell(note))?.dueAt ?? first
  return next === Number.POSITIVE_INFINITY ? null : next
}

/** One text for each key. */
export const keyOf = ({ item, itemId, stage, occurrence }: NudgeKey): string =>
  `${item} ${itemId} ${stage} ${occurrence}`

/** When was looked before this, and when looking had stopped and was begun again. */
export type LookedBefore = { readonly lastScanAt: Instant | null; readonly restartedAt: Instant | null }

/** How a nudge that is delivered now came: see NudgeTiming. */
export function timingOf(dueAt: Instant, now: Instant, before: LookedBefore): NudgeTiming {
  const { lastScanAt, restartedAt } = before
  if (now - dueAt <= inTimeWithin) return 'in-time'
  if (lastScanAt !== null && dueAt <= lastScanAt) return 'learnt'
  if (restartedAt !== null && restartedAt > dueAt) return 'late'
  if (now - dueAt > awayAfter) return 'missed'
  return lastScanAt === null ? 'in-time' : 'late'
}

/** `dueAt` is its moment as it is now; what has none any more stays as it was told. */
function isAhead(nudge: Nudge, dueAt: Instant | undefined, facts: NudgeFacts, now: Instant): boolean {
  if (nudge.acknowledgedAt !== null) return false
  if (nudge.item === 'day') return isDayAhead(nudge, facts, now)
  return dueAt !== undefined && (dueAt > now || dueAt > nudge.deliveredAt)
}

function isDayAhead({ occurrence, stage }: Nudge, { calendar }: NudgeFacts, now: Instant): boolean {
  if (occurrence > dayOf(now, calendar.zone)) return true
  const note = dayNotesOn(calendar, occurrence).find((each) => each.stage === stage)
  return note !== undefined && note.dueAt > now
}
