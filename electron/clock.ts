import type { Instant } from '../shared/lib/time'
import type { Clock, ClockWatch } from './api/ports'

/** The computer's own clock. */
export const systemClock: Clock = { now: () => Date.now() }

/** A clock that starts at a moment and runs on from there, whatever the computer's own clock does meanwhile. */
export function clockFrom(start: Instant, elapsed: () => number = () => performance.now()): Clock {
  const begun = elapsed()
  return { now: () => start + Math.round(elapsed() - begun) }
}

/** Nobody watches: the clock counts as right, whatever it does. */
export const unwatchedClock: ClockWatch = {
  look: async () => undefined,
  movedBy: () => 0,
  trust: () => undefined,
}
