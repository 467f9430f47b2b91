import { useState } from 'react'
import type { Recipient } from '../../shared/domain/letter'
import { Button } from '../ui/Button'
import { AddIcon, CloseIcon } from '../ui/icons'
import { useWords } from '../ui/use-words'
import { AddAddress } from './AddAddress'
import styles from './letter.module.css'

/** Whom a letter goes to: those on it, those of the client who could be, and any other address. */
export function Recipients({
  recipients,
  candidates,
  onChange,
  error,
}: {
  recipients: readonly Recipient[]
  candidates: readonly Recipient[]
  onChange: (recipients: readonly Recipient[]) => void
  error: string | undefined
}) {
  const say = useWords()
  const [isAdding, setIsAdding] = useState(recipients.length === 0 && candidates.length === 0)
  const others = candidates.filter((candidate) => !recipients.some((known) => isSame(known, candidate)))
  return (
    <div className={styles.head} role="group" aria-label={say('letterPanel.to')}>
      <span className={styles.headName}>{say('letterPanel.to')}</span>
      <div className={styles.headValue}>
        <ul role="list" className={styles.chips}>
          {recipients.map((recipient) => (
            <Chip
              key={recipient.address}
              recipient={recipient}
              onRemove={() => onChange(recipients.filter((other) => other !== recipient))}
            />
          ))}
          {others.map((candidate) => (
            <li key={candidate.address}>
              <Button
                icon={<AddIcon size={14} />}
                title={candidate.address}
                aria-label={say('letterPanel.to.choose', { name: candidate.name })}
                onClick={() => onChange([...recipients, candidate])}
              >
                {candidate.name}
              </Button>
            </li>
          ))}
          {!isAdding && (
            <li>
              <Button onClick={() => setIsAdding(true)}>{say('letterPanel.to.add')}</Button>
            </li>
          )}
        </ul>
        {isAdding && (
          <AddAddress
            recipients={recipients}
            onAdd={(recipient) => {
              onChange([...recipients, recipient])
              setIsAdding(false)
            }}
            onClose={() => setIsAdding(false)}
          />
        )}
        {error && <p className={styles.error}>{error}</p>}
      </div>
    </div>
  )
}

function Chip({ recipient, onRemove }: { recipient: Recipient; onRemove: () => void }) {
  const say = useWords()
  const label = say('letterPanel.to.remove', { name: recipient.name })
  return (
    <li className={styles.chip} title={recipient.address}>
      <span>{recipient.name}</span>
      <button type="button" className={styles.chipOff} aria-label={label} title={label} onClick={onRemove}>
        <CloseIcon size={14} />
      </button>
    </li>
  )
}

const isSame = (a: Recipient, b: Recipient): boolean => a.address.toLowerCase() === b.address.toLowerCase()
