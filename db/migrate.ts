import { Refusal } from '../shared/lib/refusal'
import type { Connection } from './connection'
import { applicationId } from './inspect'
import type { Migration } from './migrations'

/** The version a store has; 0 for a new file. */
export const versionOf = (connection: Connection): number =>
  Number(connection.pragma('user_version', { simple: true }))

/**
 * Brings a store to the newest version, one transaction a step with its version in it, so that a stop at any
 * moment leaves the old version or the new one. Refuses E_MIGRATION_FAILED, with the name of the step, where its
 * SQL fails, rows would point nowhere, or a table would have lost or gained rows; `backup` is the file the
 * sentence names, '' where there is none.
 */
export function migrate(connection: Connection, migrations: readonly Migration[], backup = ''): void {
  const from = versionOf(connection)
  // A step may rebuild a table that others point to; what points where is checked at its end.
  connection.pragma('foreign_keys = OFF')
  for (const migration of migrations.filter((step) => step.version > from))
    takeStep(connection, migration, backup)
  connection.pragma('foreign_keys = ON')
}

function takeStep(connection: Connection, migration: Migration, backup: string): void {
  const version = versionOf(connection)
  const step = connection.transaction(() => {
    const before = countRows(connection)
    connection.exec(migration.sql)
    checkRows(connection, before)
    connection.pragma(`application_id = ${applicationId}`)
    connection.pragma(`user_version = ${migration.version}`)
  })
  try {
    step.immediate()
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const hasBackup = backup === '' ? 'no' : 'yes'
    const values = { step: migration.version, name: migration.name, version, reason, backup, hasBackup }
    throw new Refusal('internal', 'E_MIGRATION_FAILED', values)
  }
}

function checkRows(connection: Connection, before: ReadonlyMap<string, number>): void {
  const orphans = connection.prepare('pragma foreign_key_check').all().length
  if (orphans > 0) throw new Error(`${orphans} rows would point nowhere`)
  const after = countRows(connection)
  for (const [table, count] of before) {
    const kept = after.get(table) ?? count
    if (kept !== count) throw new Error(`${table} would have ${kept} rows instead of ${count}`)
  }
}

/** How many rows each table has, without those of the search. */
export function countRows(connection: Connection): ReadonlyMap<string, number> {
  const tables = connection
    .prepare<[], { name: string }>(
      "select name from pragma_table_list where schema = 'main' and type = 'table'",
    )
    .all()
    .map((table) => table.name)
    .filter((name) => !name.startsWith('sqlite_'))
  return new Map(
    tables.map((name) => [name, Number(connection.prepare(`select count(*) from "${name}"`).pluck().get())]),
  )
}
