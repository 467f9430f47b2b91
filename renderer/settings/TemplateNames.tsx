import { useId } from 'react'
import type { TemplateName } from '../../shared/api/letters'
import { useWords } from '../ui/use-words'
import styles from './settings.module.css'

/** The names a letter knows, each with what it stands for; a press puts it into the text. */
export function TemplateNames({
  names,
  onPress,
}: {
  names: readonly TemplateName[]
  onPress: (name: TemplateName) => void
}) {
  const say = useWords()
  const title = useId()
  return (
    <div className={styles.names}>
      <p className={styles.namesTitle} id={title}>
        {say('settings.letters.names')}
      </p>
      <p className={styles.note}>{say('settings.letters.names.hint')}</p>
      <ul role="list" className={styles.nameList} aria-labelledby={title}>
        {names.map((known) => (
          <li key={known.name}>
            <button type="button" className={styles.name} onClick={() => onPress(known)}>
              <code>{known.name}</code> <span className={styles.nameLabel}>{known.label}</span>
              {known.kind !== 'text' && (
                <span className={styles.nameKind}>
                  {' '}
                  {say(known.kind === 'asked' ? 'settings.letters.asked' : 'settings.letters.list.item')}
                </span>
              )}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
