import { useRef } from 'react'
import { api } from '../../shared/api/index'
import type { LetterDraft } from '../../shared/api/letters'
import type { ClientPromise } from '../../shared/domain/promise'
import { dayShort } from '../../shared/words/format'
import { SaidRefusal, useCommand } from '../api'
import { heldLetterSeconds, useAct, useStatus } from '../status'
import { useLanguage, useWords } from '../ui/use-words'
import { canBeFilledIn } from './letter-refusals'
import type { LetterBegin } from '../letter/typed-letter'
import { moveBegin, type MoveWish } from './use-move-letter'

type MoveParts = {
  readonly promise: ClientPromise
  readonly wish: MoveWish
  readonly letter: {
    readonly draft: LetterDraft | null
    readonly settle: (wish: MoveWish) => Promise<LetterDraft | null>
    readonly forget: () => void
  }
  readonly close: () => void
  readonly onOpenLetter: (begin: LetterBegin) => void
}

/** The two ways to move a date: by the letter, or silently where the client knows already. */
export function useMoveActs({ promise, wish, letter, close, onOpenLetter }: MoveParts) {
  const say = useWords()
  const language = useLanguage()
  const status = useStatus()
  const act = useAct()
  const sending = useCommand(api.letters.send)
  const discarding = useCommand(api.letters.discard)
  const moving = useCommand(api.promises.move)
  const isLeaving = useRef(false)
  const day = dayShort(wish.dueOn, language)
  const send = async () => {
    if (sending.isBusy) return
    const draft = await letter.settle(wish)
    if (draft === null) return
    if (draft.missing.length > 0 || draft.letter.recipients.length === 0)
      return onOpenLetter(moveBegin(promise))
    try {
      const { operationId } = await sending.ask({ id: draft.letter.id, revision: draft.letter.revision })
      status.tell(say('move.said.sent', { day, name: draft.clientName }), operationId, heldLetterSeconds)
      close()
    } catch (error) {
      if (!(error instanceof SaidRefusal)) throw error
      status.refuse(error)
      if (canBeFilledIn(error)) onOpenLetter(moveBegin(promise))
    }
  }
  const theyKnow = async () => {
    if (isLeaving.current) return
    isLeaving.current = true
    const { id, revision } = promise
    const why = wish.why.trim() === '' ? null : wish.why.trim()
    // The draft may only just be on its way into the store: it is put aside once it is there.
    const draft = await letter.settle(wish)
    if (draft) await discarding.ask({ id: draft.letter.id }).catch(() => null)
    const said = draft
      ? say('move.said.moved', { day, name: draft.clientName })
      : say('move.said.known', { day })
    const asked = moving.ask({ id, revision, dueOn: wish.dueOn, dueTime: wish.dueTime, why })
    const done = await act(asked, () => said)
    isLeaving.current = false
    letter.forget()
    if (done) close()
  }
  return { send, theyKnow }
}
