import type { OperationId } from '../shared/domain/ids'
import { Refusal } from '../shared/lib/refusal'
import { day, type Instant } from '../shared/lib/time'
import { listChangesBackwards, type Change } from './changes'
import { findAny, insertAny, removeAny, updateAny, type AnyRow, type RecordTable } from './rows'
import type { OperationRow, WriteDb } from './schema'
import type { Parameter } from './statements'
import { dropUntouchedDrafts } from './undo-drafts'
import { isDueTime, waitBack } from './undo-waits'

/** How long a command can be taken back, in ms. */
export const undoWithin = day

/**
 * Takes an operation back: what it inserted goes, what it removed returns, and of the rows it changed, the
 * columns it changed get their old values. Refuses E_UNDO_TOO_LATE where one of these has changed since, was
 * taken back already, is more than 24 hours old, or cannot be; other columns of the same rows may have changed. Counters (`revision`, the
 * calendar's version) and due times of waits, which follow the calendar, are not compared; counters never go back:
 * they rise, as by any other change.
 */
export async function undoOperation(db: WriteDb, id: OperationId, now: Instant): Promise<OperationRow> {
  const operation = await db.selectFrom('operation').selectAll().where('id', '=', id).executeTakeFirst()
  if (operation === undefined || operation.undone_at !== null || operation.is_undoable === 0) throw tooLate()
  if (operation.at < now - undoWithin) throw tooLate()
  for (const change of await listChangesBackwards(db, id)) if (!(await restore(db, change))) throw tooLate()
  return markUndone(db, id, now)
}

/**
 * Takes back what an operation marked although time has passed, for a letter that never left: whatever changed
 * since keeps its new value, everything else returns as undo would return it. Tables in `except` are left alone.
 */
export async function takeBackMarks(
  db: WriteDb,
  id: OperationId,
  now: Instant,
  except: readonly RecordTable[],
): Promise<OperationRow> {
  const changes = await listChangesBackwards(db, id)
  for (const change of changes) if (!except.includes(change.table)) await restore(db, change)
  return markUndone(db, id, now)
}

const markUndone = (db: WriteDb, id: OperationId, now: Instant) =>
  db
    .updateTable('operation')
    .set({ undone_at: now })
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

const tooLate = () => new Refusal('conflict', 'E_UNDO_TOO_LATE')

/** Takes one change back; false, and nothing done, where its row is not as the change left it. */
async function restore(db: WriteDb, change: Change): Promise<boolean> {
  const { table, rowId, before, after } = change
  const current = await findAny(db, table, rowId)
  if (!isAsLeft(table, current, after)) return false
  if (before === null) return remove(db, change)
  if (current === undefined) return insert(db, table, before)
  const returning = table === 'wait' ? await waitBack(db, current, before, after ?? {}) : before
  if (returning === null) return false
  if (Object.keys(returning).length === 0) return true
  return update(db, table, current, withCounters(table, current, returning))
}

/** False, and nothing done, where another row has taken its place since: what was put aside is aside again already. */
async function update(db: WriteDb, table: RecordTable, current: AnyRow, set: AnyRow): Promise<boolean> {
  try {
    await updateAny(db, table, current, set)
    return true
  } catch (error) {
    if (isBrokenRule(error, 'SQLITE_CONSTRAINT_UNIQUE')) return false
    throw error
  }
}

async function insert(db: WriteDb, table: RecordTable, row: AnyRow): Promise<true> {
  await insertAny(db, table, row)
  return true
}

/** SQLite knows best whether other rows point to this one; it then stays, and so does the search row. */
async function remove(db: WriteDb, { table, rowId }: Change): Promise<boolean> {
  await dropUntouchedDrafts(db, table, rowId)
  try {
    await removeAny(db, table, rowId)
    return true
  } catch (error) {
    if (isBrokenRule(error, 'SQLITE_CONSTRAINT_FOREIGNKEY')) return false
    throw error
  }
}

const isBrokenRule = (error: unknown, code: string): boolean =>
  error instanceof Error && 'code' in error && error.code === code

const isCounter = (table: RecordTable, name: string) =>
  name === 'revision' || (table === 'business' && name === 'calendar_version')

function isAsLeft(table: RecordTable, current: AnyRow | undefined, after: AnyRow | null): boolean {
  if (current === undefined || after === null) return current === undefined && after === null
  return Object.entries(after).every(
    ([name, value]) => isCounter(table, name) || isDueTime(table, name) || isEqual(current[name], value),
  )
}

const isEqual = (a: Parameter | undefined, b: Parameter) =>
  ArrayBuffer.isView(a) && ArrayBuffer.isView(b) ? Buffer.compare(a, b) === 0 : a === b

const withCounters = (table: RecordTable, current: AnyRow, before: AnyRow): AnyRow =>
  Object.fromEntries(
    Object.entries(before).map(([name, value]) => [
      name,
      isCounter(table, name) ? Number(current[name]) + 1 : value,
    ]),
  )
