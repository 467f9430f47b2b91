import { CompiledQuery, type SqliteDatabase } from 'kysely'
import type { Connection } from './connection'
import type { ReadDb, WriteDb } from './schema'

/** A connection that prepares each text once; `forget` drops them all, as a change of the tables requires. */
export type CachedStatements = SqliteDatabase & { readonly forget: () => void }

const keptStatements = 500

/** Saves preparing a statement anew for every query, which costs more than running most of them. */
export function cacheStatements(connection: Connection): CachedStatements {
  const statements = new Map<string, ReturnType<SqliteDatabase['prepare']>>()
  const prepare = (text: string) => {
    const known = statements.get(text)
    if (known) return known
    if (statements.size >= keptStatements) statements.clear()
    const statement = connection.prepare(text)
    statements.set(text, statement)
    return statement
  }
  return { prepare, close: () => connection.close(), forget: () => statements.clear() }
}

/** What SQLite takes as a parameter. */
export type Parameter = string | number | bigint | Uint8Array | null

/** Rows of a statement written out by hand, for the few queries that must cost no more than SQLite itself. */
export async function selectRows<Row>(
  db: ReadDb,
  text: string,
  parameters: readonly Parameter[] = [],
): Promise<readonly Row[]> {
  const { rows } = await db.getExecutor().executeQuery<Row>(CompiledQuery.raw(text, [...parameters]))
  return rows
}

/** Runs one of several statements that are read together; see readTogether. */
export type Select = <Row>(text: string, parameters?: readonly Parameter[]) => Promise<readonly Row[]>

/**
 * Reads with several statements as if with one: nothing is written in between, and they cost no more than SQLite
 * itself. Inside, use only what is given and await nothing else.
 */
export const readTogether = <T>(db: ReadDb, work: (select: Select) => Promise<T>): Promise<T> =>
  db.getExecutor().provideConnection((connection) =>
    work(async <Row>(text: string, parameters: readonly Parameter[] = []) => {
      const { rows } = await connection.executeQuery<Row>({ ...compiledOf(text), parameters })
      return rows
    }),
  )

const compiled = new Map<string, CompiledQuery>()

function compiledOf(text: string): CompiledQuery {
  const known = compiled.get(text)
  if (known) return known
  const query = CompiledQuery.raw(text)
  if (compiled.size < keptStatements) compiled.set(text, query)
  return query
}

/** Runs a statement written out by hand inside the open transaction; rows come from RETURNING. */
export const runStatement = <Row>(
  db: WriteDb,
  text: string,
  parameters: readonly Parameter[] = [],
): Promise<readonly Row[]> => selectRows<Row>(db, text, parameters)
