import type { ClientId, PersonId } from '../shared/domain/ids'
import type { Address, Person, PersonDetails } from '../shared/domain/person'
import { Refusal } from '../shared/lib/refusal'
import { listAddresses, replaceAddresses } from './addresses'
import { insertRow, removeRow, updateRow } from './record'
import type { PersonRow, ReadDb, WriteDb } from './schema'

export const toPerson = (row: PersonRow, addresses: readonly Address[]): Person => ({
  id: row.id,
  clientId: row.client_id,
  name: row.name,
  called: row.called,
  relation: row.relation,
  decidesOn: row.decides_on,
  prefers: row.prefers,
  note: row.note,
  isInLetters: row.is_in_letters === 1,
  birthday: row.birthday,
  addresses,
  revision: row.revision,
})

/** The people of a client, in the order they were added. */
export async function listPeople(db: ReadDb, clientId: ClientId): Promise<readonly Person[]> {
  const rows = await db
    .selectFrom('person')
    .selectAll()
    .where('client_id', '=', clientId)
    .orderBy('id')
    .execute()
  const ids = rows.map((row) => row.id)
  const addresses = await listAddresses(db, ids)
  return rows.map((row) => toPerson(row, addresses.get(row.id) ?? []))
}

/** One person with all addresses. Refuses E_PERSON_GONE. */
export async function getPerson(db: ReadDb, id: PersonId): Promise<Person> {
  const row = await db.selectFrom('person').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('not-found', 'E_PERSON_GONE', { personId: id })
  return toPerson(row, (await listAddresses(db, [id])).get(id) ?? [])
}

export async function insertPerson(db: WriteDb, clientId: ClientId, details: PersonDetails): Promise<Person> {
  const { id } = await insertRow(db, 'person', { client_id: clientId, ...columnsOf(details) })
  await replaceAddresses(db, id, details.addresses)
  return getPerson(db, id)
}

/** Changes a person and makes `details.addresses` the only ones. */
export async function updatePerson(db: WriteDb, id: PersonId, details: PersonDetails): Promise<Person> {
  await updateRow(db, 'person', id, columnsOf(details))
  await replaceAddresses(db, id, details.addresses)
  return getPerson(db, id)
}

/** Removes a person with all addresses. */
export async function removePerson(db: WriteDb, id: PersonId): Promise<void> {
  await replaceAddresses(db, id, [])
  await removeRow(db, 'person', id)
}

/** Whether messages, promises or key dates name the person, so that they cannot be removed. */
export async function isPersonInUse(db: ReadDb, { id, clientId }: Person): Promise<boolean> {
  const isNamed = await db
    .selectFrom('message')
    .select('client_id')
    .where('client_id', '=', clientId)
    .where('person_id', '=', id)
    .unionAll(
      db
        .selectFrom('promise')
        .select('client_id')
        .where('client_id', '=', clientId)
        .where('said_to_person_id', '=', id),
    )
    .unionAll(
      db
        .selectFrom('milestone')
        .select('client_id')
        .where('client_id', '=', clientId)
        .where('person_id', '=', id),
    )
    .limit(1)
    .executeTakeFirst()
  return isNamed !== undefined
}

const columnsOf = (details: PersonDetails) => ({
  name: details.name,
  called: details.called,
  relation: details.relation,
  decides_on: details.decidesOn,
  prefers: details.prefers,
  note: details.note,
  is_in_letters: details.isInLetters ? (1 as const) : (0 as const),
  birthday: details.birthday,
})
