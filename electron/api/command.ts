import { createHash } from 'node:crypto'
import { beginOperation, endOperation, findOperation } from '../../db/operations'
import type { OperationRow, WriteDb } from '../../db/schema'
import { withOperation } from '../../db/store'
import type { OperationId } from '../../shared/domain/ids'
import { Refusal } from '../../shared/lib/refusal'
import type { Instant } from '../../shared/lib/time'
import type { Mime } from './ports'
import { askHandler, type KnownRequest } from './requests'

/** What a command came to: done now, or done before under the same operation id. */
export type CarriedOut = {
  readonly value: unknown
  /** The operation that undo would take back; null where it could not. */
  readonly operationId: number | null
  readonly isRepeat: boolean
}

/**
 * Carries out a command inside an open transaction, once for each `operationId` of its input: a repeated one is
 * given the first answer. Refuses E_OPERATION_OTHER where the id was used for another command or other input.
 */
export async function carryOut(
  db: WriteDb,
  request: KnownRequest,
  input: Readonly<Record<string, unknown>>,
  now: Instant,
  mime: Mime,
): Promise<CarriedOut> {
  const { operationId, ...fields } = input
  const { name: command, canUndo } = request.endpoint
  const uuid = typeof operationId === 'string' ? operationId.toLowerCase() : null
  const inputHash = uuid === null ? null : hashOf(fields)
  const known = uuid === null ? undefined : await findOperation(db, uuid)
  if (known !== undefined) return repeated(known, command, inputHash)
  if (uuid === null && !canUndo)
    return doneBy(await askHandler<'command'>(request, { db, now, mime }, fields))

  const id = await beginOperation(db, { uuid, command, inputHash, at: now, isUndoable: canUndo })
  const context = { db: canUndo ? withOperation(db, id) : db, now, mime }
  const value = await askHandler<'command'>(request, context, fields)
  await endOperation(db, id, JSON.stringify(value ?? null))
  return doneBy(value, canUndo ? id : null)
}

const doneBy = (value: unknown, operationId: OperationId | null = null): CarriedOut => ({
  value,
  operationId,
  isRepeat: false,
})

/** What was asked, whatever the order of its fields. */
const hashOf = (input: unknown): string =>
  createHash('sha256').update(JSON.stringify(input, inOrder)).digest('base64url')

const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

function repeated(operation: OperationRow, command: string, inputHash: string | null): CarriedOut {
  if (operation.command !== command || operation.input_hash !== inputHash) {
    const values = { operation: operation.uuid, command: operation.command }
    throw new Refusal('conflict', 'E_OPERATION_OTHER', values)
  }
  const operationId = operation.is_undoable === 1 ? operation.id : null
  return { value: JSON.parse(operation.reply ?? 'null'), operationId, isRepeat: true }
}
