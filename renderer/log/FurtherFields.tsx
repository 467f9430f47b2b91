import { useState } from 'react'
import { NumberField, TextField } from '../form/fields'
import { Button } from '../ui/Button'
import { FieldRow } from '../ui/Field'
import { useWords } from '../ui/use-words'
import { hasLength } from './log-typed'
import type { LogState } from './LogFields'

/** What is seldom said of a message: its subject, what it was about, how long it took. */
export function FurtherFields({ log: { form } }: { log: LogState }) {
  const say = useWords()
  const { subject, gist, minutes, channel } = form.typed
  const [isOpen, setIsOpen] = useState(subject !== '' || gist !== '' || minutes !== null)
  const isMail = channel === 'email'
  if (!isOpen && !isMail)
    return (
      <div>
        <Button kind="link" aria-expanded={false} onClick={() => setIsOpen(true)}>
          {say('log.further')}
        </Button>
      </div>
    )
  return (
    <>
      <TextField label={say('log.subject')} isOptional {...form.field('subject')} />
      <FieldRow>
        <TextField
          label={say('log.gist')}
          placeholder={say('log.gist.placeholder')}
          isOptional
          {...form.field('gist')}
        />
        {hasLength(channel) && (
          <NumberField
            label={say('log.minutes')}
            isOptional
            {...form.figures('minutes', say('log.minutes.invalid'))}
          />
        )}
      </FieldRow>
    </>
  )
}
