/** So much may leave a page within so many ms; nobody presses more links by hand. */
const atMost = 6
const within = 10_000

/**
 * Lets a few pass and holds back the rest, so that a page caught in a loop cannot open a thousand letters.
 * `elapsed` counts ms and never goes back.
 */
export function createPace(elapsed: () => number): () => boolean {
  const state: { passed: readonly number[] } = { passed: [] }
  return () => {
    const now = elapsed()
    const recent = state.passed.filter((at) => now - at < within)
    const mayPass = recent.length < atMost
    state.passed = mayPass ? [...recent, now] : recent
    return mayPass
  }
}
