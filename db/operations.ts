import type { OperationId } from '../shared/domain/ids'
import type { Instant } from '../shared/lib/time'
import type { OperationRow, ReadDb, WriteDb } from './schema'

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
export const lastUndoable = (db: ReadDb, since: Instant): Promise<OperationRow | undefined> =>
  db
    .selectFrom('operation')
    .selectAll()
    .where('is_undoable', '=', 1)
    .where('undone_at', 'is', null)
    .where('at', '>=', since)
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('change').select('change.id').whereRef('change.operation_id', '=', 'operation.id')),
    )
    .orderBy('id', 'desc')
    .executeTakeFirst()
