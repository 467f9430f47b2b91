import { api } from '../../shared/api/index'
import type { Backup } from '../../shared/api/settings'
import { momentLong } from '../../shared/words/format'
import { useAskAgain, useCommand, useQuery } from '../api'
import { backupInWords } from '../recovery/backup-words'
import { useAct } from '../status'
import { Button } from '../ui/Button'
import { useLanguage, useWords } from '../ui/use-words'
import { useZone } from '../use-day'
import { AnotherWindow } from './AnotherWindow'
import { SettingsGroup } from './SettingsGroup'
import { SettingsHead } from './SettingsHead'
import { SettingsPage } from './SettingsPage'
import styles from './settings.module.css'

/** Where the store is, its backups, and the way to another window onto it. */
export function DataPart() {
  const say = useWords()
  const language = useLanguage()
  const zone = useZone()
  const asked = useQuery(api.data.show, {})
  return (
    <SettingsPage asked={asked}>
      {({ store, backups: [last, ...others], version }) => (
        <>
          <SettingsHead
            part="data"
            sentence={
              last === undefined
                ? say('settings.data.sentence.none')
                : say('settings.data.sentence', { when: momentLong(last.at, zone, language) })
            }
            context={say('settings.data.context')}
          />
          <div className={styles.column}>
            <SettingsGroup title={say('settings.data.backups')} action={<BackUpNow />}>
              <Backups backups={last === undefined ? [] : [last, ...others]} />
            </SettingsGroup>
            <SettingsGroup title={say('settings.data.store')}>
              <p className={styles.path}>{store}</p>
              <p className={styles.note}>
                {say('settings.data.version')} {version}
              </p>
            </SettingsGroup>
            <AnotherWindow />
          </div>
        </>
      )}
    </SettingsPage>
  )
}

function BackUpNow() {
  const say = useWords()
  const act = useAct()
  const askAgain = useAskAgain()
  const backing = useCommand(api.data.backUp)
  const backUp = async () => {
    await act(backing.ask({ why: 'by-hand' }), ({ file }) => say('settings.data.backedUp', { file }))
    askAgain()
  }
  return (
    <Button kind="outlined" disabled={backing.isBusy} onClick={() => void backUp()}>
      {say(backing.isBusy ? 'settings.data.backingUp' : 'settings.data.backUp')}
    </Button>
  )
}

function Backups({ backups }: { backups: readonly Backup[] }) {
  const language = useLanguage()
  const zone = useZone()
  return (
    <ul role="list" className={styles.list}>
      {backups.map((backup) => {
        const { label, hint } = backupInWords(backup, language, zone)
        return (
          <li key={backup.file} className={styles.line} title={backup.file}>
            <span className={styles.lineWhat}>{label}</span>
            <span className={styles.lineHint}>{hint}</span>
          </li>
        )
      })}
    </ul>
  )
}
