import { api } from '../../shared/api/index'
import type { ReminderDetails, ReminderSettings } from '../../shared/domain/reminder'
import { useCommand } from '../api'
import { useAct } from '../status'
import { Toggle } from '../ui/Checkbox'
import { useWords } from '../ui/use-words'
import { SettingsGroup } from './SettingsGroup'
import styles from './settings.module.css'

/** Every choice about reminders, and what it is before anybody chose. */
const usual: ReminderDetails = {
  isOn: true,
  hidesWords: false,
  breaksForEvents: true,
  hasMorningNote: true,
  hasClosingNote: true,
}

const names = ['isOn', 'hidesWords', 'breaksForEvents', 'hasMorningNote', 'hasClosingNote'] as const

/** How the user wishes to be told: a switch each, with what is usual and why. It holds at once, with Undo. */
export function ReminderSwitches({ settings }: { settings: ReminderSettings }) {
  const say = useWords()
  const act = useAct()
  const changing = useCommand(api.reminders.change)
  const change = (name: keyof ReminderDetails, isOn: boolean) => {
    if (changing.isBusy) return
    const { quietUntil: _, unavailableOn: __, ...kept } = settings
    const what = say(`settings.reminders.${name}`)
    void act(changing.ask({ ...kept, [name]: isOn }), () =>
      say('settings.reminders.switched', { what, isOn: isOn ? 'yes' : 'no' }),
    )
  }
  return (
    <SettingsGroup title={say('settings.reminders.notes')}>
      <div className={styles.switches}>
        {names.map((name) => (
          <Toggle
            key={name}
            label={say(`settings.reminders.${name}`)}
            hint={say('settings.reminders.usual', {
              usual: say(usual[name] ? 'settings.reminders.usual.on' : 'settings.reminders.usual.off'),
              why: say(`settings.reminders.why.${name}`),
            })}
            isChecked={settings[name]}
            isDisabled={name !== 'isOn' && !settings.isOn}
            onChange={(isOn) => change(name, isOn)}
          />
        ))}
      </div>
    </SettingsGroup>
  )
}
