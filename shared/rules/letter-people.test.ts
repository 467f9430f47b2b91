import { describe, expect, it } from 'vitest'
import type { AddressId, ClientId, PersonId } from '../domain/ids'
import type { Person } from '../domain/person'
import { candidatesOf, greetedNames, usualRecipients } from './letter-people'

const aPerson = (id: number, name: string, email: string | null, isInLetters = true): Person => ({
  id: id as PersonId,
  clientId: 1 as ClientId,
  name,
  called: null,
  relation: null,
  decidesOn: null,
  prefers: null,
  note: null,
  isInLetters,
  birthday: null,
  addresses: email === null ? [] : [{ id: id as AddressId, kind: 'email', value: email }],
  revision: 0,
})

const priya = aPerson(1, 'Priya Raman', 'priya@raman.example')
const tom = aPerson(2, 'Tom Hollis', 'tom@hollis.example')
const meera = aPerson(3, 'Meera Raman', 'meera@raman.example', false)
const people = [priya, tom, meera]

const addressesOf = (recipients: readonly { address: string }[]) => recipients.map(({ address }) => address)

describe('whom a letter goes to', () => {
  it('are those who are in letters', () => {
    expect(addressesOf(usualRecipients(people, tom.id))).toEqual([
      'priya@raman.example',
      'tom@hollis.example',
    ])
    expect(addressesOf(usualRecipients(people, null))).toEqual(['priya@raman.example', 'tom@hollis.example'])
  })

  it('is only the one who wrote where they are not in letters', () => {
    expect(addressesOf(usualRecipients(people, meera.id))).toEqual(['meera@raman.example'])
  })

  it('is one address where two people share it', () => {
    const shared = aPerson(4, 'Ben Marchetti', 'PRIYA@raman.example')

    expect(addressesOf(usualRecipients([priya, shared], null))).toEqual(['priya@raman.example'])
  })

  it('could be anybody with an address', () => {
    expect(candidatesOf([...people, aPerson(5, 'Nan', null)])).toHaveLength(3)
  })
})

describe('whom a letter greets', () => {
  const greeted = (all: readonly Person[], to: readonly Person[], writer: Person | null = null) =>
    greetedNames(all, candidatesOf(to), writer?.id ?? null)

  it('are both partners as they like to be called', () => {
    expect(greeted([{ ...priya, called: 'Pri' }, tom], [priya, tom])).toEqual(['Pri', 'Tom'])
  })

  it('is nobody who was taken off the letter', () => {
    expect(greeted(people, [tom])).toEqual(['Tom'])
  })

  it('is also a partner without an address, and one who shares it', () => {
    const without = aPerson(4, 'Dele Adeyemi', null)
    const shared = aPerson(5, 'Ben Marchetti', 'tom@hollis.example')

    expect(greeted([tom, without], [tom])).toEqual(['Tom', 'Dele'])
    expect(greeted([tom, shared], [tom])).toEqual(['Tom', 'Ben'])
  })

  it('is somebody who is not in letters, when the letter goes to them', () => {
    expect(greeted(people, [meera], meera)).toEqual(['Meera'])
  })

  it('is a stranger only where nobody else is', () => {
    const stranger = { personId: null, name: 'Ada Byron', address: 'ada@byron.example' }

    expect(greetedNames(people, [stranger], null)).toEqual(['Ada'])
    expect(greetedNames(people, [...candidatesOf([priya]), stranger], null)).toEqual(['Priya'])
  })
})
