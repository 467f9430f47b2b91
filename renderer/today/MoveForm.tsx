import { useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { DayLoad } from '../../shared/domain/day-load'
import type { ClientPromise } from '../../shared/domain/promise'
import type { Today } from '../../shared/domain/today'
import { useRefusalWords } from '../refusal-words'
import { Button } from '../ui/Button'
import { Field } from '../ui/Field'
import { Notice } from '../ui/Notice'
import { focusRowOf } from '../ui/Row'
import { TextArea } from '../ui/TextInput'
import { useLanguage, useWords } from '../ui/use-words'
import { offeredDays } from './move-days'
import { MoveDays, useChosenDay } from './MoveDays'
import { MoveLetter } from './MoveLetter'
import styles from './move-panel.module.css'
import type { LetterBegin } from '../letter/typed-letter'
import { useMoveActs } from './move-acts'
import { useMoveLetter } from './use-move-letter'

type MoveFormProps = {
  readonly promise: ClientPromise
  readonly days: readonly DayLoad[]
  readonly today: Today
  readonly onClose: () => void
  readonly onOpenLetter: (begin: LetterBegin) => void
}

/** The panel once its answers are there; what is chosen and typed is this form's own from then on. */
export function MoveForm({ promise, days, today, onClose, onOpenLetter }: MoveFormProps) {
  const say = useWords()
  const language = useLanguage()
  const sentenceOf = useRefusalWords()
  const panel = useRef<HTMLDivElement>(null)
  const offers = useMemo(
    () =>
      offeredDays(days, { today: today.day, dueTime: promise.dueTime, comingUp: today.comingUp, language }),
    [days, today.day, today.comingUp, promise.dueTime, language],
  )
  const chosen = useChosenDay(offers, days)
  const [why, setWhy] = useState('')
  const [isWhyMissing, setIsWhyMissing] = useState(false)
  const wish = { ...chosen.due, why }
  const letter = useMoveLetter(promise, wish, setWhy)
  const close = () => {
    focusRowOf(panel.current)
    onClose()
  }
  const acts = useMoveActs({ promise, wish, letter, close, onOpenLetter })
  const send = () => {
    if (chosen.problem !== null) return chosen.focus()
    setIsWhyMissing(why.trim() === '')
    if (why.trim() === '') return panel.current?.querySelector<HTMLElement>('[name="why"]')?.focus()
    void acts.send()
  }
  return (
    <div ref={panel} className={styles.panel} onKeyDown={(event) => onCtrlEnter(event, send)}>
      <MoveDays chosen={chosen} offers={offers} />
      <div className={styles.tell}>
        <h3 className={styles.title}>{say('move.tell')}</h3>
        <Field
          label={say('move.why')}
          isLabelHidden
          error={isWhyMissing && why.trim() === '' ? say('move.why.missing') : undefined}
        >
          <TextArea
            name="why"
            rows={1}
            value={why}
            onChange={(text) => setWhy(text.replaceAll('\n', ' '))}
            placeholder={say('move.why.placeholder')}
            maxLength={200}
            onKeyDown={(event) => sendOnEnter(event, send)}
          />
        </Field>
        {letter.draft && <MoveLetter draft={letter.draft} />}
        {letter.refusal && <Notice code={letter.refusal.code}>{sentenceOf(letter.refusal)}</Notice>}
        <div className={styles.buttons}>
          <Button kind="filled" keyCap="Ctrl ↵" onClick={send}>
            {say('move.send')}
          </Button>
          <Button onClick={() => (chosen.problem === null ? void acts.theyKnow() : chosen.focus())}>
            {say('move.theyKnow')}
          </Button>
          <Button keyCap="Esc" onClick={close}>
            {say('ui.cancel')}
          </Button>
        </div>
      </div>
    </div>
  )
}

function onCtrlEnter(event: KeyboardEvent, send: () => void): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
  event.preventDefault()
  send()
}

/** The reason is one sentence: Enter in it presses the filled button. */
function sendOnEnter(event: KeyboardEvent, send: () => void): void {
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
  event.preventDefault()
  send()
}
