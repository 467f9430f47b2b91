import type { ReactNode } from 'react'
import { Button } from './Button'
import { AlertIcon, CheckIcon } from './icons'
import { useWords } from './use-words'
import styles from './status-line.module.css'

/** What stands at the foot for a while: a sentence of what was done, or why it was not. */
export type StatusWords = {
  /** Another number makes the same sentence be said again. */
  readonly id: number
  readonly text: string
  readonly isRefusal?: boolean
  /** The refusal's code, for its details. */
  readonly code?: string | null
}

export type StatusLineProps = {
  /** Null while the key strip stands in its place. */
  readonly message: StatusWords | null
  readonly strip: ReactNode
  /** Takes back what was done; without it there is nothing to take back. */
  readonly onUndo?: (() => void) | undefined
  /** Told when the line is pointed at or focused, so that it may stay. */
  readonly onHold?: ((isHeld: boolean) => void) | undefined
}

/** The foot of the sheet: the key strip, and in its place for a while what was just done, with Undo (Z). */
export function StatusLine({ message, strip, onUndo, onHold }: StatusLineProps) {
  const say = useWords()
  return (
    <>
      <div
        className={message ? styles.line : styles.quiet}
        onMouseEnter={() => onHold?.(true)}
        onMouseLeave={() => onHold?.(false)}
        onFocus={() => onHold?.(true)}
        onBlur={() => onHold?.(false)}
      >
        <div role="status" className={styles.words}>
          {message && <Words key={message.id} message={message} />}
        </div>
        {message && onUndo && (
          <span className={styles.undo}>
            <Button keyCap="Z" onClick={onUndo}>
              {say('ui.undo')}
            </Button>
          </span>
        )}
      </div>
      {!message && strip}
    </>
  )
}

function Words({ message }: { message: StatusWords }) {
  const say = useWords()
  return (
    <p>
      {message.isRefusal ? <AlertIcon size={14} /> : <CheckIcon size={14} />}
      <span>{message.text}</span>
      {message.code && <span className={styles.code}>{say('ui.code', { code: message.code })}</span>}
    </p>
  )
}
