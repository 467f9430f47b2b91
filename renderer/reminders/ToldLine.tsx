import type { ReactNode } from 'react'
import { IconButton } from '../ui/Button'
import { CloseIcon } from '../ui/icons'
import { useWords } from '../ui/use-words'
import styles from './told.module.css'

/** One sentence above the rows of Today; without `onPutAway` it stays as long as it is true. */
export function ToldLine({
  children,
  label,
  onPutAway,
}: {
  children: ReactNode
  /** What it is, for the name of its button. */
  label: string
  onPutAway?: () => void
}) {
  const say = useWords()
  return (
    <div className={styles.line} role="group" aria-label={label}>
      <p className={styles.lineText}>{children}</p>
      {onPutAway && (
        <IconButton label={say('told.putAway')} icon={<CloseIcon size={14} />} onClick={onPutAway} />
      )}
    </div>
  )
}
