import type { Named } from '../shared/api/contract'
import { api } from '../shared/api/index'
import { dayOf, instantOf, minute, type Instant, type Zone } from '../shared/lib/time'
import type { Clock } from './api/ports'

/**
 * One line of the table of rhythms: what is asked, from when on it is due after it was last done (null = not until
 * something changes), after how long it is asked again while it stays due, and how long its lane sleeps at most. A
 * scan is asked whenever its lane wakes, due or not: it finds out itself what has come due.
 */
export type Rhythm = {
  readonly endpoint: Named
  readonly input: unknown
  readonly dueAt: (lastDone: Instant | null) => Promise<Instant | null>
  readonly againAfter: number
  readonly sleepsAtMost: number
  readonly isScan: boolean
}

/** However far away the next due time is, sleep and clocks that jump are noticed within this time. */
const longestSleep = minute

/** Nothing is told later than this after its moment while the computer is awake, whatever else was missed (RM-1). */
const scannedEvery = minute / 2

/** What could not be done today, such as a backup on a full disk, is tried again after half an hour. */
const triedAgainAfter = 30 * minute

/** What the table needs to know of the store. */
export type RhythmParts = {
  readonly zone: Zone
  readonly clock: Clock
  /** When the next reminder falls due; null when none lies ahead. */
  readonly nextNudgeAt: () => Promise<Instant | null>
  /** When the next letter goes or is tried again; null when none waits. */
  readonly nextLetterAt: () => Promise<Instant | null>
  /** When the last daily backup was made. */
  readonly lastBackupAt: () => Promise<Instant | null>
}

/** What is done by itself, and how often. */
export const rhythmsOf = (parts: RhythmParts): readonly Rhythm[] => [
  {
    endpoint: api.nudges.tell,
    input: {},
    dueAt: parts.nextNudgeAt,
    againAfter: scannedEvery,
    sleepsAtMost: scannedEvery,
    isScan: true,
  },
  { ...seldom, endpoint: api.mail.deliver, dueAt: parts.nextLetterAt, againAfter: longestSleep },
  { ...seldom, endpoint: api.extras.suggest, dueAt: async (last) => onceADay(parts, last) },
  {
    ...seldom,
    endpoint: api.data.backUp,
    input: { why: 'daily' },
    dueAt: async (last) => onceADay(parts, last ?? (await parts.lastBackupAt())),
  },
]

const seldom = { input: {}, againAfter: triedAgainAfter, sleepsAtMost: longestSleep, isScan: false }

/** Due from midnight on another day of the business than the last time, whichever way its clock went meanwhile. */
function onceADay({ zone, clock }: RhythmParts, last: Instant | null): Instant | null {
  const today = dayOf(clock.now(), zone)
  return last !== null && dayOf(last, zone) === today ? null : instantOf(today, '00:00', zone)
}
