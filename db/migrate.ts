import type { Connection } from './connection'
import type { Migration } from './migrations'

/** The version a store has; 0 for a new file. */
export const versionOf = (connection: Connection): number =>
  Number(connection.pragma('user_version', { simple: true }))

/**
 * Brings a store to the newest version, one transaction a step with its version in it, so that a stop at any
 * moment leaves the old version or the new one. Refuses to commit rows that point nowhere.
 */
export function migrate(connection: Connection, migrations: readonly Migration[]): void {
  const from = versionOf(connection)
  connection.pragma('foreign_keys = OFF')
  for (const migration of migrations.filter((step) => step.version > from)) takeStep(connection, migration)
  connection.pragma('foreign_keys = ON')
}

function takeStep(connection: Connection, migration: Migration): void {
  const step = connection.transaction(() => {
    connection.exec(migration.sql)
    const orphans = connection.pragma('foreign_key_check')
    if (Array.isArray(orphans) && orphans.length > 0) throw new Error(`${orphans.length} rows point nowhere`)
    connection.pragma(`user_version = ${migration.version}`)
  })
  step.immediate()
}
