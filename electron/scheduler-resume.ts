/** Small enough that what came due in sleep is told within 5 s of its end (RM-1), in ms. */
const looksEvery = 4_000
const noticedFrom = 2_000

/** The clock on the wall, and the time that passes for timers; in ms. */
export type TwoClocks = { readonly wall: () => number; readonly elapsed: () => number }

/**
 * Calls `wake` soon after the computer woke up or its clock was set, also where no system says so: the timers of most
 * systems stand still in sleep, the clock on the wall does not. Gives how to stop.
 */
export function wakeAfterSleep(wake: () => void, { wall, elapsed }: TwoClocks): () => void {
  const apart = () => wall() - elapsed()
  const state = { apart: apart() }
  const timer = setInterval(() => {
    const moved = Math.abs(apart() - state.apart)
    state.apart = apart()
    if (moved > noticedFrom) wake()
  }, looksEvery)
  return () => clearInterval(timer)
}
