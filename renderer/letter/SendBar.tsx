import { useState } from 'react'
import { hrefOf } from '../../shared/domain/route'
import { useRefusalWords } from '../refusal-words'
import { Button } from '../ui/Button'
import { HoldIcon, OutboxIcon } from '../ui/icons'
import { Notice } from '../ui/Notice'
import { useWords } from '../ui/use-words'
import { SavedNote } from './SavedNote'
import type { DraftState } from './use-draft'
import type { Sending } from './use-sending'
import styles from './letter.module.css'

/** What can be done with a letter: send it, hold it, give it away by another way, put it aside. */
export function SendBar({ state, sending }: { state: DraftState; sending: Sending }) {
  const say = useWords()
  const sentenceOf = useRefusalWords()
  const [isOpen, setIsOpen] = useState(false)
  const { refusal } = sending
  const hasNoAccount = refusal?.code === 'E_NO_ACCOUNT'
  return (
    <div className={styles.foot}>
      {refusal && (
        <Notice
          code={refusal.code}
          tone={hasNoAccount ? 'neutral' : 'late'}
          actions={hasNoAccount && <OtherWays sending={sending} hasSettings />}
        >
          {sentenceOf(refusal)}
        </Notice>
      )}
      <div className={styles.bar}>
        <Button
          kind="filled"
          keyCap="Ctrl ↵"
          icon={<OutboxIcon />}
          disabled={sending.isBusy}
          data-send
          onClick={() => void sending.send(false)}
        >
          {say('letterPanel.send')}
        </Button>
        <Button
          kind="outlined"
          icon={<HoldIcon />}
          disabled={sending.isBusy}
          aria-keyshortcuts="Control+Shift+Enter"
          title="Ctrl Shift ↵"
          onClick={() => void sending.send(true)}
        >
          {say('letterPanel.hold')}
        </Button>
        <Button aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {say('letterPanel.otherWays')}
        </Button>
        <Button onClick={() => void sending.discard()}>{say('letterPanel.discard')}</Button>
        <SavedNote state={state} />
      </div>
      {isOpen && !hasNoAccount && (
        <div className={styles.bar}>
          <OtherWays sending={sending} />
        </div>
      )}
    </div>
  )
}

function OtherWays({ sending, hasSettings = false }: { sending: Sending; hasSettings?: boolean }) {
  const say = useWords()
  return (
    <>
      <Button kind="outlined" onClick={() => void sending.handOver('mail-program')}>
        {say('letterPanel.mailProgram')}
      </Button>
      <Button kind="outlined" onClick={() => void sending.handOver('eml')}>
        {say('letterPanel.eml')}
      </Button>
      <Button kind="outlined" onClick={() => void sending.handOver('clipboard')}>
        {say('letterPanel.copy')}
      </Button>
      {hasSettings && (
        <a className={styles.link} href={hrefOf({ screen: 'settings', part: 'mail' })}>
          {say('letterPanel.setUpMail')}
        </a>
      )}
    </>
  )
}
