import type { ReactNode } from 'react'
import { hrefOf, settingsParts, type SettingsPart } from '../../shared/domain/route'
import { ScreenHead } from '../ui/Sheet'
import { useWords } from '../ui/use-words'
import styles from './settings.module.css'

/** The head of a part of Settings: its sentence, and the way to the other parts. */
export function SettingsHead({
  part,
  sentence,
  context,
}: {
  part: SettingsPart
  sentence: string
  context?: ReactNode
}) {
  const say = useWords()
  return (
    <>
      <ScreenHead moment={say('settings.title')} sentence={sentence} context={context} />
      <nav aria-label={say('settings.parts')}>
        <ul role="list" className={styles.parts}>
          {settingsParts.map((other) => (
            <li key={other}>
              <a
                className={styles.part}
                href={hrefOf({ screen: 'settings', part: other })}
                aria-current={other === part ? 'page' : undefined}
              >
                {say(`settings.part.${other}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
    </>
  )
}
