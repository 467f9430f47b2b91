import { useState } from 'react'
import { api } from '../../shared/api/index'
import { useCommand } from '../api'
import { copyText } from '../letter/deliver-by-hand'
import { useAct, useStatus } from '../status'
import { Button } from '../ui/Button'
import { Field } from '../ui/Field'
import { TextInput } from '../ui/TextInput'
import { useWords } from '../ui/use-words'
import { SettingsGroup } from './SettingsGroup'
import styles from './settings.module.css'

/** Opens a second window onto the same Kept; where the shell cannot, it gives the link to one. */
export function AnotherWindow() {
  const say = useWords()
  const act = useAct()
  const status = useStatus()
  const opening = useCommand(api.windows.open)
  const [link, setLink] = useState<string | null>(null)
  const open = async () => {
    const done = await act(opening.ask({}), ({ link: made }) =>
      say(made === null ? 'settings.data.window.opened' : 'settings.data.window.link'),
    )
    if (done) setLink(done.value.link)
  }
  const copy = async (text: string) => {
    if (await copyText(text)) status.tell(say('settings.data.window.copied'))
  }
  return (
    <SettingsGroup title={say('settings.data.window')} note={say('settings.data.window.text')}>
      <p>
        <Button kind="outlined" disabled={opening.isBusy} onClick={() => void open()}>
          {say('settings.data.window.open')}
        </Button>
      </p>
      {link !== null && (
        <div className={styles.link}>
          <Field label={say('settings.data.window.label')} hint={say('settings.data.window.link')}>
            <TextInput
              readOnly
              value={link}
              onChange={() => undefined}
              onFocus={(event) => event.target.select()}
            />
          </Field>
          <Button onClick={() => void copy(link)}>{say('letterPanel.copy')}</Button>
        </div>
      )}
    </SettingsGroup>
  )
}
