import * as z from 'zod/mini'
import { Day } from '../lib/time'
import type { AddressId, ClientId, PersonId } from './ids'
import { EmailAddress, Line, PhoneNumber } from './typed'

/** One address or number, as typed. */
export const AddressDetails = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('email'), value: EmailAddress }),
  z.strictObject({ kind: z.literal('phone'), value: PhoneNumber }),
])
export type AddressDetails = z.infer<typeof AddressDetails>
/** One address or number as kept. */
export type Address = AddressDetails & { readonly id: AddressId }

/**
 * What a form knows of a person: `called` is how letters greet them ("Priya"; null = the first word of the
 * name), `decidesOn` the topic they decide ("budget"), `prefers` how they like to be reached, `isInLetters`
 * whether letters to the client greet them and go to them.
 */
export const PersonDetails = z.strictObject({
  name: Line,
  called: z.nullable(Line),
  relation: z.nullable(Line),
  decidesOn: z.nullable(Line),
  prefers: z.nullable(Line),
  note: z.nullable(Line),
  isInLetters: z.boolean(),
  birthday: z.nullable(Day),
  addresses: z.array(AddressDetails).check(z.maxLength(20, 'invalid.too-many')),
})
export type PersonDetails = z.infer<typeof PersonDetails>

/** Somebody at a client, with any number of addresses and numbers. */
export type Person = Omit<PersonDetails, 'addresses'> & {
  readonly id: PersonId
  readonly clientId: ClientId
  readonly addresses: readonly Address[]
  readonly revision: number
}

/** How letters greet a person: what they are called, else the first word of the name. */
export const calledOf = (person: Pick<Person, 'name' | 'called'>): string =>
  person.called ?? person.name.split(' ')[0] ?? person.name
