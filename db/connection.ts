import Database from 'better-sqlite3'

/** One open SQLite file (or ':memory:'), as better-sqlite3 gives it. */
export type Connection = Database.Database

/** Opens a file; a reader never creates or changes it. Nothing else in Kept opens SQLite files. */
export const connect = (file: string, options: { readonly isReader?: boolean } = {}): Connection =>
  options.isReader === true ? new Database(file, { readonly: true, fileMustExist: true }) : new Database(file)
