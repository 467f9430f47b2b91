import type { Calendar } from '../domain/calendar'
import { NoteId, NudgeId, type ClientId } from '../domain/ids'
import type { Nudge, PendingNudge } from '../domain/nudge'
import type { Instant } from '../lib/time'
import { notesNow, type NotePlan, type NotesDecided, type NotesGiven } from './notes'
import { keyOf, pendingNudges, timingOf, type LookedBefore } from './nudges'
import type { NudgeFacts } from './nudges-facts'

/** Monday to Friday 9:00–17:30 in London. */
const calendar: Calendar = {
  zone: 'Europe/London',
  version: 1,
  spans: [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opensAt: '09:00', closesAt: '17:30' })),
  exceptions: [],
  eventDays: [],
}

/** Nobody waits and nothing is promised, Mon–Fri 9:00–17:30 in London; say only what differs. */
export const someFacts = (differences: Partial<NudgeFacts> = {}): NudgeFacts => ({
  waits: [],
  promises: [],
  calendar,
  eventDays: new Map(),
  hasMorningNote: false,
  hasClosingNote: false,
  snoozedUntil: new Map(),
  ...differences,
})

/** One look for what has come due, and what came of it. */
export type Scanned = NotesDecided & {
  readonly delivered: readonly Nudge[]
  readonly rearmed: readonly Nudge[]
  readonly nextAt: Instant | null
}

/** A note that was shown, and the clients it told of. */
export type Shown = {
  readonly shownAt: Instant
  readonly clientIds: readonly ClientId[]
  readonly plan: NotePlan
}

/** The store of nudges and notes, in memory, kept as `nudges.tell` keeps it. */
export type Memory = {
  readonly kept: Map<string, Nudge>
  readonly notes: Shown[]
  /** Delivers, decides the notes, keeps both; `kept` are the nudges of what is open, all of them unless given. */
  readonly scan: (facts: NudgeFacts, now: Instant, kept?: readonly Nudge[]) => Scanned
  readonly acknowledge: (nudge: Nudge, at: Instant) => void
  /** A new start knows of no look before. */
  readonly restart: () => void
}

const usual: NotesGiven['settings'] = { isOn: true, breaksForEvents: true, quietUntil: null }

/** Limits look back on so many notes at most. */
const notesLookedAt = 20

/** Nothing told yet, reminders on. */
export function createMemory(settings: NotesGiven['settings'] = usual): Memory {
  const kept = new Map<string, Nudge>()
  const notes: Shown[] = []
  const state: { lastId: number; lastScanAt: Instant | null } = { lastId: 0, lastScanAt: null }

  const deliver = (nudge: PendingNudge, now: Instant, before: LookedBefore): Nudge => {
    const told = { deliveredAt: now, noteId: null, againAt: null, acknowledgedAt: null }
    const timing = timingOf(nudge.dueAt, now, before)
    const made = { ...nudge, ...told, id: NudgeId.parse(++state.lastId), timing }
    kept.set(keyOf(made), made)
    return made
  }

  const keepNote = (plan: NotePlan, shownAt: Instant) => {
    const clientIds = [...new Set(plan.nudges.flatMap(({ clientId }) => clientId ?? []))]
    notes.push({ shownAt, clientIds, plan })
    const noteId = NoteId.parse(notes.length)
    for (const nudge of plan.nudges) kept.set(keyOf(nudge), { ...nudge, noteId, againAt: null })
  }

  return {
    kept,
    notes,
    scan(facts, now, known = [...kept.values()]) {
      const { deliver: due, rearm, nextAt } = pendingNudges(facts, known, now)
      for (const nudge of rearm) kept.delete(keyOf(nudge))
      const before = { lastScanAt: state.lastScanAt, restartedAt: null }
      const delivered = due.map((nudge) => deliver(nudge, now, before))
      state.lastScanAt = now
      const open = [...known.filter((nudge) => !rearm.includes(nudge)), ...delivered]
      const lastNoteAt = notes.findLast(({ shownAt }) => shownAt <= now)?.shownAt ?? null
      const recent = notes.slice(-notesLookedAt)
      const decided = notesNow({ facts, kept: open, settings, recent, lastNoteAt, now })
      for (const plan of decided.notes) keepNote(plan, now)
      return { delivered, rearmed: rearm, nextAt, ...decided }
    },
    acknowledge: (nudge, at) => void kept.set(keyOf(nudge), { ...nudge, acknowledgedAt: at }),
    restart: () => void (state.lastScanAt = null),
  }
}
