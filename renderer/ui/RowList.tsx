import type { ReactNode } from 'react'
import styles from './row.module.css'

/** A list of rows; `labelledBy` is the id of its section's title, or `label` names it. */
export function RowList({
  children,
  label,
  labelledBy,
}: {
  children: ReactNode
  label?: string
  labelledBy?: string
}) {
  return (
    // Safari forgets that an unstyled list is a list.
    <ul role="list" className={styles.list} aria-label={label} aria-labelledby={labelledBy}>
      {children}
    </ul>
  )
}
