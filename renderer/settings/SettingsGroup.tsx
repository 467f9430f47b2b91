import { useId, type ReactNode } from 'react'
import styles from './settings.module.css'

/** A group of settings under a title, with a line about it. */
export function SettingsGroup({
  title,
  note,
  action,
  children,
}: {
  title: string
  note?: ReactNode
  action?: ReactNode
  children: ReactNode
}) {
  const id = useId()
  return (
    <section className={styles.group} aria-labelledby={id}>
      <div className={styles.groupHead}>
        <h2 className={styles.groupTitle} id={id}>
          {title}
        </h2>
        {note && <p className={styles.note}>{note}</p>}
        {action && <span className={styles.groupAction}>{action}</span>}
      </div>
      {children}
    </section>
  )
}
