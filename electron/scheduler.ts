import type { Named } from '../shared/api/contract'
import { api } from '../shared/api/index'
import { dayOf, instantOf, minute, type Instant, type Zone } from '../shared/lib/time'
import type { Backend } from './api/backend'
import type { Clock } from './api/ports'
import type { Log } from './log'

/**
 * One line of the table of rhythms: what is asked, from when on it is due after it was last done (null = not until
 * something changes), and after how long it is asked again while it stays due.
 */
export type Rhythm = {
  readonly endpoint: Named
  readonly input: unknown
  readonly dueAt: (lastDone: Instant | null) => Promise<Instant | null>
  readonly againAfter: number
}

/** However far away the next due time is, sleep and clocks that jump are noticed within this time. */
const longestSleep = minute

/** What could not be done today, such as a backup on a full disk, is tried again after half an hour. */
const triedAgainAfter = 30 * minute

/** What the table needs to know of the store. */
export type RhythmParts = {
  readonly zone: Zone
  readonly clock: Clock
  /** When the next letter goes or is tried again; null when none waits. */
  readonly nextLetterAt: () => Promise<Instant | null>
  /** When the last daily backup was made. */
  readonly lastBackupAt: () => Promise<Instant | null>
}

/** What is done by itself, and how often. */
export const rhythmsOf = (parts: RhythmParts): readonly Rhythm[] => [
  { endpoint: api.mail.deliver, input: {}, dueAt: parts.nextLetterAt, againAfter: longestSleep },
  {
    endpoint: api.extras.suggest,
    input: {},
    dueAt: async (last) => onceADay(parts, last),
    againAfter: triedAgainAfter,
  },
  {
    endpoint: api.data.backUp,
    input: { why: 'daily' },
    dueAt: async (last) => onceADay(parts, last ?? (await parts.lastBackupAt())),
    againAfter: triedAgainAfter,
  },
]

/** Due from midnight on another day of the business than the last time, whichever way its clock went meanwhile. */
function onceADay({ zone, clock }: RhythmParts, last: Instant | null): Instant | null {
  const today = dayOf(clock.now(), zone)
  return last !== null && dayOf(last, zone) === today ? null : instantOf(today, '00:00', zone)
}

/** Asks what is due, one thing after the other, until it is stopped. */
export type Scheduler = { readonly stop: () => Promise<void> }

type State = {
  timer?: NodeJS.Timeout
  round?: Promise<void> | undefined
  isChanged: boolean
  isStopped: boolean
}

/**
 * Starts asking. It sleeps until the earliest due time, at most a minute, and looks again when something changed.
 * What is still due although it was asked waits for its pause, so that a refusal is no endless loop; the log is
 * told of each by names and codes, and of a rhythm whose due time could not be read: the others go on.
 */
export function startScheduler(
  backend: Pick<Backend, 'answer' | 'onPush'>,
  clock: Clock,
  rhythms: readonly Rhythm[],
  log: Log,
): Scheduler {
  const world: World = { backend, clock, log, asked: new Map() }
  const state: State = { isChanged: false, isStopped: false }
  const wake = () => {
    clearTimeout(state.timer)
    state.isChanged = true
    if (!state.isStopped) state.round ??= goRound().finally(rest)
  }
  const goRound = async () => {
    while (state.isChanged && !state.isStopped) {
      for (const rhythm of rhythms) if (!state.isStopped) await askIfDue(world, rhythm)
      state.isChanged = false
      const pause = await pauseUntilDue(world, rhythms)
      clearTimeout(state.timer)
      if (!state.isStopped) state.timer = setTimeout(wake, pause)
    }
  }
  const rest = () => {
    state.round = undefined
    if (state.isChanged) wake()
  }
  const forget = backend.onPush(wake)
  wake()
  return {
    async stop() {
      state.isStopped = true
      clearTimeout(state.timer)
      forget()
      await state.round
    },
  }
}

/** Whom it asks, by which clock, and when each rhythm was asked last and when last asked and done. */
type World = {
  readonly backend: Pick<Backend, 'answer' | 'onPush'>
  readonly clock: Clock
  readonly log: Log
  readonly asked: Map<Rhythm, { readonly at: Instant; readonly doneAt: Instant | null }>
}

async function askIfDue(world: World, rhythm: Rhythm): Promise<void> {
  const { backend, clock, log, asked } = world
  const at = clock.now()
  if ((await wakeAt(world, rhythm)) > at) return
  const { name } = rhythm.endpoint
  const reply = await backend.answer(name, rhythm.input)
  asked.set(rhythm, { at, doneAt: reply.ok ? at : (asked.get(rhythm)?.doneAt ?? null) })
  if (!reply.ok) log.note(`${name} was refused: ${reply.error.code}`)
}

async function pauseUntilDue(world: World, rhythms: readonly Rhythm[]): Promise<number> {
  const moments = await Promise.all(rhythms.map((rhythm) => wakeAt(world, rhythm)))
  return Math.min(longestSleep, Math.max(0, Math.min(...moments) - world.clock.now()))
}

/** When a rhythm is to be asked next; one that was due already when it was asked last, its pause after that. */
async function wakeAt({ clock, log, asked }: World, rhythm: Rhythm): Promise<Instant> {
  const { at: last, doneAt } = asked.get(rhythm) ?? { at: null, doneAt: null }
  try {
    const due = await rhythm.dueAt(doneAt)
    if (due === null) return Number.POSITIVE_INFINITY
    const wasDue = last !== null && due <= last && last <= clock.now()
    return wasDue ? last + rhythm.againAfter : due
  } catch (error) {
    log.fault({ request: rhythm.endpoint.name, error })
    return clock.now() + longestSleep
  }
}
