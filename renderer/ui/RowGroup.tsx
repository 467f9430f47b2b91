import { useEffect, useRef, type KeyboardEvent, type ReactNode, type RefObject } from 'react'
import { buttonFor, isInsidePeek, isRowItself, moveOf, rowIdOf, rowOf, rowsIn } from './row-movement'
import { RowsContext, type RowSelection } from './row-context'
import { useKeyFinder } from './use-keys'
import { useRowSelection } from './use-row-selection'

export type RowGroupProps = {
  readonly children: ReactNode
  /** Puts the focus on the first row when the screen opens and nothing else has it. */
  readonly takesFocus?: boolean
  /** Told which row is selected, undefined where there is none: for the key strip. */
  readonly onSelect?: (id: string | undefined) => void
}

/**
 * One tab stop for all rows of a screen, over as many lists as it has: arrows move, Home and End jump, Enter
 * opens, a single letter does what the selected row prints. When rows go, the selection stays at its place.
 */
export function RowGroup({ children, takesFocus = false, onSelect }: RowGroupProps) {
  const root = useRef<HTMLDivElement>(null)
  const selection = useRowSelection(root, onSelect)
  useKeyFinder('row', (keys, event) => findRowAct(root, selection, keys, event))
  useEffect(() => {
    if (takesFocus && root.current && document.activeElement === document.body)
      rowsIn(root.current)[0]?.focus({ preventScroll: true })
  }, [takesFocus])
  return (
    <RowsContext value={selection}>
      <div
        ref={root}
        onFocus={(event) => {
          const id = rowIdOf(rowOf(event.target))
          if (id !== undefined) selection.select(id)
        }}
        onKeyDown={(event) => move(root, event)}
      >
        {children}
      </div>
    </RowsContext>
  )
}

function move(root: RefObject<HTMLDivElement | null>, event: KeyboardEvent): void {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  if (!root.current || !isRowItself(event.target)) return
  const to = moveOf(event.key, rowsIn(root.current), rowOf(event.target))
  if (!to) return
  event.preventDefault()
  to.focus()
}

function findRowAct(
  root: RefObject<HTMLDivElement | null>,
  { selectedId, keysOf }: RowSelection,
  keys: string,
  event: globalThis.KeyboardEvent,
): (() => void) | undefined {
  if (!root.current || isInsidePeek(event.target)) return undefined
  const rows = rowsIn(root.current)
  const row = rows.find((other) => rowIdOf(other) === selectedId)
  if (!row || selectedId === undefined) return undefined
  if (event.target === document.body && isArrow(keys)) return () => row.focus()
  const button = buttonFor(row, keys)
  if (button) return () => button.click()
  const own = keysOf.get(selectedId)
  return own && Object.hasOwn(own, keys) ? own[keys] : undefined
}

const isArrow = (keys: string): boolean => keys === 'arrowdown' || keys === 'arrowup'
