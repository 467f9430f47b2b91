import { useEffect, useRef } from 'react'
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
  const { group, press } = useStayingFocus(until)
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
      <div
        ref={group}
        onClick={press}
        className={styles.choices}
        role="group"
        aria-label={say('settings.quiet.title')}
      >
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

/** The button that was pressed goes when the quiet begins or ends; its group keeps the focus by its first. */
function useStayingFocus(until: number | null) {
  const group = useRef<HTMLDivElement>(null)
  const isPressed = useRef(false)
  useEffect(() => {
    const isLost = isPressed.current && document.activeElement === document.body
    isPressed.current = false
    if (isLost) group.current?.querySelector('button')?.focus()
  }, [until])
  return { group, press: () => void (isPressed.current = true) }
}
