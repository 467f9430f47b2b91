import type { AddressDetails } from '../../shared/domain/person'
import { TextField } from '../form/fields'
import { Button } from '../ui/Button'
import { FieldRow } from '../ui/Field'
import { useWords } from '../ui/use-words'
import { placeOfAddress } from './person-typed'
import type { PersonFieldsProps } from './PersonFields'
import styles from './fields.module.css'

type Kind = AddressDetails['kind']

/** Any number of mail addresses and phone numbers; an empty one is left out. */
export function AddressFields({ typed, onChange, problem }: Omit<PersonFieldsProps, 'takesFocus'>) {
  const say = useWords()
  const { addresses } = typed
  const change = (index: number, value: string) =>
    onChange({ addresses: addresses.map((own, place) => (place === index ? { ...own, value } : own)) })
  const add = (kind: Kind) => onChange({ addresses: [...addresses, { kind, value: '' }] })
  return (
    <>
      <FieldRow>
        {addresses.map((address, index) => (
          <TextField
            key={index}
            type={address.kind === 'email' ? 'email' : 'tel'}
            label={say(address.kind === 'email' ? 'person.email' : 'person.phone')}
            value={address.value}
            onChange={(value) => change(index, value)}
            error={problem(`addresses.${placeOfAddress(typed, index)}.value`)}
          />
        ))}
      </FieldRow>
      <div className={styles.further}>
        <Button kind="link" onClick={() => add('email')}>
          {say('person.addEmail')}
        </Button>
        <Button kind="link" onClick={() => add('phone')}>
          {say('person.addPhone')}
        </Button>
      </div>
    </>
  )
}
