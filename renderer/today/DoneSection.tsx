import type { DoneRow } from '../../shared/domain/today'
import { timeAt } from '../../shared/words/format'
import { hrefOf } from '../../shared/domain/route'
import { CheckIcon } from '../ui/icons'
import { SectionHeader } from '../ui/SectionHeader'
import { Section } from '../ui/Sheet'
import { useWords } from '../ui/use-words'
import styles from './done-section.module.css'

/** What was done today, in the order it was done: shown once nothing is left. */
export function DoneSection({ done, zone }: { done: readonly DoneRow[]; zone: string }) {
  const say = useWords()
  if (done.length === 0) return null
  return (
    <Section labelledBy="done">
      <SectionHeader id="done" title={say('today.done.title')} count={done.length} />
      <ul role="list" className={styles.list} aria-labelledby="done">
        {done.map((row) => (
          <Done key={`${row.kind}-${row.id}`} row={row} zone={zone} />
        ))}
      </ul>
    </Section>
  )
}

function Done({ row, zone }: { row: DoneRow; zone: string }) {
  const say = useWords()
  const values = { hasWhat: row.what === null ? 'no' : 'yes', what: row.what }
  return (
    <li className={styles.row}>
      <span className={styles.when}>
        <CheckIcon /> {timeAt(row.at, zone)}
      </span>
      <a className={styles.who} href={hrefOf({ screen: 'client', clientId: row.clientId })}>
        {row.name}
      </a>
      <span className={styles.what}>{say(`today.done.${row.kind}`, values)}</span>
    </li>
  )
}
