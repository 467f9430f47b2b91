import type { Schema, WriteDb } from './schema'
import { indexRow } from './search-index'
import { runStatement, type Parameter } from './statements'

/** A table whose rows have an id; what is written to it is remembered for undo. */
export type RecordTable = Exclude<keyof Schema, 'operation' | 'change'>

/** A row, or some columns of one, as SQLite gives it, whatever its table. */
export type AnyRow = Readonly<Record<string, Parameter>>

/** Tables that count how often each row was changed. */
export const revisedTables: ReadonlySet<string> = new Set<RecordTable>([
  'business',
  'calendar_exception',
  'client',
  'person',
  'project',
  'milestone',
  'promise',
  'reward',
  'extra',
  'letter_template',
  'letter',
  'mail_account',
  'reminder_setting',
])

/** Columns that follow what happens: no form shows them, so a change of nothing else raises no revision. */
export const followingColumns: ReadonlySet<string> = new Set([
  'business.calendar_version',
  'client.last_inbound_at',
  'client.last_outbound_at',
  'client.last_extra_at',
  'project.last_update_at',
  'project.next_update_on',
  'reminder_setting.quiet_until',
  'reminder_setting.unavailable_on',
])

/** One row by its id, or undefined. */
export async function findAny(db: WriteDb, table: RecordTable, id: number): Promise<AnyRow | undefined> {
  const [row] = await runStatement<AnyRow>(db, `select * from "${table}" where id = ?`, [id])
  return row
}

/** Inserts one row, its search row with it, and gives it back whole. */
export async function insertAny(db: WriteDb, table: RecordTable, values: AnyRow): Promise<AnyRow> {
  const names = Object.keys(values)
  const columns = names.map((name) => `"${name}"`).join(', ')
  const text = `insert into "${table}" (${columns}) values (${names.map(() => '?').join(', ')}) returning *`
  const row = only(await runStatement<AnyRow>(db, text, Object.values(values)), table)
  await indexRow(db, table, null, row)
  return row
}

/** Sets some columns of a row, given as it is now, and gives it back whole as it then is. */
export async function updateAny(
  db: WriteDb,
  table: RecordTable,
  current: AnyRow,
  set: AnyRow,
): Promise<AnyRow> {
  const columns = Object.keys(set).map((name) => `"${name}" = ?`)
  const text = `update "${table}" set ${columns.join(', ')} where id = ? returning *`
  const parameters = [...Object.values(set), current['id'] ?? null]
  const row = only(await runStatement<AnyRow>(db, text, parameters), table)
  await indexRow(db, table, current, row)
  return row
}

/** Removes one row that is there, its search row with it. */
export async function removeAny(db: WriteDb, table: RecordTable, id: number): Promise<void> {
  const rows = await runStatement<AnyRow>(db, `delete from "${table}" where id = ? returning *`, [id])
  await indexRow(db, table, only(rows, table), null)
}

function only(rows: readonly AnyRow[], table: string): AnyRow {
  const [row] = rows
  if (row === undefined) throw new Error(`The row is not in ${table}`)
  return row
}
