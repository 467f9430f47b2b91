import { useCallback, useEffect, useRef, useState } from 'react'
import { api } from '../../shared/api/index'
import type { LetterDraft } from '../../shared/api/letters'
import type { Letter } from '../../shared/domain/letter'
import { askOnce, SaidRefusal, useCommand, useConnection } from '../api'
import { forgetTyped, keepTyped, recallTyped } from '../form/form-memory'
import { isSameLetter, saveOf, typedOf, type TypedLetter } from './typed-letter'

/** What is typed is saved this long after the first key that is not saved yet, in ms. */
const savedAfter = 500

/** A draft that is being written. */
export type DraftState = {
  /** As it was answered last. */
  readonly draft: LetterDraft
  readonly typed: TypedLetter
  readonly isSaved: boolean
  /** Why the last save was refused; what is typed stays. */
  readonly refusal: SaidRefusal | null
  /** The letter as somebody else saved it meanwhile, until one of both is chosen. */
  readonly theirs: LetterDraft | null
  readonly change: (change: Partial<TypedLetter>) => void
  /** Saves what is not saved yet, and gives the draft as it then is; null after a refusal. */
  readonly settle: () => Promise<LetterDraft | null>
  /** Takes over a draft as it was answered by something other than saving. */
  readonly takeOver: (draft: LetterDraft) => void
  readonly keepMine: () => void
  /** Asks what the letter says by now, when something else found that it was saved elsewhere. */
  readonly dispute: () => Promise<void>
}

/**
 * Keeps a draft saved while it is written: within a second of a key, one save at a time. What could not be
 * saved stays in the tab and is found there when the letter is opened again.
 */
export function useDraft(start: LetterDraft): DraftState {
  const connection = useConnection()
  const saving = useCommand(api.letters.save)
  const [draft, setDraft] = useState(start)
  const [found] = useState(() => recalled(start))
  const [typed, setTyped] = useState(found.typed)
  const [refusal, setRefusal] = useState<SaidRefusal | null>(null)
  const [theirs, setTheirs] = useState(found.isOverOlder ? start : null)
  const latest = useRef({ draft: start, typed, isDisputed: found.isOverOlder })
  const queue = useRef<Promise<LetterDraft | null>>(Promise.resolve(start))
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  const answered = (next: LetterDraft) => {
    latest.current = { ...latest.current, draft: next, isDisputed: false }
    setDraft(next)
    setRefusal(null)
    setTheirs(null)
    if (isKept(latest.current)) forgetTyped(memoryOf(next.letter))
    return next
  }
  const dispute = async () => {
    latest.current = { ...latest.current, isDisputed: true }
    setTheirs(await askOnce(connection, api.letters.show, { id: latest.current.draft.letter.id }))
  }
  const refused = async (error: unknown) => {
    if (!(error instanceof SaidRefusal)) throw error
    setRefusal(error)
    if (error.code === 'E_CHANGED_MEANWHILE') await dispute()
    return null
  }
  const save = async (): Promise<LetterDraft | null> => {
    const { draft: known, typed: wanted } = latest.current
    if (isKept(latest.current)) return known
    if (latest.current.isDisputed) return null
    try {
      return answered((await saving.ask(saveOf(known.letter, wanted))).value)
    } catch (error) {
      return refused(error)
    }
  }
  const saveRef = useRef(save)
  useEffect(() => {
    saveRef.current = save
  })

  const settle = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = undefined
    queue.current = queue.current.then(() => saveRef.current())
    return queue.current
  }, [])
  const change = useCallback(
    (part: Partial<TypedLetter>) => {
      const next = { ...latest.current.typed, ...part }
      latest.current = { ...latest.current, typed: next }
      setTyped(next)
      keepTyped(memoryOf(latest.current.draft.letter), {
        typed: next,
        revision: latest.current.draft.letter.revision,
      })
      timer.current ??= setTimeout(() => void settle(), savedAfter)
    },
    [settle],
  )
  useEffect(() => {
    const { current } = latest
    if (!isKept(current)) void settle()
    const onHide = () => {
      if (document.visibilityState === 'hidden') void settle()
    }
    document.addEventListener('visibilitychange', onHide)
    return () => {
      document.removeEventListener('visibilitychange', onHide)
      if (timer.current !== undefined) void settle()
    }
  }, [settle])

  const takeOver = (next: LetterDraft) => {
    clearTimeout(timer.current)
    timer.current = undefined
    latest.current = { ...latest.current, typed: typedOf(next.letter) }
    setTyped(latest.current.typed)
    answered(next)
  }
  const keepMine = () => {
    if (theirs === null) return
    answered(theirs)
    void settle()
  }
  const isSaved = isKept({ draft, typed })
  return { draft, typed, isSaved, refusal, theirs, change, settle, takeOver, keepMine, dispute }
}

const isKept = ({ draft, typed }: { draft: LetterDraft; typed: TypedLetter }): boolean =>
  isSameLetter(typed, typedOf(draft.letter))

const memoryOf = ({ id }: Letter): string => `letter-${id}`

/** What was typed in this tab and not saved; `isOverOlder` where the letter was saved elsewhere since. */
function recalled({ letter }: LetterDraft): { readonly typed: TypedLetter; readonly isOverOlder: boolean } {
  const first = { typed: typedOf(letter), revision: letter.revision }
  const { typed, revision } = recallTyped(memoryOf(letter), first) ?? first
  return { typed, isOverOlder: revision !== letter.revision && !isSameLetter(typed, first.typed) }
}
