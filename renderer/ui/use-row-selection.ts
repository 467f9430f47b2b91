import { useCallback, useLayoutEffect, useMemo, useRef, useState, type RefObject } from 'react'
import { rowIdOf, rowsIn } from './row-movement'
import type { RowSelection } from './row-context'
import type { Keys } from './use-keys'

type Place = { readonly id: string | undefined; readonly index: number; readonly hadFocus: boolean }

/** Keeps the selected row: the one focused last or, when it went, the one that is now in its place. */
export function useRowSelection(
  root: RefObject<HTMLElement | null>,
  onSelect: ((id: string | undefined) => void) | undefined,
): RowSelection {
  const [selectedId, setSelectedId] = useState<string>()
  const place = useRef<Place>({ id: undefined, index: 0, hadFocus: false })
  const keysOf = useRef(new Map<string, Keys>())

  const select = useCallback(
    (id: string) => {
      place.current = { id, index: indexOf(root, id), hadFocus: true }
      setSelectedId(id)
    },
    [root],
  )

  const sync = useCallback(() => {
    if (!root.current) return
    const rows = rowsIn(root.current)
    const next = nextRow(rows, place.current)
    const isGone = rowIdOf(next) !== place.current.id
    const takesFocus = isGone && place.current.hadFocus && isFocusLost()
    place.current = { ...place.current, id: rowIdOf(next), index: next ? rows.indexOf(next) : 0 }
    setSelectedId(rowIdOf(next))
    if (takesFocus) next?.focus()
  }, [root])

  useLayoutEffect(sync)
  useTelling(selectedId, onSelect)
  return useMemo(() => ({ selectedId, select, sync, keysOf: keysOf.current }), [selectedId, select, sync])
}

/** Nothing has the focus, or a row that is leaving still has: the browser takes it away a little later. */
const isFocusLost = (): boolean =>
  document.activeElement === document.body || document.activeElement?.closest('[inert]') != null

const indexOf = (root: RefObject<HTMLElement | null>, id: string): number =>
  root.current
    ? Math.max(
        0,
        rowsIn(root.current).findIndex((row) => rowIdOf(row) === id),
      )
    : 0

const nextRow = (rows: readonly HTMLElement[], { id, index }: Place): HTMLElement | undefined =>
  rows.find((row) => rowIdOf(row) === id) ?? rows[Math.min(index, rows.length - 1)]

function useTelling(
  selectedId: string | undefined,
  onSelect: ((id: string | undefined) => void) | undefined,
): void {
  const told = useRef<string>(undefined)
  useLayoutEffect(() => {
    if (told.current === selectedId) return
    told.current = selectedId
    onSelect?.(selectedId)
  })
}
