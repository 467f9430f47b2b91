import {
  useContext,
  useId,
  useLayoutEffect,
  useMemo,
  type ComponentProps,
  type KeyboardEvent,
  type ReactNode,
} from 'react'
import { Button, type ButtonKind, type ButtonProps } from './Button'
import { classNames } from './class-names'
import { RowContext, RowsContext, useRow } from './row-context'
import { rowOf } from './row-movement'
import type { Keys } from './use-keys'
import styles from './row.module.css'

export type RowProps = {
  /** Tells this row from every other of the screen: 'promise-12'. */
  readonly id: string
  readonly when: ReactNode
  readonly who: ReactNode
  readonly what: ReactNode
  readonly actions?: ReactNode
  /** Enter on the row. */
  readonly onOpen?: (() => void) | undefined
  /** Letters that no button of the row prints, written small: { n: noReplyNeeded }. */
  readonly keys?: Keys | undefined
  /** A <Peek> that is open under the row. */
  readonly peek?: ReactNode
  /** Rests and folds: the row has been dealt with and is about to go; it cannot be selected any more. */
  readonly isLeaving?: boolean
}

/** One row of four columns in two lines. It stands in a <RowList> inside a <RowGroup>. */
export function Row({ id, when, who, what, actions, onOpen, keys, peek, isLeaving = false }: RowProps) {
  const isSelected = useRowPlace(id, keys)
  const label = useId()
  const context = useMemo(() => ({ isSelected }), [isSelected])
  return (
    <RowContext value={context}>
      <li
        className={classNames(styles.item, isLeaving && styles.leaving)}
        data-row={isLeaving ? undefined : id}
        inert={isLeaving}
        data-selected={isSelected || undefined}
        data-open={peek ? true : undefined}
        tabIndex={isSelected ? 0 : -1}
        aria-labelledby={`${label}when ${label}who ${label}what`}
        onKeyDown={(event) => openWithEnter(event, onOpen)}
      >
        <div className={styles.row}>
          <div className={styles.when} id={`${label}when`}>
            {when}
          </div>
          <div className={styles.who} id={`${label}who`}>
            {who}
          </div>
          <div className={styles.what} id={`${label}what`}>
            {what}
          </div>
          {actions && <div className={styles.actions}>{actions}</div>}
        </div>
        {!isLeaving && peek}
      </li>
    </RowContext>
  )
}

function useRowPlace(id: string, keys: Keys | undefined): boolean {
  const group = useContext(RowsContext)
  const sync = group?.sync
  const keysOf = group?.keysOf
  useLayoutEffect(() => {
    if (keys) keysOf?.set(id, keys)
    return () => void keysOf?.delete(id)
  }, [id, keys, keysOf])
  useLayoutEffect(() => {
    sync?.()
    // The row is still there while it is being taken away; the group looks again once it is gone.
    return () => sync && queueMicrotask(sync)
  }, [id, sync])
  return group?.selectedId === id
}

function openWithEnter(event: KeyboardEvent<HTMLElement>, onOpen: (() => void) | undefined): void {
  if (event.key !== 'Enter' || event.target !== event.currentTarget || !onOpen) return
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
  event.preventDefault()
  onOpen()
}

export type RowActionProps = Omit<ButtonProps, 'keyCap' | 'size'> & {
  /** The letter that does the same on the selected row: 'A'. */
  readonly letter?: string
  /** How it looks on the selected row; on every other row it is quiet unless `isProminent`. */
  readonly kind?: ButtonKind
  /** Shows its kind on every row: the preview that is open, the only thing left to do. */
  readonly isProminent?: boolean
}

/** A button of a row. On the selected row it takes its kind, shows its key and is reached by Tab. */
export function RowAction({ letter, kind = 'quiet', isProminent = false, ...button }: RowActionProps) {
  const { isSelected } = useRow()
  return (
    <Button
      {...button}
      kind={isSelected || isProminent ? kind : 'quiet'}
      keyCap={isSelected ? letter : undefined}
      tabIndex={isSelected ? 0 : -1}
      data-key={letter?.toLowerCase()}
    />
  )
}

/** A link in a row: the name that opens the client. Reached by Tab on the selected row only. */
export function RowLink({ children, className, ...link }: ComponentProps<'a'>) {
  const { isSelected } = useRow()
  return (
    <a {...link} className={classNames(styles.link, className)} tabIndex={isSelected ? 0 : -1}>
      {children}
    </a>
  )
}

/** Puts the focus back on the row around an element, when what was open under it closes. */
export const focusRowOf = (element: Element | null): void => rowOf(element)?.focus()
