import type { Named } from '../shared/api/contract'
import { api } from '../shared/api/index'
import { dayOf, minute, type Instant, type Zone } from '../shared/lib/time'
import type { Backend } from './api/backend'
import type { Clock } from './api/ports'

/** One line of the table of rhythms: what is asked, and from when on it is due; null = not until something changes. */
export type Rhythm = {
  readonly endpoint: Named
  readonly input: unknown
  readonly dueAt: (last: Instant | null) => Promise<Instant | null>
}

/** However far away the next due time is, sleep and clocks that jump are noticed within this time. */
const longestSleep = minute

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
  { endpoint: api.mail.deliver, input: {}, dueAt: parts.nextLetterAt },
  { endpoint: api.extras.suggest, input: {}, dueAt: async (last) => onceADay(parts, last) },
  {
    endpoint: api.data.backUp,
    input: { why: 'daily' },
    dueAt: async (last) => onceADay(parts, last ?? (await parts.lastBackupAt())),
  },
]

/** Due at once on another day of the business than the last time, whichever way its clock went meanwhile. */
function onceADay({ zone, clock }: RhythmParts, last: Instant | null): Instant | null {
  return last !== null && dayOf(last, zone) === dayOf(clock.now(), zone) ? null : clock.now()
}

/** Asks what is due, one thing after the other, until it is stopped. */
export type Scheduler = { readonly stop: () => Promise<void> }

type Asked = Map<Rhythm, Instant>
type State = {
  timer?: NodeJS.Timeout
  round?: Promise<void> | undefined
  isChanged: boolean
  isStopped: boolean
}

/**
 * Starts asking. It sleeps until the earliest due time, at most a minute, and looks again when something changed.
 * What is still due although it was asked waits for that minute, so that a refusal is no endless loop.
 */
export function startScheduler(backend: Backend, clock: Clock, rhythms: readonly Rhythm[]): Scheduler {
  const asked: Asked = new Map()
  const state: State = { isChanged: false, isStopped: false }
  const wake = () => {
    clearTimeout(state.timer)
    state.isChanged = true
    if (!state.isStopped) state.round ??= goRound().finally(() => (state.round = undefined))
  }
  const goRound = async () => {
    while (state.isChanged && !state.isStopped) {
      for (const rhythm of rhythms) if (!state.isStopped) await askIfDue(backend, clock, rhythm, asked)
      state.isChanged = false
      const pause = await pauseUntilDue(clock, rhythms, asked)
      clearTimeout(state.timer)
      if (!state.isStopped) state.timer = setTimeout(wake, pause)
    }
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

async function askIfDue(backend: Backend, clock: Clock, rhythm: Rhythm, asked: Asked): Promise<void> {
  if ((await wakeAt(clock, rhythm, asked)) > clock.now()) return
  asked.set(rhythm, clock.now())
  await backend.answer(rhythm.endpoint.name, rhythm.input)
}

async function pauseUntilDue(clock: Clock, rhythms: readonly Rhythm[], asked: Asked): Promise<number> {
  const moments = await Promise.all(rhythms.map((rhythm) => wakeAt(clock, rhythm, asked)))
  return Math.min(longestSleep, Math.max(0, Math.min(...moments) - clock.now()))
}

/** When a rhythm is to be asked next; one that was due already when it was asked last, a minute after that. */
async function wakeAt(clock: Clock, rhythm: Rhythm, asked: Asked): Promise<Instant> {
  const last = asked.get(rhythm) ?? null
  const due = await rhythm.dueAt(last)
  if (due === null) return Number.POSITIVE_INFINITY
  const wasDue = last !== null && due <= last && last <= clock.now()
  return wasDue ? last + longestSleep : due
}
