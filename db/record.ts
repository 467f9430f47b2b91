import type { Insertable, Selectable, Updateable } from 'kysely'
import { rememberChange } from './changes'
import {
  findAny,
  followingColumns,
  insertAny,
  removeAny,
  revisedTables,
  updateAny,
  type AnyRow,
  type RecordTable,
} from './rows'
import type { Schema, WriteDb } from './schema'
import type { Parameter } from './statements'

/*
 * The three ways in which a record is written. Each remembers what it did under the operation its handle
 * carries, so that undo can take it back, and keeps the search rows in step.
 */

/** Inserts one row and gives it back as the table has it now. */
export async function insertRow<T extends RecordTable>(
  db: WriteDb,
  table: T,
  values: Insertable<Schema[T]>,
): Promise<Selectable<Schema[T]>> {
  const row = await insertAny(db, table, given(values))
  await rememberChange(db, { table, rowId: Number(row['id']), before: null, after: row })
  return row as Selectable<Schema[T]>
}

/**
 * Changes some columns of one row that must be there, raises its revision where it has one and a form could show
 * the change, and gives the row back as it is now.
 */
export async function updateRow<T extends RecordTable>(
  db: WriteDb,
  table: T,
  id: number,
  set: Updateable<Schema[T]>,
): Promise<Selectable<Schema[T]>> {
  const before = await getAny(db, table, id)
  const isRevised = revisedTables.has(table) && Object.keys(set).some((name) => !isFollowing(table, name))
  const revision = isRevised ? { revision: Number(before['revision']) + 1 } : {}
  const values = { ...given(set), ...revision }
  const after = Object.keys(values).length === 0 ? before : await updateAny(db, table, before, values)
  const differing = Object.keys(after).filter((name) => isDifferent(before[name], after[name]))
  if (differing.length > 0) {
    await rememberChange(db, {
      table,
      rowId: id,
      before: pick(before, differing),
      after: pick(after, differing),
    })
  }
  return after as Selectable<Schema[T]>
}

/** Removes one row that must be there. */
export async function removeRow(db: WriteDb, table: RecordTable, id: number): Promise<void> {
  const before = await getAny(db, table, id)
  await removeAny(db, table, id)
  await rememberChange(db, { table, rowId: id, before, after: null })
}

async function getAny(db: WriteDb, table: RecordTable, id: number): Promise<AnyRow> {
  const row = await findAny(db, table, id)
  if (row === undefined) throw new Error(`No row ${id} in ${table}`)
  return row
}

const isFollowing = (table: RecordTable, name: string) => followingColumns.has(`${table}.${name}`)

/** `undefined` is "not given" and leaves the column to its default or as it is. */
const given = (values: object): AnyRow =>
  Object.fromEntries(
    Object.entries(values as Record<string, Parameter | undefined>).filter(
      (entry): entry is [string, Parameter] => entry[1] !== undefined,
    ),
  )

const isDifferent = (a: Parameter | undefined, b: Parameter | undefined) =>
  ArrayBuffer.isView(a) && ArrayBuffer.isView(b) ? Buffer.compare(a, b) !== 0 : a !== b

const pick = (row: AnyRow, names: readonly string[]): AnyRow =>
  Object.fromEntries(names.map((name) => [name, row[name] ?? null]))
