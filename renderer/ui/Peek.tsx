import { useRef, type ReactNode } from 'react'
import { classNames } from './class-names'
import { focusRowOf } from './Row'
import styles from './peek.module.css'

/**
 * A panel under a row, from its `who` column on: a preview, or a decision. Esc closes it where `onClose` is
 * given, and the focus goes back to the row. `isLetter` sets its text as a letter to a client.
 */
export function Peek({
  children,
  label,
  onClose,
  isLetter = false,
}: {
  children: ReactNode
  label: string
  onClose?: () => void
  isLetter?: boolean
}) {
  const panel = useRef<HTMLDivElement>(null)
  return (
    <div
      ref={panel}
      className={classNames(styles.peek, isLetter && styles.letter)}
      role="group"
      aria-label={label}
      data-peek
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented || !onClose) return
        event.preventDefault()
        event.stopPropagation()
        focusRowOf(panel.current)
        onClose()
      }}
    >
      {children}
    </div>
  )
}
