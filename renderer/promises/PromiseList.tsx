import type { ClientPage } from '../../shared/api/clients'
import type { Calendar } from '../../shared/domain/calendar'
import type { Instant } from '../../shared/lib/time'
import { isOpen, type Panels } from '../client/panels'
import { Button } from '../ui/Button'
import { SectionHeader } from '../ui/SectionHeader'
import { useWords } from '../ui/use-words'
import { PromiseForm } from './PromiseForm'
import { PromiseItem } from './PromiseItem'
import { useDeparting } from './use-departing'
import styles from './promises.module.css'

export type PromiseListProps = {
  readonly page: ClientPage
  readonly calendar: Calendar
  readonly now: Instant
  readonly panels: Panels
}

/** What is promised to a client, the nearest first, and how promises to them went before. */
export function PromiseList({ page, calendar, now, panels }: PromiseListProps) {
  const say = useWords()
  const { promises, promiseRecord: record } = page
  const rows = useDeparting(promises)
  const isAdding = isOpen(panels, 'promise-form', null)
  return (
    <section aria-labelledby="promises">
      <SectionHeader
        id="promises"
        title={say('promiseList.title')}
        count={promises.length > 0 ? say('promiseList.open', { n: promises.length }) : undefined}
        action={
          <Button
            kind="link"
            aria-expanded={isAdding}
            aria-label={say('promiseForm.add')}
            onClick={() => panels.show({ kind: 'promise-form', id: null })}
          >
            {say('ui.add')}
          </Button>
        }
      />
      {isAdding && <PromiseForm page={page} promise={null} onClose={panels.close} />}
      {rows.length === 0 && !isAdding && <p className={styles.none}>{say('promiseList.none')}</p>}
      <ul role="list" className={styles.list} aria-labelledby="promises">
        {rows.map(({ promise, isLeaving }) => (
          <PromiseItem
            key={promise.id}
            promise={promise}
            isLeaving={isLeaving}
            page={page}
            calendar={calendar}
            now={now}
            panels={panels}
          />
        ))}
      </ul>
      {record.kept + record.movedAhead + record.missed > 0 && (
        <p className={styles.record}>
          {say('promiseList.record', { n: record.kept, moved: record.movedAhead, missed: record.missed })}
        </p>
      )}
    </section>
  )
}
