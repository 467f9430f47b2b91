import type { Standard } from '../../shared/domain/standard'
import { momentShort } from '../../shared/words/format'
import { useLanguage, useWords } from '../ui/use-words'
import { useZone } from '../use-day'
import { SettingsGroup } from './SettingsGroup'
import { changedNames, standardInWords } from './standard-fields'
import styles from './settings.module.css'

/** What the standards were before, the newest first; nothing while they were never changed. */
export function StandardVersions({
  versions,
  currency,
}: {
  versions: readonly Standard[]
  currency: string
}) {
  const say = useWords()
  const language = useLanguage()
  const zone = useZone()
  if (versions.length < 2) return null
  return (
    <SettingsGroup title={say('settings.standards.versions')}>
      <ul role="list" className={styles.list}>
        {versions.map((version, place) => {
          const before = versions[place + 1]
          return (
            <li key={version.id} className={styles.version}>
              <span className={styles.lineWhen}>
                {before
                  ? say('settings.standards.version.from', {
                      when: momentShort(version.fromAt, zone, language),
                    })
                  : say('settings.standards.version.first')}
              </span>
              <Changes version={version} before={before} currency={currency} />
            </li>
          )
        })}
      </ul>
    </SettingsGroup>
  )
}

function Changes({
  version,
  before,
  currency,
}: {
  version: Standard
  before: Standard | undefined
  currency: string
}) {
  const say = useWords()
  const language = useLanguage()
  const words = { say, language, currency }
  if (!before) return <span>{say('settings.standards.version.same')}</span>
  return (
    <ul role="list">
      {changedNames(version, before).map((name) => (
        <li key={name}>
          {say('settings.standards.version.change', {
            name: say(`settings.standards.name.${name}`),
            now: standardInWords(name, version[name], words),
            before: standardInWords(name, before[name], words),
          })}
        </li>
      ))}
    </ul>
  )
}
