import { useState } from 'react'
import { askForNotes, isInBrowser, notesAllowed } from '../notes'
import { useStatus } from '../status'
import { Button } from '../ui/Button'
import { useWords } from '../ui/use-words'
import { SettingsGroup } from './SettingsGroup'
import styles from './settings.module.css'

/** Whether this browser may show notes, with a button that asks it; absent in a window of its own. */
export function BrowserNotes() {
  const say = useWords()
  const status = useStatus()
  const [allowed, setAllowed] = useState(notesAllowed)
  if (!isInBrowser()) return null
  const ask = async () => {
    const now = await askForNotes()
    setAllowed(now)
    status.tell(say(now === 'granted' ? 'settings.browser.said.granted' : 'settings.browser.said.not'))
  }
  return (
    <SettingsGroup title={say('settings.browser.title')}>
      <p>{say(`settings.browser.${allowed}`)}</p>
      {allowed === 'default' && (
        <p className={styles.below}>
          <Button kind="outlined" onClick={() => void ask()}>
            {say('settings.browser.ask')}
          </Button>
        </p>
      )}
    </SettingsGroup>
  )
}
