import { api } from '../../shared/api/index'
import { askOnce, useCommand, useConnection } from '../api'
import { useAct } from '../status'
import { Button } from '../ui/Button'
import { Field } from '../ui/Field'
import { TextArea } from '../ui/TextInput'
import { useWords } from '../ui/use-words'
import { copyText } from './deliver-by-hand'
import type { DraftState } from './use-draft'
import type { Handed, Sending } from './use-sending'
import styles from './letter.module.css'

type HandedOverProps = {
  readonly handed: Handed
  readonly state: DraftState
  readonly sending: Sending
  readonly onGone: () => void
}

/** A letter that went another way: what happened with it, and whether it was sent. */
export function HandedOver({ handed, state, sending, onGone }: HandedOverProps) {
  const say = useWords()
  const act = useAct()
  const connection = useConnection()
  const marking = useCommand(api.letters.markSent)
  const undoing = useCommand(api.letters.notSent)
  const { id } = state.draft.letter
  const sent = async () => {
    const names = sending.names()
    const said = names === '' ? state.draft.clientName : names
    const done = await act(marking.ask({ id }), () => say('letterPanel.said.marked', { names: said }))
    if (done !== null) onGone()
  }
  const notYet = async () => {
    if ((await act(undoing.ask({ id }), () => say('letterPanel.said.notSent'))) === null) return
    state.takeOver(await askOnce(connection, api.letters.show, { id }))
    sending.handedBack()
  }
  return (
    <div className={styles.handed}>
      <p>
        {handed.isByHand
          ? say('letterPanel.handed.byHand')
          : say(`letterPanel.handed.${handed.way}`, { file: handed.file.fileName })}
      </p>
      {handed.isByHand && (
        <Field label={say('letterPanel.handed.text')} isLabelHidden>
          <TextArea isLetter rows={6} readOnly value={handed.file.text} onChange={() => undefined} />
        </Field>
      )}
      <p className={styles.lead}>{say('letterPanel.handed.question')}</p>
      <div className={styles.bar}>
        <Button kind="filled" autoFocus disabled={marking.isBusy} onClick={() => void sent()}>
          {say('letterPanel.handed.sent')}
        </Button>
        <Button kind="outlined" disabled={undoing.isBusy} onClick={() => void notYet()}>
          {say('letterPanel.handed.notYet')}
        </Button>
        {handed.way !== 'clipboard' && (
          <Button onClick={() => void copyText(handed.file.text)}>{say('letterPanel.copy')}</Button>
        )}
        <span className={styles.note}>{say('letterPanel.handed.later')}</span>
      </div>
    </div>
  )
}
