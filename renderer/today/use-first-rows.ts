import { useState } from 'react'

/** A section shows so many rows at first; more would not be a day's work. */
const atFirst = 12

/** The rows of a section that are shown, and how many more there are. */
export type FirstRows<T> = {
  readonly rows: readonly T[]
  readonly more: number
  readonly showAll: () => void
}

/** The first rows of a section, until all are asked for, or one further down (`reach`) is. */
export function useFirstRows<T>(
  all: readonly T[],
  idOf?: (item: T) => string,
  reach: string | null = null,
): FirstRows<T> {
  const [showsAll, setShowsAll] = useState(false)
  const isReached = reach !== null && all.slice(atFirst).some((item) => idOf?.(item) === reach)
  const rows = showsAll || isReached || all.length <= atFirst ? all : all.slice(0, atFirst)
  return { rows, more: all.length - rows.length, showAll: () => setShowsAll(true) }
}
