import { api } from '../../shared/api/index'
import type { UpdateRow } from '../../shared/domain/today'
import { SaidRefusal, useCommand } from '../api'
import { heldLetterSeconds, useStatus } from '../status'
import { useWords } from '../ui/use-words'
import { canBeFilledIn } from './letter-refusals'
import type { LetterBegin } from '../letter/typed-letter'
import type { RowSetting } from './panels'

/** What can be done with an update: sent as it was assembled, or opened first. */
export function useUpdateActs(row: UpdateRow, rowId: string, { panels }: RowSetting) {
  const say = useWords()
  const status = useStatus()
  const beginning = useCommand(api.letters.begin)
  const sending = useCommand(api.letters.send)
  const { clientId, projectId, clientName } = row
  const begin: LetterBegin = { kind: 'status-update', clientId, projectId }
  const edit = () => panels.show({ kind: 'letter', rowId, begin })
  const send = async () => {
    if (beginning.isBusy || sending.isBusy) return
    try {
      const { value: draft } = await beginning.ask(begin)
      if (draft.missing.length > 0 || draft.letter.recipients.length === 0) return edit()
      const { id, revision } = draft.letter
      const { operationId } = await sending.ask({ id, revision })
      status.tell(say('today.said.updateSent', { name: clientName }), operationId, heldLetterSeconds)
    } catch (error) {
      if (!(error instanceof SaidRefusal)) throw error
      status.refuse(error)
      if (canBeFilledIn(error)) edit()
    }
  }
  return { send, edit }
}
