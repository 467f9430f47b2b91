import type { Instant } from '../shared/lib/time'
import type { Backend } from './api/backend'
import type { Clock } from './api/ports'
import type { Log } from './log'
import type { Rhythm } from './scheduler-rhythms'

/** Whom a lane asks, and by which clocks. */
export type LaneWorld = {
  readonly backend: Pick<Backend, 'answer' | 'onPush'>
  readonly clock: Clock
  readonly log: Log
  /** Time that has passed, in ms, whatever the clock on the wall does. */
  readonly elapsed: () => number
  /** Looks whether the clock jumped, before anything is judged by it. */
  readonly look: () => Promise<void>
}

/** One rhythm at work: never asked twice at once, and held up by no other. */
export type Lane = {
  /** Looks at once; during a round, again right after it. */
  readonly wake: () => void
  /** Asks nothing more, and waits for what was begun. */
  readonly stop: () => Promise<void>
  /** How often it was answered so far. */
  readonly answers: () => number
  /** When it was last done, by the clock on the wall. */
  readonly doneAt: () => Instant | null
}

/** However often something changes, a scan begins at most once in this time. */
const scansApart = 1_000

type State = {
  timer?: NodeJS.Timeout
  round?: Promise<void> | undefined
  isWoken: boolean
  isStopped: boolean
  asked: { readonly at: Instant; readonly elapsed: number } | null
  doneAt: Instant | null
  answers: number
}

/** Begins a lane and wakes it. */
export function startLane(world: LaneWorld, rhythm: Rhythm): Lane {
  const state: State = { isWoken: false, isStopped: false, asked: null, doneAt: null, answers: 0 }
  const wake = () => {
    clearTimeout(state.timer)
    state.isWoken = true
    if (!state.isStopped) state.round ??= goRound().finally(rest)
  }
  const goRound = async () => {
    while (state.isWoken && !state.isStopped) {
      state.isWoken = false
      const pause = await lookAndAsk(world, rhythm, state)
      clearTimeout(state.timer)
      if (!state.isStopped) state.timer = setTimeout(wake, pause)
    }
  }
  const rest = () => {
    state.round = undefined
    if (state.isWoken) wake()
  }
  wake()
  return {
    wake,
    answers: () => state.answers,
    doneAt: () => state.doneAt,
    async stop() {
      state.isStopped = true
      clearTimeout(state.timer)
      await state.round
    },
  }
}

/** One look: asks where it is time, and gives how long to sleep. A scan that was just made waits a moment. */
async function lookAndAsk(world: LaneWorld, rhythm: Rhythm, state: State): Promise<number> {
  await world.look()
  const early = rhythm.isScan ? scanPause(world, state) : await pauseUntilDue(world, rhythm, state)
  if (early > 0 || state.isStopped) return early
  await ask(world, rhythm, state)
  const pause = await pauseUntilDue(world, rhythm, state)
  return rhythm.isScan ? Math.max(scansApart, pause) : pause
}

const scanPause = ({ elapsed }: LaneWorld, { asked }: State): number =>
  asked === null ? 0 : asked.elapsed + scansApart - elapsed()

async function ask({ backend, clock, elapsed, log }: LaneWorld, rhythm: Rhythm, state: State): Promise<void> {
  const { name } = rhythm.endpoint
  const at = clock.now()
  state.asked = { at, elapsed: elapsed() }
  const reply = await backend.answer(name, rhythm.input)
  if (state.isStopped) return
  state.answers += 1
  if (reply.ok) state.doneAt = at
  else log.note(`${name} was refused: ${reply.error.code}`)
}

/**
 * How long until it is due, in ms, and at most as long as its lane sleeps. What is still due although it was asked
 * waits for its pause, so that a refusal is no endless loop.
 */
async function pauseUntilDue({ clock, log }: LaneWorld, rhythm: Rhythm, state: State): Promise<number> {
  const { asked, doneAt } = state
  try {
    const due = await rhythm.dueAt(doneAt)
    if (due === null) return rhythm.sleepsAtMost
    const now = clock.now()
    const wasDue = asked !== null && due <= asked.at && asked.at <= now
    const wakeAt = wasDue ? asked.at + rhythm.againAfter : due
    return Math.min(rhythm.sleepsAtMost, Math.max(0, wakeAt - now))
  } catch (error) {
    log.fault({ request: rhythm.endpoint.name, error })
    return rhythm.sleepsAtMost
  }
}
