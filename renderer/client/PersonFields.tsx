import { useState } from 'react'
import { TextField, DayField } from '../form/fields'
import { Button } from '../ui/Button'
import { Checkbox } from '../ui/Checkbox'
import { FieldRow } from '../ui/Field'
import { useWords } from '../ui/use-words'
import { AddressFields } from './AddressFields'
import { isPersonTyped, newPerson, type PersonTyped } from './person-typed'

export type PersonFieldsProps = {
  readonly typed: PersonTyped
  readonly onChange: (change: Partial<PersonTyped>) => void
  /** What is wrong with a field of this person, by its path below the person. */
  readonly problem: (path: string) => string | undefined
  readonly takesFocus?: boolean
}

/** The fields of one person: what everybody has, and behind a button what some have. */
export function PersonFields({ typed, onChange, problem, takesFocus = false }: PersonFieldsProps) {
  const say = useWords()
  const [isFurther, setIsFurther] = useState(hasFurther(typed))
  const line = (
    name: keyof PersonTyped & ('name' | 'called' | 'relation' | 'decidesOn' | 'prefers' | 'note'),
  ) => ({
    value: typed[name],
    onChange: (value: string) => onChange({ [name]: value }),
    error: problem(name),
  })
  return (
    <>
      <TextField label={say('person.name')} autoFocus={takesFocus} {...line('name')} />
      <AddressFields typed={typed} onChange={onChange} problem={problem} />
      {!isFurther && (
        <div>
          <Button kind="link" aria-expanded={false} onClick={() => setIsFurther(true)}>
            {say('person.further')}
          </Button>
        </div>
      )}
      {isFurther && (
        <>
          <FieldRow>
            <TextField
              label={say('person.relation')}
              placeholder={say('person.relation.placeholder')}
              {...line('relation')}
            />
            <TextField
              label={say('person.decidesOn')}
              placeholder={say('person.decidesOn.placeholder')}
              {...line('decidesOn')}
            />
          </FieldRow>
          <TextField
            label={say('person.prefers')}
            placeholder={say('person.prefers.placeholder')}
            {...line('prefers')}
          />
          <TextField label={say('person.note')} {...line('note')} />
          <FieldRow>
            <TextField label={say('person.called')} hint={say('person.called.hint')} {...line('called')} />
            <DayField
              label={say('person.birthday')}
              value={typed.birthday}
              onChange={(birthday) => onChange({ birthday })}
              error={problem('birthday')}
            />
          </FieldRow>
          <Checkbox
            label={say('person.inLetters')}
            isChecked={typed.isInLetters}
            onChange={(isInLetters) => onChange({ isInLetters })}
          />
        </>
      )}
    </>
  )
}

const hasFurther = (typed: PersonTyped): boolean =>
  isPersonTyped({ ...typed, name: '', addresses: newPerson.addresses }) || !typed.isInLetters
