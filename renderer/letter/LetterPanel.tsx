import { useEffect, useRef, useState, type ReactNode } from 'react'
import { api } from '../../shared/api/index'
import type { LetterDraft } from '../../shared/api/letters'
import type { LetterId } from '../../shared/domain/ids'
import { SaidRefusal, useCommand, useQuery } from '../api'
import { useReturnFocus } from '../form/use-return-focus'
import { useRefusalWords } from '../refusal-words'
import { Button } from '../ui/Button'
import { Loading } from '../ui/Loading'
import { Notice } from '../ui/Notice'
import { Peek } from '../ui/Peek'
import { useWords } from '../ui/use-words'
import { LetterEditor } from './LetterEditor'
import { NameForm } from './NameForm'
import type { LetterBegin } from './typed-letter'
import styles from './letter.module.css'

export type { LetterBegin }

/** Where a letter opens: under the row it belongs to, or as a panel of the page. */
export type LetterPlace = 'row' | 'page'

type Opened = { readonly onClose: () => void; readonly place?: LetterPlace }

/**
 * A letter about a matter: its draft is found again, or begun from the template. Esc saves and closes it, and the
 * focus goes back to the row. Where nobody has said yet who signs, it asks first.
 */
export function LetterPanel({ begin, onClose, place = 'row' }: Opened & { readonly begin: LetterBegin }) {
  const { draft, refusal, again } = useBegun(begin)
  return <OpenLetter draft={draft} refusal={refusal} onAgain={again} onClose={onClose} place={place} />
}

/** A draft that is known by its id, as the Outbox lists it. */
export function DraftPanel({ id, onClose, place = 'row' }: Opened & { readonly id: LetterId }) {
  const { value, refusal, again } = useQuery(api.letters.show, { id })
  return <OpenLetter draft={value} refusal={refusal} onAgain={again} onClose={onClose} place={place} />
}

type OpenLetterProps = Required<Opened> & {
  readonly draft: LetterDraft | undefined
  readonly refusal: SaidRefusal | null
  readonly onAgain: () => void
}

function OpenLetter({ draft, refusal, onAgain, onClose, place }: OpenLetterProps) {
  const say = useWords()
  const label = draft
    ? say(`letterPanel.label.${draft.letter.kind}`, { name: draft.clientName })
    : say('letterPanel.toNobody')
  return (
    <Frame label={label} onClose={onClose} place={place}>
      {draft ? (
        <LetterEditor key={draft.letter.id} start={draft} onClose={onClose} />
      ) : refusal?.code === 'E_USER_NAMELESS' ? (
        <NameForm onNamed={onAgain} onCancel={onClose} />
      ) : refusal ? (
        <Refused refusal={refusal} onAgain={onAgain} onClose={onClose} />
      ) : (
        <Loading rows={2} />
      )}
    </Frame>
  )
}

function Frame({
  label,
  place,
  onClose,
  children,
}: Required<Opened> & { label: string; children: ReactNode }) {
  useReturnFocus()
  if (place === 'row')
    return (
      <Peek label={label} onClose={onClose}>
        {children}
      </Peek>
    )
  return (
    <section
      className={styles.page}
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !event.defaultPrevented) onClose()
      }}
    >
      {children}
    </section>
  )
}

function Refused({
  refusal,
  onAgain,
  onClose,
}: {
  refusal: SaidRefusal
  onAgain: () => void
  onClose: () => void
}) {
  const say = useWords()
  const sentenceOf = useRefusalWords()
  return (
    <Notice
      code={refusal.code}
      actions={
        <>
          <Button kind="outlined" autoFocus onClick={onAgain}>
            {say('ui.tryAgain')}
          </Button>
          <Button onClick={onClose}>{say('ui.close')}</Button>
        </>
      }
    >
      {sentenceOf(refusal)}
    </Notice>
  )
}

/** Begins the letter once; what it belongs to is not asked again when the row changes. */
function useBegun(begin: LetterBegin) {
  const { ask, forget } = useCommand(api.letters.begin)
  const [draft, setDraft] = useState<LetterDraft>()
  const [refusal, setRefusal] = useState<SaidRefusal | null>(null)
  const asked = useRef(false)
  const start = async () => {
    setRefusal(null)
    forget()
    try {
      setDraft((await ask(begin)).value)
    } catch (error) {
      if (!(error instanceof SaidRefusal)) throw error
      setRefusal(error)
    }
  }
  const latest = useRef(start)
  useEffect(() => {
    if (asked.current) return
    asked.current = true
    void latest.current()
  }, [])
  return { draft, refusal, again: () => void start() }
}
