import { useState } from 'react'
import type { Channel } from '../../shared/domain/message'
import type { Person } from '../../shared/domain/person'
import { ChoiceField, TextField } from '../form/fields'
import type { FormState } from '../form/form-state'
import { Button } from '../ui/Button'
import { FieldRow } from '../ui/Field'
import { useWords } from '../ui/use-words'
import type { PromiseTyped } from './promise-typed'

const channels = ['call', 'email', 'meeting', 'text', 'voicemail'] as const satisfies readonly Channel[]

/** The note, and behind a button the words letters use and how the promise was made. */
export function PromiseWords({
  form,
  people,
  isNew,
}: {
  form: FormState<PromiseTyped>
  people: readonly Person[]
  isNew: boolean
}) {
  const say = useWords()
  const { asNoun, doneAs } = form.typed
  const [isFurther, setIsFurther] = useState(asNoun !== '' || doneAs !== '')
  return (
    <>
      <TextField label={say('promiseForm.note')} isOptional {...form.field('note')} />
      {!isFurther && (
        <div>
          <Button kind="link" aria-expanded={false} onClick={() => setIsFurther(true)}>
            {say('promiseForm.further')}
          </Button>
        </div>
      )}
      {isFurther && (
        <>
          <TextField
            label={say('promiseForm.asNoun')}
            placeholder={say('promiseForm.asNoun.placeholder')}
            isOptional
            {...form.field('asNoun')}
          />
          <TextField
            label={say('promiseForm.doneAs')}
            placeholder={say('promiseForm.doneAs.placeholder')}
            isOptional
            {...form.field('doneAs')}
          />
          {isNew && <HowSaid form={form} people={people} />}
        </>
      )}
    </>
  )
}

function HowSaid({ form, people }: { form: FormState<PromiseTyped>; people: readonly Person[] }) {
  const say = useWords()
  return (
    <FieldRow>
      <ChoiceField<Channel>
        label={say('promiseForm.said')}
        {...form.field('saidChannel')}
        choices={[
          ...channels.map((value) => ({ value, label: say(`timeline.promised.${value}`) })),
          { value: 'note', label: say('promiseForm.said.note') },
        ]}
      />
      {people.length > 0 && (
        <ChoiceField<string>
          label={say('promiseForm.saidTo')}
          {...form.field('saidTo')}
          choices={[
            { value: '', label: say('log.person.none') },
            ...people.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
        />
      )}
    </FieldRow>
  )
}
