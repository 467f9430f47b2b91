import type { OperationId } from '../shared/domain/ids'
import type { Instant } from '../shared/lib/time'
import type { OperationRow, ReadDb, WriteDb } from './schema'
import { selectRows } from './statements'

/** The operation known by the id its caller gave it, or undefined: a command that comes twice is answered from it. */
export const findOperation = (db: ReadDb, uuid: string): Promise<OperationRow | undefined> =>
  db.selectFrom('operation').selectAll().where('uuid', '=', uuid).executeTakeFirst()

/** Notes that a command begins; what is written with `withOperation` from here on belongs to it. */
export async function beginOperation(
  db: WriteDb,
  operation: {
    readonly uuid: string | null
    readonly command: string
    readonly inputHash: string | null
    readonly at: Instant
    readonly isUndoable: boolean
  },
): Promise<OperationId> {
  const { uuid, command, inputHash, at, isUndoable } = operation
  const row = await db
    .insertInto('operation')
    .values({ uuid, command, input_hash: inputHash, at, is_undoable: isUndoable ? 1 : 0 })
    .returning('id')
    .executeTakeFirstOrThrow()
  return row.id
}

/** Keeps the answer (JSON) a command gave, for when it is asked again. */
export async function endOperation(db: WriteDb, id: OperationId, reply: string): Promise<void> {
  await db.updateTable('operation').set({ reply }).where('id', '=', id).execute()
}

/** The newest command since a moment that can be taken back and changed something, or undefined. */
export async function lastUndoable(db: ReadDb, since: Instant): Promise<OperationRow | undefined> {
  const [row] = await selectRows<OperationRow>(db, newestToUndo, [since])
  return row
}

/** SQLite would walk all operations there ever were from the newest on; most days few are of the day. */
export const newestToUndo = `
select * from operation indexed by operation_to_undo
where is_undoable = 1 and undone_at is null and at >= ?
  and exists (select 1 from change where change.operation_id = operation.id)
order by id desc limit 1`
