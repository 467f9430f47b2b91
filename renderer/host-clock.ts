import type { Instant } from '../shared/lib/time'

/** The host's clock as this window knows it, in ms UTC; the window's own clock is never asked for a date. */
export type HostClock = {
  readonly now: () => Instant
  /** Takes over the moment an answer carried. */
  readonly set: (now: Instant) => void
  /** Calls the listener after every `set` until the returned function is called. */
  readonly onSet: (listener: () => void) => () => void
}

/** A clock that runs on from the last moment the host told; `elapsed` is a monotonic count of ms. */
export function hostClock(start: Instant, elapsed: () => number = () => performance.now()): HostClock {
  let last = { now: start, at: elapsed() }
  const listeners = new Set<() => void>()
  return {
    now: () => last.now + Math.round(elapsed() - last.at),
    set: (now) => {
      last = { now, at: elapsed() }
      listeners.forEach((listener) => listener())
    },
    onSet: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
