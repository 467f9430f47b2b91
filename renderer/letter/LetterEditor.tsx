import { useEffect, useRef, type KeyboardEvent, type RefObject } from 'react'
import type { LetterDraft } from '../../shared/api/letters'
import { useFocusOnWrong } from '../form/use-focus-on-wrong'
import { focusRowOf } from '../ui/Row'
import { HandedOver } from './HandedOver'
import { LetterBody } from './LetterBody'
import { NameForm } from './NameForm'
import { NotSaved } from './NotSaved'
import { PromiseDay } from './PromiseDay'
import { Recipients } from './Recipients'
import { SendBar } from './SendBar'
import { SubjectLine } from './SubjectLine'
import type { TypedLetter } from './typed-letter'
import { useDraft } from './use-draft'
import { useSending } from './use-sending'
import styles from './letter.module.css'

type LetterEditorProps = { readonly start: LetterDraft; readonly onClose: () => void }

/**
 * A letter that is being written. Ctrl Enter sends it, Ctrl Shift Enter holds it ten minutes, Esc saves and
 * closes it; one that could not be saved asks to be looked at before it closes.
 */
export function LetterEditor({ start, onClose }: LetterEditorProps) {
  const state = useDraft(start)
  const wrong = useFocusOnWrong()
  const close = () => {
    focusRowOf(wrong.root.current)
    onClose()
  }
  const sending = useSending(state, close)
  const leave = useLeave(state.settle, close)
  useFirstFocus(wrong.root)
  useFocusOnProblem(sending.problems, wrong.look)
  const change = (part: Partial<TypedLetter>) => {
    sending.forget()
    state.change(part)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented) return
    if (event.key === 'Escape') return taken(event, () => void leave())
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && sending.handed === null)
      taken(event, () => void sending.send(event.shiftKey))
  }
  if (sending.refusal?.code === 'E_USER_NAMELESS')
    return <NameForm onNamed={() => void sending.send(false)} onCancel={sending.forget} />
  return (
    <div ref={wrong.root} className={styles.letter} onKeyDown={onKeyDown} onBlur={() => void state.settle()}>
      {sending.handed ? (
        <HandedOver handed={sending.handed} state={state} sending={sending} onGone={close} />
      ) : (
        <Written state={state} sending={sending} onChange={change} />
      )}
    </div>
  )
}

type WrittenProps = {
  readonly state: ReturnType<typeof useDraft>
  readonly sending: ReturnType<typeof useSending>
  readonly onChange: (change: Partial<TypedLetter>) => void
}

function Written({ state, sending, onChange }: WrittenProps) {
  const { draft, typed } = state
  const { problems } = sending
  return (
    <>
      <Recipients
        recipients={typed.recipients}
        candidates={draft.candidates}
        error={problems['to']}
        onChange={(recipients) => onChange({ recipients })}
      />
      <SubjectLine
        typed={typed.subject}
        rendered={draft.subject}
        error={problems['subject']}
        onChange={(subject) => onChange({ subject })}
      />
      <PromiseDay
        letter={draft.letter}
        promise={typed.promise}
        onChange={(promise) => onChange({ promise })}
      />
      <LetterBody
        draft={draft}
        typed={typed}
        onChange={onChange}
        onSend={() => void sending.send(false)}
        errorOf={(name) => problems[name]}
      />
      <NotSaved state={state} />
      <SendBar state={state} sending={sending} />
    </>
  )
}

function taken(event: KeyboardEvent, act: () => void): void {
  event.preventDefault()
  event.stopPropagation()
  act()
}

/** Closes once all is saved; where it cannot be, the first time only says so, and the tab keeps what is typed. */
function useLeave(settle: () => Promise<LetterDraft | null>, close: () => void): () => Promise<void> {
  const isWarned = useRef(false)
  return async () => {
    const saved = await settle()
    if (saved === null && !isWarned.current) {
      isWarned.current = true
      return
    }
    close()
  }
}

/** The focus begins where the letter needs the user: an empty field, else the button that sends it. */
function useFirstFocus(root: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    if (root.current === null || root.current.contains(document.activeElement)) return
    const controls = root.current.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>(
      'input[name],textarea',
    )
    const empty = [...controls].find(({ value, type }) => value === '' && type !== 'checkbox')
    const first = empty ?? root.current.querySelector<HTMLElement>('textarea,[data-send]')
    first?.focus({ preventScroll: empty === undefined })
  }, [root])
}

function useFocusOnProblem(problems: object, look: () => void): void {
  const seen = useRef(problems)
  useEffect(() => {
    if (seen.current === problems) return
    seen.current = problems
    if (Object.keys(problems).length > 0) look()
  }, [problems, look])
}
