import type { ReactNode } from 'react'
import { classNames } from './class-names'
import styles from './row-text.module.css'

type Tone = 'plain' | 'late' | 'soon' | 'kept' | 'extra'

/** The `when` column: a moment or a length in bold over a hint, and the clock ring before both. */
export function RowWhen({
  ring,
  first,
  second,
  tone = 'plain',
}: {
  ring?: ReactNode
  first: ReactNode
  second?: ReactNode
  tone?: Tone
}) {
  return (
    <div className={styles.when}>
      {ring}
      <div className={styles.lines}>
        <div className={classNames(styles.moment, styles[tone])}>{first}</div>
        {second && <div className={styles.hint}>{second}</div>}
      </div>
    </div>
  )
}

/** The `who` column: a name in serif over a fact. */
export function RowWho({ name, fact }: { name: ReactNode; fact?: ReactNode }) {
  return (
    <div className={classNames(styles.lines, styles.who)}>
      <div className={styles.name}>{name}</div>
      {fact && <div className={styles.hint}>{fact}</div>}
    </div>
  )
}

/** The `what` column: what it is about over a second line; a client's own words are italic. */
export function RowWhat({
  first,
  second,
  isTheirWords = false,
}: {
  first: ReactNode
  second?: ReactNode
  isTheirWords?: boolean
}) {
  return (
    <div className={classNames(styles.lines, styles.what)}>
      <div className={styles.about}>{first}</div>
      {second && <div className={isTheirWords ? styles.snippet : styles.second}>{second}</div>}
    </div>
  )
}
