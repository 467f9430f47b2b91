import { useState } from 'react'
import { api } from '../../shared/api/index'
import type { LetterDraft, LetterFile } from '../../shared/api/letters'
import type { LetterWay } from '../../shared/domain/letter'
import { SaidRefusal, useCommand, type Done } from '../api'
import { heldLetterSeconds, useAct, useStatus } from '../status'
import { useLanguage, useWords } from '../ui/use-words'
import { deliverByHand } from './deliver-by-hand'
import { problemsIn, type LetterProblems } from './letter-problems'
import { namesOf, sentWords } from './sent-words'
import type { DraftState } from './use-draft'

/** A letter that was given to something other than Kept's own mail, and waits for "I sent it". */
export type Handed = {
  readonly way: Exclude<LetterWay, 'smtp'>
  readonly file: LetterFile
  /** The window may not copy: the text stands there to be copied by hand. */
  readonly isByHand: boolean
}

/** Everything a letter can leave by. What is typed is saved first; what is missing is said at its field. */
export function useSending(state: DraftState, onGone: () => void) {
  const say = useWords()
  const language = useLanguage()
  const status = useStatus()
  const act = useAct()
  const sending = useCommand(api.letters.send)
  const handing = useCommand(api.letters.handOver)
  const discarding = useCommand(api.letters.discard)
  const [problems, setProblems] = useState<LetterProblems>({})
  const [refusal, setRefusal] = useState<SaidRefusal | null>(null)
  const [handed, setHanded] = useState<Handed | null>(null)
  const [isBusy, setIsBusy] = useState(false)

  const whenReady = async (isByMail: boolean, leave: (draft: LetterDraft) => Promise<void>) => {
    if (isBusy) return
    setIsBusy(true)
    setRefusal(null)
    try {
      const draft = await state.settle()
      if (draft === null) return
      const found = problemsIn(draft, say, isByMail)
      setProblems(found)
      if (Object.keys(found).length === 0) await leave(draft)
    } catch (error) {
      if (!(error instanceof SaidRefusal)) throw error
      if (error.code === 'E_CHANGED_MEANWHILE') await state.dispute()
      else setRefusal(error)
    } finally {
      setIsBusy(false)
    }
  }
  const send = (isHeld: boolean) =>
    whenReady(true, async ({ letter }) => {
      const { id, revision } = letter
      const { operationId } = await sending.ask({ id, revision, hold: isHeld ? 'ten-minutes' : 'undo' })
      status.tell(sentWords(letter, isHeld, say, language), operationId, heldLetterSeconds)
      onGone()
    })
  const handOver = (way: Handed['way']) =>
    whenReady(false, async ({ letter: { id, revision } }) => {
      const { value } = await handing.ask({ id, revision, way })
      const isGiven = await deliverByHand(way, value)
      setHanded({ way, file: value, isByHand: !isGiven })
    })
  const discard = async () => {
    await state.settle()
    const done: Done<null> | null = await act(discarding.ask({ id: state.draft.letter.id }), () =>
      say('letterPanel.said.discarded'),
    )
    if (done !== null) onGone()
  }
  return {
    problems,
    refusal,
    handed,
    isBusy,
    send,
    handOver,
    discard,
    /** Takes back what was said at a field once it was changed. */
    forget: () => {
      setProblems({})
      setRefusal(null)
    },
    handedBack: () => setHanded(null),
    names: () => namesOf(state.draft.letter, language),
  }
}

export type Sending = ReturnType<typeof useSending>
