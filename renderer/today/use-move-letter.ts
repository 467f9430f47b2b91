import { useCallback, useEffect, useRef, useState } from 'react'
import { api } from '../../shared/api/index'
import type { LetterDraft } from '../../shared/api/letters'
import type { ClientPromise, DueDay } from '../../shared/domain/promise'
import { SaidRefusal, useCommand } from '../api'
import type { LetterBegin } from '../letter/typed-letter'

/** What the letter shall say: the new day, and why, in the user's words. */
export type MoveWish = DueDay & { readonly why: string }

/** What is typed is saved this long after the last key, in ms. */
const settlesAfter = 300

/** What a move letter is begun with. */
export const moveBegin = (promise: ClientPromise): LetterBegin => ({
  kind: 'move-the-date',
  clientId: promise.clientId,
  promiseId: promise.id,
})

/**
 * The letter that goes with a moved date, kept in step with what is chosen and typed. `settle` saves at once
 * and gives the draft as it then is, `forget` lets the next one be begun anew; `onFound` is told the reason of a draft that was begun before.
 */
export function useMoveLetter(promise: ClientPromise, wish: MoveWish, onFound: (why: string) => void) {
  const beginning = useCommand(api.letters.begin)
  const saving = useCommand(api.letters.save)
  const [draft, setDraft] = useState<LetterDraft | null>(null)
  const [refusal, setRefusal] = useState<SaidRefusal | null>(null)
  const latest = useRef<LetterDraft | null>(null)
  const queue = useRef<Promise<LetterDraft | null>>(Promise.resolve(null))

  const begin = async ({ dueOn, dueTime }: MoveWish) => {
    const asked = { ...moveBegin(promise), promise: { on: dueOn, time: dueTime, what: null } }
    const { value } = await beginning.ask(asked)
    const found = value.letter.fields['reason'] ?? ''
    if (found !== '') onFound(found)
    return value
  }
  const save = async (current: LetterDraft, wanted: MoveWish) => {
    if (isSaid(current, wanted)) return current
    const { id, revision, subject } = current.letter
    const recipients = [...current.letter.recipients]
    const fields = fieldsOf(current, wanted.why)
    const promised = { on: wanted.dueOn, time: wanted.dueTime, what: null }
    return (await saving.ask({ id, revision, recipients, subject, body: null, fields, promise: promised }))
      .value
  }
  const settleNow = (wanted: MoveWish) => {
    const step = async () => {
      try {
        const known = latest.current
        const current = known ?? (await begin(wanted))
        const found = known === null ? (current.letter.fields['reason'] ?? '') : ''
        latest.current = await save(current, wanted.why === '' ? { ...wanted, why: found } : wanted)
        setDraft(latest.current)
        setRefusal(null)
        return latest.current
      } catch (error) {
        if (!(error instanceof SaidRefusal)) throw error
        setRefusal(error)
        return null
      }
    }
    queue.current = queue.current.then(step)
    return queue.current
  }
  const settleRef = useRef(settleNow)
  useEffect(() => {
    settleRef.current = settleNow
  })
  const { dueOn, dueTime, why } = wish
  useEffect(() => {
    const wanted = { dueOn, dueTime, why }
    const timer = setTimeout(() => void settleRef.current(wanted), latest.current ? settlesAfter : 0)
    return () => clearTimeout(timer)
  }, [dueOn, dueTime, why])
  const settle = useCallback((wanted: MoveWish) => settleRef.current(wanted), [])
  const forget = useCallback(() => void (latest.current = null), [])
  return { draft, refusal, settle, forget }
}

const isSaid = ({ letter }: LetterDraft, { dueOn, dueTime, why }: MoveWish): boolean =>
  letter.promise?.on === dueOn &&
  letter.promise.time === dueTime &&
  (letter.fields['reason'] ?? '') === clause(why)

function fieldsOf({ letter }: LetterDraft, why: string): LetterDraft['letter']['fields'] {
  const { reason: _, ...others } = letter.fields
  return clause(why) === '' ? others : { ...others, reason: clause(why) }
}

/** The reason stands inside a sentence that goes on, so it ends without a stop. */
const clause = (why: string): string => why.trim().replace(/[.\s]+$/, '')
