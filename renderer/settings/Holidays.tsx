import { useState } from 'react'
import { api } from '../../shared/api/index'
import type { ListedException } from '../../shared/api/settings'
import type { Day } from '../../shared/lib/time'
import { dayShort } from '../../shared/words/format'
import { useCommand } from '../api'
import { useAct } from '../status'
import { Button } from '../ui/Button'
import { Toggle } from '../ui/Checkbox'
import { useLanguage, useWords } from '../ui/use-words'
import { holidaysByYear } from './exceptions'
import { SettingsGroup } from './SettingsGroup'
import styles from './settings.module.css'

/** The holidays of the country from today on, each with its switch; years further ahead on wish. */
export function Holidays({ exceptions, today }: { exceptions: readonly ListedException[]; today: Day }) {
  const say = useWords()
  const act = useAct()
  const loading = useCommand(api.calendar.loadHolidays)
  const [shown, setShown] = useState(1)
  const years = holidaysByYear(exceptions, today)
  const next = years[shown]
  const load = () => void act(loading.ask({}), ({ added }) => say('settings.holidays.loaded', { n: added }))
  return (
    <SettingsGroup
      title={say('settings.holidays.title')}
      note={years.length === 0 ? say('settings.holidays.none') : say('settings.holidays.note')}
      action={
        <Button kind="link" disabled={loading.isBusy} onClick={load}>
          {say(years.length === 0 ? 'settings.holidays.load' : 'settings.holidays.again')}
        </Button>
      }
    >
      {years.slice(0, shown).map(({ year, days }) => (
        <div key={year}>
          <h3 className={styles.year}>{year}</h3>
          <ul role="list" className={styles.holidays}>
            {days.map((holiday) => (
              <Holiday key={holiday.id} holiday={holiday} />
            ))}
          </ul>
        </div>
      ))}
      {next && (
        <p>
          <Button kind="link" onClick={() => setShown(shown + 1)}>
            {say('settings.holidays.more', { year: next.year })}
          </Button>
        </p>
      )}
    </SettingsGroup>
  )
}

function Holiday({ holiday: { id, on, what, isOn } }: { holiday: ListedException }) {
  const say = useWords()
  const language = useLanguage()
  const act = useAct()
  const switching = useCommand(api.calendar.switchException)
  const change = (isNowOn: boolean) =>
    void act(switching.ask({ id, isOn: isNowOn }), () =>
      say(isNowOn ? 'settings.holidays.on' : 'settings.holidays.off', { what }),
    )
  return (
    <li>
      <Toggle
        label={
          <>
            <span className={styles.holidayDay}>{dayShort(on, language)}</span> {what}
          </>
        }
        isChecked={isOn}
        onChange={change}
      />
    </li>
  )
}
