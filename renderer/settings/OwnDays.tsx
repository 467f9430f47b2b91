import { useState } from 'react'
import { api } from '../../shared/api/index'
import type { ListedException } from '../../shared/api/settings'
import type { Day } from '../../shared/lib/time'
import { dayShort, timeShort } from '../../shared/words/format'
import type { Language, Say } from '../../shared/words/say'
import { useCommand } from '../api'
import { useAct } from '../status'
import { Button } from '../ui/Button'
import { useLanguage, useWords } from '../ui/use-words'
import { OwnDayForm } from './OwnDayForm'
import { ownStretches, type Stretch } from './exceptions'
import { SettingsGroup } from './SettingsGroup'
import styles from './settings.module.css'

/** Days on which the user is closed, or open at other hours, from today on. */
export function OwnDays({ exceptions, today }: { exceptions: readonly ListedException[]; today: Day }) {
  const say = useWords()
  const [isAdding, setIsAdding] = useState(false)
  const stretches = ownStretches(exceptions, today)
  return (
    <SettingsGroup
      title={say('settings.days.title')}
      action={
        !isAdding && (
          <Button kind="link" onClick={() => setIsAdding(true)}>
            {say('settings.days.add')}
          </Button>
        )
      }
    >
      {isAdding && <OwnDayForm today={today} onClose={() => setIsAdding(false)} />}
      {stretches.length === 0 && !isAdding && <p className={styles.note}>{say('settings.days.none')}</p>}
      <ul role="list" className={styles.list}>
        {stretches.map((stretch) => (
          <OwnStretch key={stretch.first.id} stretch={stretch} />
        ))}
      </ul>
    </SettingsGroup>
  )
}

function OwnStretch({ stretch }: { stretch: Stretch }) {
  const say = useWords()
  const language = useLanguage()
  const act = useAct()
  const removing = useCommand(api.calendar.removeExceptions)
  const { what } = stretch.first
  const when = whenOf(stretch, say, language)
  const remove = () =>
    void act(removing.ask({ ids: [...stretch.ids] }), () => say('settings.days.removed', { what }))
  return (
    <li className={styles.line}>
      <span className={styles.lineWhen}>{when}</span>
      <span className={styles.lineWhat}>
        {what}
        <span className={styles.lineHint}>{hoursOf(stretch, say)}</span>
      </span>
      <Button aria-label={say('settings.days.removeNamed', { what, when })} onClick={remove}>
        {say('settings.days.remove')}
      </Button>
    </li>
  )
}

const whenOf = ({ first, last }: Stretch, say: Say, language: Language): string =>
  first === last
    ? dayShort(first.on, language)
    : say('settings.days.stretch', { first: dayShort(first.on, language), last: dayShort(last.on, language) })

function hoursOf({ first, ids }: Stretch, say: Say): string {
  const days = ids.length > 1 ? `, ${say('settings.days.count', { n: ids.length })}` : ''
  if (first.spans.length === 0) return say('settings.days.isClosed') + days
  const hours = first.spans.map(({ opensAt, closesAt }) =>
    say('settings.hours.span', { opens: timeShort(opensAt), closes: timeShort(closesAt) }),
  )
  return hours.join(', ') + days
}
