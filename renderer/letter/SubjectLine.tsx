import { useId } from 'react'
import { leftoverNames } from '../../shared/rules/letter-text'
import { useAnyWords, useWords } from '../ui/use-words'
import styles from './letter.module.css'

/** The subject of a letter. While nobody typed one it shows the template's; one that is emptied returns to it. */
export function SubjectLine({
  typed,
  rendered,
  onChange,
  error,
}: {
  typed: string | null
  rendered: string
  onChange: (subject: string | null) => void
  error: string | undefined
}) {
  const say = useWords()
  const words = useAnyWords()
  const id = useId()
  const names = leftoverNames(rendered)
  const isUnsaid = names.length > 0 && rendered.replaceAll(/\{\{[^{}]*\}\}/g, '').trim() === ''
  const shown = typed ?? (isUnsaid ? '' : rendered)
  return (
    <div className={styles.head}>
      <label className={styles.headName} htmlFor={id}>
        {say('letterPanel.subject')}
      </label>
      <div className={styles.headValue}>
        <input
          id={id}
          className={styles.subject}
          name="subject"
          autoComplete="off"
          value={shown}
          placeholder={isUnsaid ? words(`letter.field.${names[0]}`) : undefined}
          aria-invalid={error === undefined ? undefined : true}
          aria-describedby={error === undefined ? undefined : `${id}error`}
          onChange={(event) => onChange(event.target.value)}
          onBlur={() => {
            if (typed?.trim() === '') onChange(null)
          }}
        />
        {error && (
          <p className={styles.error} id={`${id}error`}>
            {error}
          </p>
        )}
      </div>
    </div>
  )
}
