import type { Address, AddressDetails } from '../shared/domain/person'
import type { PersonId } from '../shared/domain/ids'
import { insertRow, removeRow } from './record'
import type { AddressRow, ReadDb, WriteDb } from './schema'

const toAddress = (row: AddressRow): Address => ({ id: row.id, kind: row.kind, value: row.value })

/** The addresses and numbers of these people, each person's in the order they were typed. */
export async function listAddresses(
  db: ReadDb,
  personIds: readonly PersonId[],
): Promise<ReadonlyMap<PersonId, readonly Address[]>> {
  if (personIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('address')
    .selectAll()
    .where('person_id', 'in', personIds)
    .orderBy('person_id')
    .orderBy('id')
    .execute()
  const ownOf = (personId: PersonId) => rows.filter((row) => row.person_id === personId).map(toAddress)
  return new Map(personIds.map((personId) => [personId, ownOf(personId)]))
}

/** Makes these a person's addresses and numbers, in this order; what stays the same is left untouched. */
export async function replaceAddresses(
  db: WriteDb,
  personId: PersonId,
  wanted: readonly AddressDetails[],
): Promise<void> {
  const had = (await listAddresses(db, [personId])).get(personId) ?? []
  const firstOther = had.findIndex((each, place) => !isSame(each, wanted[place]))
  const kept = firstOther === -1 ? had.length : firstOther
  for (const { id } of had.slice(kept)) await removeRow(db, 'address', id)
  for (const { kind, value } of wanted.slice(kept)) {
    await insertRow(db, 'address', { person_id: personId, kind, value, folded: foldAddress({ kind, value }) })
  }
}

/** An address as it is compared: mail in small letters, a number as its digits with a plus for 00. */
export function foldAddress({ kind, value }: AddressDetails): string {
  if (kind === 'email') return value.normalize('NFC').toLowerCase()
  const bare = value.replace(/[^\d+]/g, '').replace(/^00/, '+')
  return bare.startsWith('+') ? `+${bare.replaceAll('+', '')}` : bare
}

const isSame = (address: AddressDetails, other: AddressDetails | undefined): boolean =>
  address.kind === other?.kind && address.value === other.value
