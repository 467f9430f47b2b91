import { useState } from 'react'
import type { Recipient } from '../../shared/domain/letter'
import { Button } from '../ui/Button'
import { Field } from '../ui/Field'
import { TextInput } from '../ui/TextInput'
import { useWords } from '../ui/use-words'
import { recipientOf } from './recipient-typed'
import styles from './letter.module.css'

/** The two ways to write an address. */
const examples = { plain: 'anna@example.org', named: 'Anna Lee <anna@example.org>' }

/** Adds an address that no person of the client has. Enter adds it; Esc leaves it out. */
export function AddAddress({
  recipients,
  onAdd,
  onClose,
}: {
  recipients: readonly Recipient[]
  onAdd: (recipient: Recipient) => void
  onClose: () => void
}) {
  const say = useWords()
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string>()
  const add = () => {
    const recipient = recipientOf(typed)
    if (recipient === null) return setProblem(say('letterPanel.to.wrong', examples))
    const isTwice = recipients.some(
      ({ address }) => address.toLowerCase() === recipient.address.toLowerCase(),
    )
    if (isTwice) return setProblem(say('letterPanel.to.twice', { address: recipient.address }))
    onAdd(recipient)
  }
  return (
    <div
      className={styles.address}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' && event.key !== 'Escape') return
        if (event.ctrlKey || event.metaKey) return
        event.preventDefault()
        event.stopPropagation()
        if (event.key === 'Enter') add()
        else onClose()
      }}
    >
      <Field label={say('letterPanel.to.address')} isLabelHidden error={problem}>
        <TextInput
          type="text"
          inputMode="email"
          autoComplete="off"
          autoFocus
          value={typed}
          placeholder={examples.plain}
          onChange={(text) => {
            setTyped(text)
            setProblem(undefined)
          }}
        />
      </Field>
      <Button kind="outlined" onClick={add}>
        {say('ui.add')}
      </Button>
      <Button onClick={onClose}>{say('ui.cancel')}</Button>
    </div>
  )
}
