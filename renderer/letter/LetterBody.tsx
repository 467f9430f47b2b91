import { useState } from 'react'
import type { LetterDraft } from '../../shared/api/letters'
import { Button } from '../ui/Button'
import { Field } from '../ui/Field'
import { TextArea } from '../ui/TextInput'
import { useWords } from '../ui/use-words'
import { useAsked, withTyped } from './asked-fields'
import { AskedLine, AskedParagraph } from './AskedField'
import { inlineNames } from './letter-lines'
import { LetterPaper } from './LetterPaper'
import type { TypedLetter } from './typed-letter'
import styles from './letter.module.css'

export type LetterBodyProps = {
  readonly draft: LetterDraft
  readonly typed: TypedLetter
  readonly onChange: (change: Partial<TypedLetter>) => void
  readonly onSend: () => void
  /** What is wrong with a field, by its name; `body` is the text as a whole. */
  readonly errorOf: (name: string) => string | undefined
}

/** The text of a letter: filled in, with fields for what only the user knows; or their own text. */
export function LetterBody(props: LetterBodyProps) {
  const { draft, typed, onChange } = props
  const say = useWords()
  const [setAside, setSetAside] = useState<string | null>(null)
  if (typed.body !== null) {
    const startAgain = () => {
      setSetAside(typed.body)
      onChange({ body: null })
    }
    return <OwnText {...props} body={typed.body} onStartAgain={startAgain} />
  }
  return (
    <>
      <FilledText {...props} />
      <div className={styles.textActions}>
        <Button onClick={() => onChange({ body: draft.text })}>{say('letterPanel.edit')}</Button>
        {setAside !== null && (
          <Button onClick={() => onChange({ body: setAside })}>{say('letterPanel.bringBack')}</Button>
        )}
      </div>
    </>
  )
}

function FilledText({ draft, typed, onChange, onSend, errorOf }: LetterBodyProps) {
  const asked = useAsked(draft, typed)
  const parts = withTyped(draft.parts, typed)
  return (
    <>
      {inlineNames(parts, asked).map((name) => (
        <AskedLine
          key={name}
          name={name}
          typed={typed}
          onChange={onChange}
          onSend={onSend}
          error={errorOf(name)}
        />
      ))}
      <LetterPaper
        parts={parts}
        asked={asked}
        renderField={(name) => (
          <AskedParagraph name={name} typed={typed} onChange={onChange} error={errorOf(name)} />
        )}
      />
    </>
  )
}

function OwnText({
  body,
  onChange,
  onStartAgain,
  errorOf,
}: LetterBodyProps & { body: string; onStartAgain: () => void }) {
  const say = useWords()
  return (
    <>
      <div className={styles.ownText}>
        <Field label={say('letterPanel.text')} isLabelHidden error={errorOf('body')}>
          <TextArea
            isLetter
            autoFocus
            rows={8}
            name="body"
            value={body}
            onChange={(text) => onChange({ body: text })}
          />
        </Field>
      </div>
      <div className={styles.textActions}>
        <Button onClick={onStartAgain}>{say('letterPanel.fromTemplate')}</Button>
      </div>
    </>
  )
}
