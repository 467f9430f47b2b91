import { useEffect, useId, useRef, type ReactNode } from 'react'
import { Button } from './Button'
import { useWords } from './use-words'
import styles from './confirm-dialog.module.css'

export type ConfirmDialogProps = {
  readonly title: string
  /** What will be gone and cannot come back. */
  readonly children: ReactNode
  /** The verb of what is about to be done. */
  readonly confirmLabel: string
  readonly onConfirm: () => void
  readonly onCancel: () => void
}

/**
 * Asks before what cannot be undone; for nothing else. The focus begins on Cancel, Esc cancels, and the page
 * behind is out of reach while it is open.
 */
export function ConfirmDialog({ title, children, confirmLabel, onConfirm, onCancel }: ConfirmDialogProps) {
  const say = useWords()
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={`${id}title`}
      aria-describedby={`${id}text`}
      onCancel={(event) => {
        event.preventDefault()
        onCancel()
      }}
    >
      <h2 className={styles.title} id={`${id}title`}>
        {title}
      </h2>
      <div className={styles.text} id={`${id}text`}>
        {children}
      </div>
      <div className={styles.buttons}>
        <Button kind="outlined" size={34} autoFocus onClick={onCancel}>
          {say('ui.cancel')}
        </Button>
        <Button size={34} onClick={onConfirm}>
          {confirmLabel}
        </Button>
      </div>
    </dialog>
  )
}
