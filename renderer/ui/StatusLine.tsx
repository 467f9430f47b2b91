import type { ReactNode } from 'react'
import { Button } from './Button'
import { CheckIcon } from './icons'
import { useStatus } from './status'
import { useWords } from './use-words'
import styles from './StatusLine.module.css'

/** The foot of the sheet: the key strip, and in its place what was just done, with Undo (Z). */
export function StatusLine({ strip }: { strip: ReactNode }) {
  const say = useWords()
  const { shown, clear } = useStatus()
  const undo = shown?.undo
  return (
    <>
      <div className={shown ? styles.line : styles.quiet}>
        <div role="status" className={styles.words}>
          {shown && (
            <p key={shown.id}>
              <CheckIcon size={14} />
              {shown.text}
            </p>
          )}
        </div>
        {undo && (
          <span className={styles.undo}>
            <Button
              keyCap="Z"
              onClick={() => {
                clear()
                undo()
              }}
            >
              {say('ui.undo')}
            </Button>
          </span>
        )}
      </div>
      {!shown && strip}
    </>
  )
}
