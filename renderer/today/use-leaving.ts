import { useEffect, useLayoutEffect, useRef, useState } from 'react'

/** A row of a list; `isLeaving` while it is gone already and still folds away. */
export type Shown<T> = { readonly id: string; readonly item: T; readonly isLeaving: boolean }

/** How long a row that went stays, in ms: it ticks, rests 400 and folds in 160 (the tokens --rest and --calm). */
const leavingFor = 560

/** The rows of a list, those that have just gone still in their place until they have folded away. */
export function useLeaving<T>(items: readonly T[], idOf: (item: T) => string): readonly Shown<T>[] {
  const before = useRef<readonly Shown<T>[]>([])
  const [, settle] = useState(0)
  const present = items.map((item) => ({ id: idOf(item), item, isLeaving: false }))
  const gone = hasMotion() ? before.current.filter(({ id }) => present.every((other) => other.id !== id)) : []
  const shown = withGone(present, gone, before.current)
  useLayoutEffect(() => {
    before.current = shown
  })
  const leaving = gone.map(({ id }) => id).join(' ')
  useEffect(() => {
    if (leaving === '') return undefined
    const timer = setTimeout(() => {
      before.current = before.current.filter(({ isLeaving }) => !isLeaving)
      settle((count) => count + 1)
    }, leavingFor)
    return () => clearTimeout(timer)
  }, [leaving])
  return shown
}

/** Puts each row that went back behind the row it stood after. */
const withGone = <T>(
  present: readonly Shown<T>[],
  gone: readonly Shown<T>[],
  before: readonly Shown<T>[],
): readonly Shown<T>[] =>
  gone.reduce<readonly Shown<T>[]>((rows, row) => {
    const above = before
      .slice(
        0,
        before.findIndex(({ id }) => id === row.id),
      )
      .map(({ id }) => id)
    const place = rows.findLastIndex(({ id }) => above.includes(id)) + 1
    return rows.toSpliced(place, 0, { ...row, isLeaving: true })
  }, present)

const hasMotion = (): boolean =>
  typeof window.matchMedia === 'function' &&
  window.matchMedia('(prefers-reduced-motion: no-preference)').matches
