import { api } from '../../shared/api/index'
import { useQuery } from '../api'
import { quietMoment } from '../reminders/quiet-words'
import { useQuiet } from '../reminders/use-quiet'
import { Button } from '../ui/Button'
import { useLanguage, useWords } from '../ui/use-words'
import { useZone } from '../use-day'
import { useNow } from '../use-now'
import { SettingsGroup } from './SettingsGroup'
import styles from './settings.module.css'

/** Being quiet until a moment of the working calendar, and ending it. */
export function QuietGroup() {
  const say = useWords()
  const language = useLanguage()
  const zone = useZone()
  const now = useNow()
  const { value: choices = [] } = useQuery(api.reminders.quietChoices, {})
  const { until, isBusy, quiet, end } = useQuiet()
  const momentOf = (moment: number) => quietMoment(moment, now, zone, language)
  return (
    <SettingsGroup
      title={say('settings.quiet.title')}
      note={
        until === null
          ? say(choices.length === 0 ? 'settings.quiet.none' : 'settings.quiet.note')
          : say('settings.quiet.is', { moment: momentOf(until) })
      }
    >
      <div className={styles.choices} role="group" aria-label={say('settings.quiet.title')}>
        {until !== null && (
          <Button kind="filled" aria-disabled={isBusy} onClick={() => void end()}>
            {say('quiet.end')}
          </Button>
        )}
        {choices
          .filter((choice) => until === null || momentOf(choice.until) !== momentOf(until))
          .map((choice) => (
            <Button
              key={choice.until}
              kind="outlined"
              aria-disabled={isBusy}
              onClick={() => void quiet(choice.until, choice.label)}
            >
              {choice.label}
            </Button>
          ))}
      </div>
    </SettingsGroup>
  )
}
