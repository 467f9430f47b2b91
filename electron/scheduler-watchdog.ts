import type { Instant } from '../shared/lib/time'
import { startLane, type Lane, type LaneWorld } from './scheduler-lane'
import type { Rhythm } from './scheduler-rhythms'

/**
 * A scan that has not been answered for 90 s, its sleep included, is begun anew (RM-9). The time is counted in looks
 * of the watchdog, which the computer's sleep does not make.
 */
const looksEvery = 10_000
const patience = 9

/** A lane that is begun anew when it hangs. */
export type WatchedLane = Pick<Lane, 'wake' | 'stop' | 'doneAt'> & {
  /** Winds the watchdog up as well: its timer may have been lost in the computer's sleep. */
  readonly wakeAll: () => void
  /** When it hung and was begun anew, the last time, by the clock on the wall. */
  readonly restartedAt: () => Instant | null
}

type State = {
  lane: Lane
  answers: number
  silentLooks: number
  doneAt: Instant | null
  restartedAt: Instant | null
  timer?: NodeJS.Timeout
}

/**
 * A lane with a timer of its own beside it. What hangs is left behind: its answer counts no more, and the log is
 * told of it by its name.
 */
export function startWatchedLane(world: LaneWorld, rhythm: Rhythm): WatchedLane {
  const lane = startLane(world, rhythm)
  const state: State = { lane, answers: 0, silentLooks: 0, doneAt: null, restartedAt: null }
  const look = () => {
    const answers = state.lane.answers()
    state.silentLooks = answers === state.answers ? state.silentLooks + 1 : 0
    state.answers = answers
    if (state.silentLooks >= patience) beginAnew(world, rhythm, state)
  }
  const windUp = () => {
    clearInterval(state.timer)
    state.timer = setInterval(look, looksEvery)
  }
  windUp()
  return {
    wake: () => state.lane.wake(),
    wakeAll() {
      windUp()
      state.lane.wake()
    },
    stop() {
      clearInterval(state.timer)
      return state.lane.stop()
    },
    doneAt: () => state.lane.doneAt() ?? state.doneAt,
    restartedAt: () => state.restartedAt,
  }
}

function beginAnew(world: LaneWorld, rhythm: Rhythm, state: State): void {
  void state.lane.stop()
  state.doneAt = state.lane.doneAt() ?? state.doneAt
  state.restartedAt = world.clock.now()
  state.silentLooks = 0
  state.answers = 0
  world.log.note(`${rhythm.endpoint.name} did not answer for 90 s and was begun anew`)
  state.lane = startLane(world, rhythm)
}
