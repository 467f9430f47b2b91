import type { Recipient } from '../domain/letter'
import { calledOf, type Person } from '../domain/person'

/** Everybody a letter to the client could go to: each person with their first mail address. */
export const candidatesOf = (people: readonly Person[]): readonly Recipient[] =>
  people.flatMap((person) => {
    const [address] = mailOf(person)
    return address === undefined ? [] : [{ personId: person.id, name: person.name, address }]
  })

/**
 * Whom a new letter goes to: those who are in letters, or the one who wrote where that is somebody else. Two who
 * share an address get one copy.
 */
export function usualRecipients(
  people: readonly Person[],
  writer: Person['id'] | null,
): readonly Recipient[] {
  const greeted = people.filter((person) => isAddressed(person, people, writer))
  const recipients = candidatesOf(greeted)
  return recipients.filter(
    ({ address }, place) => recipients.findIndex((other) => isSame(other.address, address)) === place,
  )
}

/**
 * How the letter greets: by name those it goes to, and those in letters who have no address of their own. Somebody
 * who was taken off the letter is not greeted; an unknown address is greeted only where nobody else is.
 */
export function greetedNames(
  people: readonly Person[],
  recipients: readonly Recipient[],
  writer: Person['id'] | null,
): readonly string[] {
  const isReached = (person: Person) =>
    recipients.some(
      ({ personId, address }) => personId === person.id || mailOf(person).some((own) => isSame(own, address)),
    )
  const known = people.filter(
    (person) => isReached(person) || (mailOf(person).length === 0 && isAddressed(person, people, writer)),
  )
  if (known.length > 0) return known.map(calledOf)
  return recipients.map(({ name }) => calledOf({ name, called: null }))
}

function isAddressed(person: Person, people: readonly Person[], writer: Person['id'] | null): boolean {
  const wrote = people.find(({ id }) => id === writer)
  return wrote === undefined || wrote.isInLetters ? person.isInLetters : person.id === writer
}

const mailOf = ({ addresses }: Person): readonly string[] =>
  addresses.flatMap(({ kind, value }) => (kind === 'email' ? [value] : []))

const isSame = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()
