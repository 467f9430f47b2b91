import { useState } from 'react'

/** A section shows so many rows at first; more would not be a day's work. */
const atFirst = 12

/** The rows of a section that are shown, and how many more there are. */
export type FirstRows<T> = {
  readonly rows: readonly T[]
  readonly more: number
  readonly showAll: () => void
}

/** The first rows of a section, until all are asked for. */
export function useFirstRows<T>(all: readonly T[]): FirstRows<T> {
  const [showsAll, setShowsAll] = useState(false)
  const rows = showsAll || all.length <= atFirst ? all : all.slice(0, atFirst)
  return { rows, more: all.length - rows.length, showAll: () => setShowsAll(true) }
}
