import { connect, type Connection } from './connection'
import { applicationId, identityOf } from './inspect'
import { countRows } from './migrate'

/** What a store holds at one moment: its version, rows by table, and the last id given by table. */
export type Contents = {
  readonly version: number
  readonly rows: ReadonlyMap<string, number>
  readonly lastIds: ReadonlyMap<string, number>
}

/** Counts a store at one moment, while others may be writing. */
export function contentsOf(connection: Connection): Contents {
  const count = connection.transaction(() => ({
    version: identityOf(connection).version,
    rows: countRows(connection),
    lastIds: lastIdsOf(connection),
  }))
  return count.deferred()
}

const lastIdsOf = (connection: Connection): ReadonlyMap<string, number> =>
  new Map(
    connection
      .prepare<[], { name: string; seq: number }>('select name, seq from sqlite_sequence')
      .all()
      .map(({ name, seq }) => [name, seq]),
  )

/**
 * Opens a copy again and believes nothing: it must be Kept's, whole, of the same version, and hold as many rows
 * with the same last ids as the store held around the copying. What nobody wrote to meanwhile must be equal;
 * the rest must lie between. Gives the version; fails where anything differs.
 */
export function checkCopy(file: string, [before, after]: readonly [Contents, Contents]): number {
  const copy = readChecked(file)
  const isRight =
    copy.version === before.version &&
    isBetween(copy.rows, before.rows, after.rows) &&
    isBetween(copy.lastIds, before.lastIds, after.lastIds)
  if (!isRight) throw new Error('The copy does not hold what the store holds')
  return copy.version
}

/** What a file holds, after SQLite's own check of every page; fails where it is damaged or not Kept's. */
export function readChecked(file: string): Contents {
  const connection = connect(file, { isReader: true })
  try {
    if (identityOf(connection).applicationId !== applicationId)
      throw new Error('The copy is not a store of Kept')
    const result = connection.pragma('integrity_check', { simple: true })
    if (result !== 'ok') throw new Error(`The copy is damaged: ${String(result)}`)
    return contentsOf(connection)
  } finally {
    connection.close()
  }
}

function isBetween(
  copy: ReadonlyMap<string, number>,
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
): boolean {
  const names = new Set([...copy.keys(), ...before.keys(), ...after.keys()])
  return [...names].every((name) => {
    const [low = 0, high = 0] = [before.get(name) ?? 0, after.get(name) ?? 0].sort((a, b) => a - b)
    const count = copy.get(name) ?? 0
    return low <= count && count <= high
  })
}
