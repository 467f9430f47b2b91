import { api } from '../../shared/api/index'
import type { RowAct } from '../../shared/domain/route'
import type { WaitingRow } from '../../shared/domain/today'
import { dayShort } from '../../shared/words/format'
import { SaidRefusal, useCommand } from '../api'
import { heldLetterSeconds, useAct, useStatus } from '../status'
import { useLanguage, useWords } from '../ui/use-words'
import { canBeFilledIn } from './letter-refusals'
import { letterTo, type RowSetting } from './panels'

/** What can be done with somebody who waits, each said at the foot with Undo. */
export function useWaitingActs(row: WaitingRow, rowId: string, { now, panels }: RowSetting) {
  const say = useWords()
  const act = useAct()
  const acknowledge = useAcknowledge(row, () => letter('acknowledge'))
  const called = useCommand(api.waits.called)
  const noReply = useCommand(api.waits.noReplyNeeded)
  const { waitId, name } = row
  const letter = (kind: RowAct) => panels.show({ kind: 'letter', rowId, begin: letterTo(row, kind, now) })
  return {
    acknowledge,
    reply: () => letter('reply'),
    called: () => void act(called.ask({ id: waitId, text: null }), () => say('today.said.called', { name })),
    noReply: () => void act(noReply.ask({ id: waitId }), () => say('today.said.noReply', { name })),
  }
}

/** Sends the ready acknowledgement; where something is missing for it, its draft opens with what is there. */
function useAcknowledge({ waitId, name }: WaitingRow, openDraft: () => void) {
  const say = useWords()
  const language = useLanguage()
  const status = useStatus()
  const { ask, isBusy } = useCommand(api.letters.acknowledge)
  return async () => {
    if (isBusy) return
    try {
      const { value, operationId } = await ask({ waitId })
      const day = dayShort(value.promisedOn, language)
      status.tell(say('today.said.acknowledged', { name, day }), operationId, heldLetterSeconds)
    } catch (error) {
      if (!(error instanceof SaidRefusal)) throw error
      status.refuse(error)
      if (canBeFilledIn(error)) openDraft()
    }
  }
}
