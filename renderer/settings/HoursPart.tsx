import { api } from '../../shared/api/index'
import { dayOf } from '../../shared/lib/time'
import { useQuery } from '../api'
import { useLanguage, useWords } from '../ui/use-words'
import { useNow } from '../use-now'
import { Holidays } from './Holidays'
import { OwnDays } from './OwnDays'
import { SettingsGroup } from './SettingsGroup'
import { SettingsHead } from './SettingsHead'
import { SettingsPage } from './SettingsPage'
import { weekSentence } from './week'
import { WeekForm } from './WeekForm'
import styles from './settings.module.css'

/** When the business is at work: every week, on days that differ, and on holidays. */
export function HoursPart() {
  const say = useWords()
  const language = useLanguage()
  const now = useNow()
  const asked = useQuery(api.calendar.show, {})
  return (
    <SettingsPage asked={asked}>
      {({ calendar, exceptions }) => (
        <>
          <SettingsHead
            part="hours"
            sentence={weekSentence(calendar, say, language)}
            context={say('settings.hours.context')}
          />
          <div className={styles.halves}>
            <SettingsGroup title={say('settings.hours.week')}>
              <WeekForm calendar={calendar} />
            </SettingsGroup>
            <div className={styles.groups}>
              <OwnDays exceptions={exceptions} today={dayOf(now, calendar.zone)} />
              <Holidays exceptions={exceptions} today={dayOf(now, calendar.zone)} />
            </div>
          </div>
        </>
      )}
    </SettingsPage>
  )
}
