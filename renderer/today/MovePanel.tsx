import { api } from '../../shared/api/index'
import type { PromiseId } from '../../shared/domain/ids'
import { useQuery } from '../api'
import { useRefusalWords } from '../refusal-words'
import { Loading } from '../ui/Loading'
import { Notice } from '../ui/Notice'
import { Peek } from '../ui/Peek'
import { useWords } from '../ui/use-words'
import { MoveForm } from './MoveForm'
import type { LetterBegin } from '../letter/typed-letter'

export type MovePanelProps = {
  readonly promiseId: PromiseId
  readonly onClose: () => void
  /** Opens the letter in full, where it needs more than a reason. */
  readonly onOpenLetter: (begin: LetterBegin) => void
}

/** Moves a promise's date under its row: the new day with its load, and the letter the client gets first. */
export function MovePanel({ promiseId, onClose, onOpenLetter }: MovePanelProps) {
  const say = useWords()
  const sentenceOf = useRefusalWords()
  const shown = useQuery(api.promises.show, { id: promiseId })
  const choice = useQuery(api.promises.days, { exceptPromiseId: promiseId, count: 31 })
  const today = useQuery(api.today.show, {})
  const refusal = shown.refusal ?? choice.refusal
  return (
    <Peek label={say('move.label')} onClose={onClose}>
      {shown.value && choice.value && today.value ? (
        <MoveForm
          promise={shown.value.promise}
          days={choice.value.days}
          today={today.value}
          onClose={onClose}
          onOpenLetter={onOpenLetter}
        />
      ) : refusal ? (
        <Notice code={refusal.code}>{sentenceOf(refusal)}</Notice>
      ) : (
        <Loading rows={2} />
      )}
    </Peek>
  )
}
