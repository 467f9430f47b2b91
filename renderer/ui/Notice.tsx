import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { AlertIcon } from './icons'
import { useWords } from './use-words'
import styles from './notice.module.css'

export type NoticeProps = {
  /** What is so, and what can be done: a refusal's sentence as it stands. */
  readonly children: ReactNode
  /** The refusal's code; it stands in the details. */
  readonly code?: string | undefined
  readonly tone?: 'neutral' | 'late' | 'soon'
  /** Buttons: try again, choose another. */
  readonly actions?: ReactNode
}

/** A sentence that something could not be done, or should be known. It is read aloud when it appears. */
export function Notice({ children, code, tone = 'late', actions }: NoticeProps) {
  const say = useWords()
  return (
    <div className={classNames(styles.notice, styles[tone])} role={tone === 'late' ? 'alert' : 'status'}>
      <span className={styles.icon}>
        <AlertIcon />
      </span>
      <div className={styles.words}>
        <p>{children}</p>
        {code && (
          <details className={styles.details}>
            <summary>{say('ui.details')}</summary>
            <code>{say('ui.code', { code })}</code>
          </details>
        )}
        {actions && <div className={styles.actions}>{actions}</div>}
      </div>
    </div>
  )
}
