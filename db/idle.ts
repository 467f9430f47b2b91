import type { Store } from './store'

/** How long after a commit the store counts as idle, and how long a busy one may put its log off; in ms. */
const quietFor = 5_000
const atMost = 30_000

/** The same store, whose log goes into the file when nobody has written for 5 s, at the latest after 30 s. */
export function withIdleCheckpoints(store: Store): Store {
  let timer: NodeJS.Timeout | undefined
  let firstAt: number | undefined
  const putOff = () => {
    const at = performance.now()
    firstAt ??= at
    clearTimeout(timer)
    timer = setTimeout(() => void tidy(), Math.max(0, Math.min(quietFor, firstAt + atMost - at))).unref()
  }
  const tidy = async () => {
    firstAt = undefined
    // The commits are safe in the log. A disk that fails now will say so at the next write.
    if (!(await store.checkpoint().catch(() => false))) putOff()
  }
  return {
    ...store,
    write: async (work) => {
      const result = await store.write(work)
      putOff()
      return result
    },
    close: () => {
      clearTimeout(timer)
      return store.close()
    },
  }
}
