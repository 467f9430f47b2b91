import { useState } from 'react'
import type { AwayRow } from '../../shared/api/nudges'
import type { NudgeId } from '../../shared/domain/ids'
import { hrefOf, parseRoute } from '../../shared/domain/route'
import { momentBrief, momentShort } from '../../shared/words/format'
import { Button } from '../ui/Button'
import { SectionHeader } from '../ui/SectionHeader'
import { Section } from '../ui/Sheet'
import { useLanguage, useWords } from '../ui/use-words'
import styles from './told.module.css'

/** So many are shown at first, so that the rows of the day stay in sight. */
const atFirst = 6

type AwayListProps = {
  readonly away: readonly AwayRow[]
  readonly zone: string
  readonly now: number
  readonly onSeen: (ids: readonly NudgeId[]) => void
}

/** What came due while Kept slept or was closed, at its own times; each leads to its row. */
export function AwayList({ away, zone, now, onSeen }: AwayListProps) {
  const say = useWords()
  const [showsAll, setShowsAll] = useState(false)
  const shown = showsAll || away.length <= atFirst + 1 ? away : away.slice(0, atFirst)
  return (
    <div className={styles.away}>
      <Section labelledBy="away">
        <SectionHeader
          id="away"
          title={say('told.away.title')}
          count={away.length}
          action={
            <Button kind="outlined" onClick={() => onSeen(away.map(({ nudgeId }) => nudgeId))}>
              {say('told.away.seen')}
            </Button>
          }
        />
        <ol role="list" className={styles.list} aria-labelledby="away">
          {shown.map((row) => (
            <Away key={row.nudgeId} row={row} zone={zone} now={now} />
          ))}
        </ol>
        {shown.length < away.length && (
          <Button onClick={() => setShowsAll(true)}>
            {say('today.more', { n: away.length - shown.length })}
          </Button>
        )}
      </Section>
    </div>
  )
}

function Away({ row, zone, now }: { row: AwayRow; zone: string; now: number }) {
  const language = useLanguage()
  const { dueAt, clientName, text, place } = row
  return (
    <li>
      <a className={styles.row} href={hrefOf(parseRoute(place))}>
        <span className={styles.when} title={momentShort(dueAt, zone, language)}>
          {momentBrief(dueAt, now, zone, language)}
        </span>{' '}
        <span className={styles.who}>{clientName}</span> <span className={styles.what}>{text}</span>
      </a>
    </li>
  )
}
