import type { AddressDetails, Person, PersonDetails } from '../../shared/domain/person'
import { chosenOf, lineOf } from '../form/typed'

/** A person as typed: an empty field is ''. */
export type PersonTyped = {
  readonly name: string
  readonly called: string
  readonly relation: string
  readonly decidesOn: string
  readonly prefers: string
  readonly note: string
  readonly isInLetters: boolean
  readonly birthday: string
  readonly addresses: readonly AddressDetails[]
}

/** Nobody yet, with one mail address and one number to fill in. */
export const newPerson: PersonTyped = {
  name: '',
  called: '',
  relation: '',
  decidesOn: '',
  prefers: '',
  note: '',
  isInLetters: true,
  birthday: '',
  addresses: [
    { kind: 'email', value: '' },
    { kind: 'phone', value: '' },
  ],
}

/** A person as their form shows them; there is always a field for a mail address and for a number. */
export function typedPerson(person: Person): PersonTyped {
  const addresses = person.addresses.map(({ kind, value }) => ({ kind, value }))
  const missing = newPerson.addresses.filter(({ kind }) => addresses.every((own) => own.kind !== kind))
  return {
    name: person.name,
    called: person.called ?? '',
    relation: person.relation ?? '',
    decidesOn: person.decidesOn ?? '',
    prefers: person.prefers ?? '',
    note: person.note ?? '',
    isInLetters: person.isInLetters,
    birthday: person.birthday ?? '',
    addresses: [...addresses, ...missing],
  }
}

/** What was typed, as it is asked for; empty addresses are left out. */
export const personDetails = (typed: PersonTyped): PersonDetails => ({
  name: typed.name,
  called: lineOf(typed.called),
  relation: lineOf(typed.relation),
  decidesOn: lineOf(typed.decidesOn),
  prefers: lineOf(typed.prefers),
  note: lineOf(typed.note),
  isInLetters: typed.isInLetters,
  birthday: chosenOf(typed.birthday),
  addresses: typed.addresses.filter(isFilled),
})

/** Whether anything of a person was typed at all. */
export const isPersonTyped = (typed: PersonTyped): boolean =>
  [typed.name, typed.called, typed.relation, typed.decidesOn, typed.prefers, typed.note, typed.birthday].some(
    (text) => text.trim() !== '',
  ) || typed.addresses.some(isFilled)

/** Where an address stands among those that are asked for, since empty ones are left out. */
export const placeOfAddress = ({ addresses }: PersonTyped, index: number): number =>
  addresses.slice(0, index).filter(isFilled).length

const isFilled = ({ value }: AddressDetails): boolean => value.trim() !== ''
