import { platform } from 'node:process'
import { Refusal } from '../shared/lib/refusal'
import type { Connection } from './connection'

type Pragmas = Readonly<Record<string, string | number>>

/** Without these a commit could be lost in a power cut, or a damaged file be believed: never SQLite's defaults. */
const required: Pragmas = {
  journal_mode: 'wal',
  synchronous: 2,
  foreign_keys: 1,
  trusted_schema: 0,
  cell_size_check: 1,
  secure_delete: 1,
  busy_timeout: 5000,
  // 32 MiB of log: Kept moves it into the file when idle, not on the user's commit.
  wal_autocheckpoint: 8192,
  cache_size: -32_768,
}

/** A plain fsync on a Mac leaves the data in the disk's own cache. */
const requiredOnMac: Pragmas = { fullfsync: 1, checkpoint_fullfsync: 1 }

/** Sets how SQLite keeps the store and reads it back. Refuses E_DB_PRAGMA where a setting did not take. */
export function setPragmas(connection: Connection): void {
  const pragmas = platform === 'darwin' ? { ...required, ...requiredOnMac } : required
  for (const [name, expected] of Object.entries(pragmas)) setPragma(connection, name, expected)
}

/** The same for a store in memory, which has no log. */
export function setMemoryPragmas(connection: Connection): void {
  for (const name of ['foreign_keys', 'trusted_schema', 'cell_size_check'])
    setPragma(connection, name, required[name] ?? 0)
}

function setPragma(connection: Connection, name: string, expected: string | number): void {
  connection.pragma(`${name} = ${expected}`)
  const found = connection.pragma(name, { simple: true })
  if (found !== expected)
    throw new Refusal('internal', 'E_DB_PRAGMA', { name, found: String(found), expected: String(expected) })
}

/** The first SQLite without the known faults of the log that could damage a store. */
const oldestSqlite = '3.51.3'

/** Refuses E_SQLITE_TOO_OLD for a SQLite before 3.51.3. */
export function checkSqlite(version: string): void {
  const isOlder = new Intl.Collator('en', { numeric: true }).compare(version, oldestSqlite) < 0
  if (isOlder) throw new Refusal('internal', 'E_SQLITE_TOO_OLD', { version, oldest: oldestSqlite })
}
