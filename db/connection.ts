import Database from 'better-sqlite3'

/** One open SQLite file (or ':memory:'), as better-sqlite3 gives it. */
export type Connection = Database.Database

/** Opens a file; a reader never creates or changes it. Nothing else in Kept opens SQLite files. */
export const connect = (file: string, options: { readonly isReader?: boolean } = {}): Connection =>
  options.isReader === true ? new Database(file, { readonly: true, fileMustExist: true }) : new Database(file)

/** The version of SQLite inside better-sqlite3, such as 3.54.1. */
export function sqliteVersion(): string {
  const connection = connect(':memory:')
  const version = connection.prepare('select sqlite_version()').pluck().get()
  connection.close()
  return String(version)
}

/** SQLite's name for what went wrong, such as SQLITE_BUSY; '' for any other error. */
export const sqliteCode = (error: unknown): string =>
  error instanceof Database.SqliteError ? error.code : ''
