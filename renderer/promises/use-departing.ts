import { useEffect, useState } from 'react'
import type { ClientPromise } from '../../shared/domain/promise'

/** A promise of the list; one that was just dealt with rests in its place before it folds. */
export type Departing = { readonly promise: ClientPromise; readonly isLeaving: boolean }

/** So long a promise that went is still shown, in ms: the tokens --rest and --calm. */
const shownFor = 560

/** The promises of a list, those that have just gone still in their place. */
export function useDeparting(promises: readonly ClientPromise[]): readonly Departing[] {
  const [shown, setShown] = useState(promises)
  const [gone, setGone] = useState<readonly ClientPromise[]>([])
  if (shown !== promises) {
    setShown(promises)
    setGone(shown.filter(({ id }) => promises.every((other) => other.id !== id)))
  }
  useEffect(() => {
    if (gone.length === 0) return undefined
    const timer = setTimeout(() => setGone([]), shownFor)
    return () => clearTimeout(timer)
  }, [gone])
  return [
    ...promises.map((promise) => ({ promise, isLeaving: false })),
    ...gone.map((promise) => ({ promise, isLeaving: true })),
  ].toSorted((a, b) => a.promise.dueOn.localeCompare(b.promise.dueOn) || a.promise.id - b.promise.id)
}
