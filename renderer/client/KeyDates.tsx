import type { ClientPage } from '../../shared/api/clients'
import type { Milestone } from '../../shared/domain/milestone'
import type { Day } from '../../shared/lib/time'
import { dayShort, timeShort } from '../../shared/words/format'
import { Button } from '../ui/Button'
import { classNames } from '../ui/class-names'
import { SectionHeader } from '../ui/SectionHeader'
import { useLanguage, useWords } from '../ui/use-words'
import { KeyDateForm } from './KeyDateForm'
import { isOpen, type Panels } from './panels'
import styles from './facts.module.css'

/** The key dates of a client, the nearest first. */
export function KeyDates({ page, today, panels }: { page: ClientPage; today: Day; panels: Panels }) {
  const say = useWords()
  const isAdding = isOpen(panels, 'key-date', null)
  return (
    <section aria-labelledby="key-dates">
      <SectionHeader
        id="key-dates"
        title={say('keyDate.title')}
        action={
          <Button
            kind="link"
            aria-expanded={isAdding}
            aria-label={say('keyDate.add')}
            onClick={() => panels.show({ kind: 'key-date', id: null })}
          >
            {say('ui.add')}
          </Button>
        }
      />
      {isAdding && <KeyDateForm page={page} keyDate={null} onClose={panels.close} />}
      {page.keyDates.length === 0 && !isAdding && <p className={styles.none}>{say('keyDate.none')}</p>}
      <ul role="list" aria-labelledby="key-dates">
        {page.keyDates.map((keyDate) => (
          <li key={keyDate.id}>
            <KeyDate keyDate={keyDate} today={today} panels={panels} />
            {isOpen(panels, 'key-date', keyDate.id) && (
              <KeyDateForm page={page} keyDate={keyDate} onClose={panels.close} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function KeyDate({ keyDate, today, panels }: { keyDate: Milestone; today: Day; panels: Panels }) {
  const say = useWords()
  const language = useLanguage()
  const { id, onDay, what, atTime, doneAt } = keyDate
  const isPast = doneAt === null && onDay < today
  return (
    <div className={styles.line}>
      <span
        className={classNames(styles.day, isPast && styles.soon)}
        title={isPast ? say('keyDate.past') : undefined}
      >
        {dayShort(onDay, language)}
        {isPast && <span className="visually-hidden"> ({say('keyDate.past')})</span>}
      </span>
      <button
        type="button"
        className={styles.what}
        aria-expanded={isOpen(panels, 'key-date', id)}
        onClick={() => panels.show({ kind: 'key-date', id })}
      >
        {what}
      </button>
      <span className={styles.end}>
        {doneAt !== null ? say('keyDate.isDone') : atTime && timeShort(atTime)}
      </span>
    </div>
  )
}
