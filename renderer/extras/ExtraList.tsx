import type { ClientPage } from '../../shared/api/clients'
import type { Extra } from '../../shared/domain/extra'
import { dayMonthShort, effort, money } from '../../shared/words/format'
import { closeWithEscape } from '../client/close-with-escape'
import { isOpen, type Panels } from '../client/panels'
import styles from '../client/facts.module.css'
import { Button } from '../ui/Button'
import { SectionHeader } from '../ui/SectionHeader'
import { useLanguage, useWords } from '../ui/use-words'
import { ExtraDetailsPanel } from './ExtraDetailsPanel'
import { ExtraForm } from './ExtraForm'

/** Little extras for a client: what may still be given, what was, and how much of the year's share is spent. */
export function ExtraList({ page, panels }: { page: ClientPage; panels: Panels }) {
  const say = useWords()
  const language = useLanguage()
  const { extras, extrasSpentMinor, extrasBudgetMinor, currency } = page
  const spent = money(extrasSpentMinor, currency, language)
  const budget = money(extrasBudgetMinor, currency, language)
  const isAdding = isOpen(panels, 'extra-form', null)
  return (
    <section aria-labelledby="extras">
      <SectionHeader
        id="extras"
        title={say('extraList.title')}
        note={<span className={styles.spent}>{say('extraList.spent', { spent, budget })}</span>}
        action={
          <Button
            kind="link"
            aria-expanded={isAdding}
            aria-label={say('extraForm.add')}
            onClick={() => panels.show({ kind: 'extra-form', id: null })}
          >
            {say('ui.add')}
          </Button>
        }
      />
      {isAdding && <ExtraForm page={page} extra={null} onClose={panels.close} />}
      {extras.length === 0 && !isAdding && <p className={styles.none}>{say('extraList.none')}</p>}
      <ul role="list" aria-labelledby="extras">
        {extras.map((extra) => (
          <li
            key={extra.id}
            onKeyDown={(event) => closeWithEscape(event, isOpen(panels, 'extra', extra.id), panels)}
          >
            <Line extra={extra} currency={currency} panels={panels} />
            {isOpen(panels, 'extra', extra.id) && (
              <ExtraDetailsPanel extra={extra} page={page} panels={panels} />
            )}
            {isOpen(panels, 'extra-form', extra.id) && (
              <ExtraForm page={page} extra={extra} onClose={panels.close} />
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

function Line({ extra, currency, panels }: { extra: Extra; currency: string; panels: Panels }) {
  const language = useLanguage()
  const { id, what, costMinor, minutes } = extra
  const isShown = isOpen(panels, 'extra', id)
  const cost = costMinor !== null ? money(costMinor, currency, language) : null
  return (
    <div className={styles.line}>
      <span className={styles.day}>
        <When extra={extra} />
      </span>
      <button
        type="button"
        className={styles.what}
        aria-expanded={isShown}
        onClick={() => (isShown ? panels.close() : panels.show({ kind: 'extra', id }))}
      >
        {what}
      </button>
      <span className={styles.end}>{cost ?? (minutes === null ? null : effort(minutes, language))}</span>
    </div>
  )
}

/** The day it was given; before that, how far it has come. */
function When({ extra }: { extra: Extra }) {
  const say = useWords()
  const language = useLanguage()
  if (extra.givenOn !== null) return dayMonthShort(extra.givenOn, language)
  if (extra.state === 'planned' && extra.occasionOn !== null) return dayMonthShort(extra.occasionOn, language)
  return extra.state === 'idea' || extra.state === 'suggested' || extra.state === 'planned'
    ? say(`extraList.${extra.state}`)
    : null
}
