import { CompiledQuery, Kysely, SqliteAdapter, SqliteDialect, SqliteDriver } from 'kysely'
import type { OperationId } from '../shared/domain/ids'
import type { Connection } from './connection'
import type { ReadDb, Schema, WriteDb } from './schema'
import { cacheStatements, type CachedStatements } from './statements'

/** An open store: a handle that reads, one short door for writing, and where the file lies. */
export type Store = {
  readonly file: string
  readonly read: ReadDb
  /**
   * Runs the work in one transaction: all of it is kept, or nothing. Inside, use only the handle given (the
   * outer one waits for this very transaction, for ever) and await nothing but it.
   */
  readonly write: <T>(work: (db: WriteDb) => Promise<T>) => Promise<T>
  /** Moves what was committed from the log into the file; false, and nothing waited for, while somebody reads. */
  readonly checkpoint: () => Promise<boolean>
  readonly close: () => Promise<void>
}

/** Makes a store of a connection that is set up and migrated; closing the store closes the connection. */
export function storeOf(connection: Connection, file: string): Store {
  const db = new Kysely<Schema>({ dialect: immediateDialect(cacheStatements(connection)) })
  return {
    file,
    read: db,
    write: (work) => db.transaction().execute((trx) => work(Object.assign(trx, { operationId: null }))),
    checkpoint: () => db.connection().execute(() => Promise.resolve(checkpoint(connection))),
    close: async () => {
      await db.destroy()
      // Kysely closes only what it has used.
      connection.close()
    },
  }
}

/** The same transaction, whose writes from here on belong to an operation and can be taken back with it. */
export const withOperation = (db: WriteDb, operationId: OperationId): WriteDb =>
  Object.assign(db.withoutPlugins(), { operationId })

function checkpoint(connection: Connection): boolean {
  const patience = Number(connection.pragma('busy_timeout', { simple: true }))
  connection.pragma('busy_timeout = 0')
  const isBusy = connection.pragma('wal_checkpoint(TRUNCATE)', { simple: true }) === 1
  connection.pragma(`busy_timeout = ${patience}`)
  return !isBusy
}

/** Kysely begins DEFERRED; a transaction that reads first and writes later would then fail with SQLITE_BUSY. */
function immediateDialect(database: CachedStatements) {
  const dialect = new SqliteDialect({ database })
  const createDriver = () =>
    Object.assign(new SqliteDriver({ database }), {
      beginTransaction: async (connection: Awaited<ReturnType<SqliteDriver['acquireConnection']>>) => {
        await connection.executeQuery(CompiledQuery.raw('begin immediate'))
      },
    })
  return Object.assign(dialect, { createDriver, createAdapter: () => new SqliteAdapter() })
}
