import { api } from '../../shared/api/index'
import type { Desk, DeskDetails } from '../../shared/domain/desk'
import { useAskAgain, useCommand, useQuery } from '../api'
import { useAct } from '../status'
import { Toggle } from '../ui/Checkbox'
import { useWords } from '../ui/use-words'
import { SettingsGroup } from './SettingsGroup'
import styles from './settings.module.css'

/** How Kept sits on this computer; absent in a browser. */
export function DeskGroup() {
  const { value: desk } = useQuery(api.desk.show, {})
  return desk ? <OnThisComputer desk={desk} /> : null
}

/** What is usual before anybody chose. */
const usual: DeskDetails = { startsAtLogin: false, staysInTray: true, hasShortcut: true }
const names = ['startsAtLogin', 'staysInTray', 'hasShortcut'] as const

function OnThisComputer({ desk }: { desk: Desk }) {
  const say = useWords()
  const act = useAct()
  const askAgain = useAskAgain()
  const changing = useCommand(api.desk.change)
  const { shortcut } = desk
  const labelOf = (name: keyof DeskDetails) => say(`settings.desk.${name}`, { shortcut })
  const change = async (name: keyof DeskDetails, isOn: boolean) => {
    if (changing.isBusy) return
    const { startsAtLogin, staysInTray, hasShortcut } = desk
    await act(changing.ask({ startsAtLogin, staysInTray, hasShortcut, [name]: isOn }), () =>
      say('settings.reminders.switched', { what: labelOf(name), isOn: isOn ? 'yes' : 'no' }),
    )
    askAgain()
  }
  return (
    <SettingsGroup title={say('settings.desk.title')}>
      <div className={styles.switches}>
        {names.map((name) => (
          <Toggle
            key={name}
            label={labelOf(name)}
            hint={
              isHindered(name, desk)
                ? say(`settings.desk.no.${name}`, { shortcut })
                : say('settings.reminders.usual', {
                    usual: say(usual[name] ? 'settings.reminders.usual.on' : 'settings.reminders.usual.off'),
                    why: say(`settings.desk.why.${name}`),
                  })
            }
            isChecked={desk[name]}
            isDisabled={name !== 'hasShortcut' && isHindered(name, desk)}
            onChange={(isOn) => void change(name, isOn)}
          />
        ))}
      </div>
    </SettingsGroup>
  )
}

/** Whether this system stands in the way; a shortcut that is taken may be free again, so it can still be switched. */
function isHindered(name: keyof DeskDetails, { canStartAtLogin, hasTray, isShortcutTaken }: Desk): boolean {
  if (name === 'startsAtLogin') return !canStartAtLogin
  return name === 'staysInTray' ? !hasTray : isShortcutTaken
}
