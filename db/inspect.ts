import { closeSync, openSync, readSync, statSync } from 'node:fs'
import { Refusal } from '../shared/lib/refusal'
import { connect, sqliteCode, type Connection } from './connection'

/** Marks a SQLite file as Kept's own: the letters "Kept". */
export const applicationId = 0x4b657074

/** What a file says about itself. */
export type Identity = { readonly applicationId: number; readonly version: number; readonly isEmpty: boolean }

const magic = 'SQLite format 3\0'

/**
 * Looks at a store before anything may write to it: first at the bytes at its beginning, then, through a
 * connection that only reads, at what its log says. Refuses E_DB_NOT_KEPT for any other file and E_DB_DAMAGED
 * where SQLite cannot read it. Only for files this process has not open: the look would drop its locks.
 */
export function inspectStore(file: string): Identity {
  if (!statSync(file).isFile() || readStart(file) !== magic)
    throw new Refusal('not-allowed', 'E_DB_NOT_KEPT', { file })
  const identity = readIdentity(file)
  const isKept =
    identity.applicationId === applicationId || (identity.applicationId === 0 && identity.isEmpty)
  if (!isKept) throw new Refusal('not-allowed', 'E_DB_NOT_KEPT', { file })
  return identity
}

function readStart(file: string): string {
  const handle = openSync(file, 'r')
  try {
    const bytes = Buffer.alloc(magic.length)
    readSync(handle, bytes, 0, magic.length, 0)
    return bytes.toString('latin1')
  } finally {
    closeSync(handle)
  }
}

function readIdentity(file: string): Identity {
  const connection = connect(file, { isReader: true })
  try {
    return identityOf(connection)
  } catch (error) {
    throw refusalOf(error, file)
  } finally {
    connection.close()
  }
}

/** What an open store says about itself. */
export const identityOf = (connection: Connection): Identity => ({
  applicationId: Number(connection.pragma('application_id', { simple: true })),
  version: Number(connection.pragma('user_version', { simple: true })),
  isEmpty: connection.prepare('select count(*) from sqlite_master').pluck().get() === 0,
})

/** What SQLite found wrong with a file as a Refusal; any other error as it came. */
export function refusalOf(error: unknown, file: string): unknown {
  const code = sqliteCode(error)
  if (code === 'SQLITE_NOTADB') return new Refusal('not-allowed', 'E_DB_NOT_KEPT', { file })
  if (code.startsWith('SQLITE_CORRUPT')) return new Refusal('internal', 'E_DB_DAMAGED', { file })
  if (code.startsWith('SQLITE_READONLY') || code.startsWith('SQLITE_CANTOPEN'))
    return new Refusal('not-allowed', 'E_DB_READONLY', { path: file })
  return error
}
