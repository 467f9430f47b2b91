import { useEffect, useRef, useState, type MouseEvent } from 'react'
import type { LetterDraft } from '../../shared/api/letters'
import { textOf } from '../../shared/rules/letter-text'
import { Button } from '../ui/Button'
import { Field } from '../ui/Field'
import { TextArea } from '../ui/TextInput'
import { useWords } from '../ui/use-words'
import { useAsked, withTyped } from './asked-fields'
import { AskedLine, AskedParagraph } from './AskedField'
import { pressedPlace } from './caret'
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
  const [caret, setCaret] = useState(0)
  if (typed.body !== null) {
    const startAgain = () => {
      setSetAside(typed.body)
      onChange({ body: null })
    }
    return <OwnText {...props} body={typed.body} caret={caret} onStartAgain={startAgain} />
  }
  const text = textOf(withTyped(draft.parts, typed))
  const edit = (place: number) => {
    setCaret(place)
    onChange({ body: text })
  }
  return (
    <>
      <div
        className={styles.written}
        onClick={(event) => {
          const place = placeToWrite(event, text)
          if (place !== null) edit(place)
        }}
      >
        <FilledText {...props} />
      </div>
      <div className={styles.textActions}>
        <Button onClick={() => edit(0)}>{say('letterPanel.edit')}</Button>
        {setAside !== null && (
          <Button onClick={() => onChange({ body: setAside })}>{say('letterPanel.bringBack')}</Button>
        )}
      </div>
    </>
  )
}

/** Where in the text a press asks to write: not where words are being selected, nor in a field of its own. */
function placeToWrite(event: MouseEvent<HTMLElement>, text: string): number | null {
  const isSelecting = window.getSelection()?.isCollapsed === false
  const isField = event.target instanceof Element && event.target.closest('input,textarea,label') !== null
  return isSelecting || isField ? null : pressedPlace(event.currentTarget, text, event)
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
  caret,
  onChange,
  onStartAgain,
  errorOf,
}: LetterBodyProps & { body: string; caret: number; onStartAgain: () => void }) {
  const say = useWords()
  const area = useRef<HTMLDivElement>(null)
  const [first] = useState(caret)
  useEffect(() => area.current?.querySelector('textarea')?.setSelectionRange(first, first), [first])
  return (
    <>
      <div ref={area} className={styles.ownText}>
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
