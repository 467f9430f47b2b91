import Database from 'better-sqlite3'
import type { Connection } from '../db/connection'
import { setPragmas } from '../db/pragmas'
import { storeOf, type Store } from '../db/store'

/** A statement as it was run, with what was bound. */
type Ran = { readonly text: string; readonly parameters: readonly unknown[] }

/** A store as Kept opens it, and beside it a bare connection: both sides of one comparison. */
export type Sides = { readonly store: Store; readonly raw: Connection; readonly close: () => Promise<void> }

export function openSides(file: string): Sides {
  const raw = settled(new Database(file))
  const store = storeOf(settled(new Database(file)), file)
  return {
    store,
    raw,
    async close() {
      raw.close()
      await store.close()
    },
  }
}

/** The settings of an open store. */
function settled(connection: Connection): Connection {
  setPragmas(connection)
  return connection
}

/**
 * The lower bound of some work on a store: the very statements it runs, prepared once and run on a bare
 * connection one after the other, with nothing made of their rows.
 */
export async function bareStatements(
  file: string,
  raw: Connection,
  work: (store: Store) => Promise<unknown>,
) {
  const ran: Ran[] = []
  const store = storeOf(recorded(settled(new Database(file)), ran), file)
  await work(store)
  await store.close()
  const prepared = ran.map(({ text, parameters }) => ({ statement: raw.prepare(text), parameters }))
  return () => prepared.map(({ statement, parameters }) => statement.all(...parameters))
}

/** A connection that notes every statement read through it. */
function recorded(connection: Connection, ran: Ran[]): Connection {
  const note = (text: string) => (statement: object) =>
    new Proxy(statement, {
      get(target, name) {
        const own: unknown = Reflect.get(target, name)
        if (typeof own !== 'function') return own
        if (name !== 'all') return own.bind(target) as unknown
        return (...given: readonly unknown[]) => {
          const parameters = given.length === 1 && Array.isArray(given[0]) ? (given[0] as unknown[]) : given
          ran.push({ text, parameters })
          return (own as (...all: readonly unknown[]) => unknown).call(target, ...given)
        }
      },
    })
  return new Proxy(connection, {
    get(target, name) {
      if (name === 'prepare') return (text: string) => note(text)(target.prepare(text))
      const own: unknown = Reflect.get(target, name)
      return typeof own === 'function' ? (own.bind(target) as unknown) : own
    },
  })
}
