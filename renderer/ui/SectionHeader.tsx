import type { ReactNode } from 'react'
import styles from './section-header.module.css'

/** The title of a section with its count, and at the right a note or a link. */
export function SectionHeader({
  title,
  id,
  count,
  note,
  action,
  level = 2,
}: {
  title: ReactNode
  id?: string | undefined
  count?: ReactNode
  note?: ReactNode
  action?: ReactNode
  level?: 2 | 3
}) {
  const Heading = level === 2 ? 'h2' : 'h3'
  return (
    <div className={styles.header}>
      <Heading className={styles.title} id={id}>
        {title}
      </Heading>
      {count !== undefined && <span className={styles.count}>{count}</span>}
      {note && <span className={styles.note}>{note}</span>}
      {action && <span className={styles.action}>{action}</span>}
    </div>
  )
}
