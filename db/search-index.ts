import type { AnyRow, RecordTable } from './rows'
import type { WriteDb } from './schema'
import { runStatement } from './statements'

/** The columns that can be searched, table by table; the index of each is named `…_search`. */
export const searchedColumns = {
  client: ['name', 'short_name'],
  person: ['name', 'called'],
  promise: ['what', 'as_noun', 'note'],
  message: ['text', 'gist'],
} as const satisfies Partial<Record<RecordTable, readonly string[]>>

type SearchedTable = keyof typeof searchedColumns

/**
 * Keeps the search rows in step with one write of a row (null: was not or is no longer there). The indexes hold
 * no text of their own, so an old entry is only found again by its exact old text.
 */
export async function indexRow(
  db: WriteDb,
  table: RecordTable,
  before: AnyRow | null,
  after: AnyRow | null,
): Promise<void> {
  if (!isSearched(table)) return
  const columns = searchedColumns[table]
  if (before !== null && after !== null && columns.every((name) => before[name] === after[name])) return
  const blanks = columns.map(() => '?').join(', ')
  const index = `${table}_search`
  if (before !== null) {
    const text = `insert into ${index} (${index}, rowid, ${columns.join(', ')}) values ('delete', ?, ${blanks})`
    await runStatement(db, text, valuesOf(before, columns))
  }
  if (after !== null) {
    const text = `insert into ${index} (rowid, ${columns.join(', ')}) values (?, ${blanks})`
    await runStatement(db, text, valuesOf(after, columns))
  }
}

const isSearched = (table: RecordTable): table is SearchedTable => Object.hasOwn(searchedColumns, table)

const valuesOf = (row: AnyRow, columns: readonly string[]) =>
  ['id', ...columns].map((name) => row[name] ?? null)
