import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

/** Nothing here: what is true, then what is next. */
export function EmptyState({
  children,
  next,
  actions,
}: {
  children: ReactNode
  next?: ReactNode
  actions?: ReactNode
}) {
  return (
    <div className={styles.empty}>
      <p className={styles.true}>{children}</p>
      {next && <p className={styles.next}>{next}</p>}
      {actions && <div className={styles.actions}>{actions}</div>}
    </div>
  )
}
