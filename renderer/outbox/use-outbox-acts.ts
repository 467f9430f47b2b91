import { api } from '../../shared/api/index'
import type { OutboxAction, OutboxRow } from '../../shared/api/letters'
import { useCommand } from '../api'
import { useAct } from '../status'
import { useWords } from '../ui/use-words'

/** What can be done about a letter of the Outbox, each said at the foot with Undo where there is one. */
export function useOutboxActs({ letter: { id }, clientName }: OutboxRow): (action: OutboxAction) => void {
  const say = useWords()
  const act = useAct()
  const takeBack = useCommand(api.letters.takeBack)
  const sendNow = useCommand(api.letters.sendNow)
  const markSent = useCommand(api.letters.markSent)
  const notSent = useCommand(api.letters.notSent)
  const discard = useCommand(api.letters.discard)
  const asked = {
    'take-back': takeBack,
    'send-now': sendNow,
    'send-again': sendNow,
    'mark-sent': markSent,
    'not-sent': notSent,
    discard,
  }
  return (action) => {
    const { ask, isBusy } = asked[action]
    if (isBusy) return
    void act<unknown>(ask({ id }), () => say(`outbox.said.${action}`, { name: clientName }))
  }
}

/** What an action is called: a letter handed over is the user's to send. */
export function useActionLabel({ letter }: OutboxRow): (action: OutboxAction) => string {
  const say = useWords()
  return (action) => {
    if (letter.state !== 'handed-over') return say(`outbox.do.${action}`)
    if (action === 'mark-sent') return say('outbox.do.iSentIt')
    return action === 'not-sent' ? say('outbox.do.notYet') : say(`outbox.do.${action}`)
  }
}
