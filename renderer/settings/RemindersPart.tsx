import { api } from '../../shared/api/index'
import type { ReminderSettings } from '../../shared/domain/reminder'
import type { Say } from '../../shared/words/say'
import { useQuery } from '../api'
import { quietMoment } from '../reminders/quiet-words'
import { useLanguage, useWords } from '../ui/use-words'
import { useZone } from '../use-day'
import { useNow } from '../use-now'
import { BrowserNotes } from './BrowserNotes'
import { DeskGroup } from './DeskGroup'
import { QuietGroup } from './QuietGroup'
import { ReminderHealthGroup } from './ReminderHealthGroup'
import { ReminderSwitches } from './ReminderSwitches'
import { SettingsHead } from './SettingsHead'
import { SettingsPage } from './SettingsPage'
import styles from './settings.module.css'

/** How the user wishes to be told, where, and how well it runs. */
export function RemindersPart() {
  const say = useWords()
  const language = useLanguage()
  const zone = useZone()
  const now = useNow()
  const asked = useQuery(api.reminders.show, {})
  return (
    <SettingsPage asked={asked} isSaved={false}>
      {(settings) => (
        <>
          <SettingsHead
            part="reminders"
            sentence={sentenceOf(settings, now, say, (until) => quietMoment(until, now, zone, language))}
            context={say('settings.reminders.context')}
          />
          <div className={styles.halves}>
            <div className={styles.groups}>
              <ReminderSwitches settings={settings} />
              <QuietGroup />
            </div>
            <div className={styles.groups}>
              <BrowserNotes />
              <DeskGroup />
              <ReminderHealthGroup />
            </div>
          </div>
        </>
      )}
    </SettingsPage>
  )
}

function sentenceOf(
  { isOn, quietUntil }: ReminderSettings,
  now: number,
  say: Say,
  momentOf: (until: number) => string,
): string {
  if (!isOn) return say('settings.reminders.sentence.off')
  if (quietUntil !== null && quietUntil > now)
    return say('settings.reminders.sentence.quiet', { moment: momentOf(quietUntil) })
  return say('settings.reminders.sentence.on')
}
