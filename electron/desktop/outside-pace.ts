/** So many links may be handed to the system within so many ms; nobody presses more by hand. */
const linksAtMost = 6
const within = 10_000

/**
 * Lets so many links pass and holds back the rest, so that a page caught in a loop cannot open a thousand letters.
 * `elapsed` counts ms and never goes back.
 */
export function createPace(elapsed: () => number): () => boolean {
  const state: { passed: readonly number[] } = { passed: [] }
  return () => {
    const now = elapsed()
    const recent = state.passed.filter((at) => now - at < within)
    const mayPass = recent.length < linksAtMost
    state.passed = mayPass ? [...recent, now] : recent
    return mayPass
  }
}
