import * as z from 'zod/mini'
import type { ConversationId } from '../shared/domain/ids'
import type { WriteDb } from './schema'
import type { AnyRow, RecordTable } from './rows'
import { runStatement, type Parameter } from './statements'

/** What one operation did to one row: `before` null = inserted, `after` null = removed, else the columns that differ. */
export type Change = {
  readonly table: RecordTable
  readonly rowId: number
  readonly before: AnyRow | null
  readonly after: AnyRow | null
}

/** Remembers a change under the operation this handle writes for; without one, nothing is remembered. */
export async function rememberChange(db: WriteDb, change: Change): Promise<void> {
  if (db.operationId === null) return
  const text = 'insert into change (operation_id, table_name, row_id, before, after) values (?, ?, ?, ?, ?)'
  const { table, rowId, before, after } = change
  await runStatement(db, text, [db.operationId, table, rowId, toText(before), toText(after)])
}

/** What an operation changed, last change first: the order in which it is taken back. */
export async function listChangesBackwards(db: WriteDb, operationId: number): Promise<readonly Change[]> {
  const text = 'select table_name, row_id, before, after from change where operation_id = ? order by id desc'
  const rows = await runStatement<StoredChange>(db, text, [operationId])
  return rows.map((row) => ({
    table: row.table_name,
    rowId: row.row_id,
    before: fromText(row.before),
    after: fromText(row.after),
  }))
}

/** The conversations whose messages or waits an operation changed. */
export async function listTouchedConversations(
  db: WriteDb,
  operationId: number,
): Promise<readonly ConversationId[]> {
  const rows = await runStatement<{ id: ConversationId }>(db, touchedConversations, [operationId])
  return rows.map(({ id }) => id)
}

/** A row that is there says where it belongs, one that is gone what it was. */
const touchedConversations = `
select distinct coalesce(wait.conversation_id, coalesce(after, before) ->> 'conversation_id') as id
from change left join wait on table_name = 'wait' and wait.id = row_id
where operation_id = ? and table_name in ('wait', 'message')
  and coalesce(wait.conversation_id, coalesce(after, before) ->> 'conversation_id') is not null`

type StoredChange = {
  readonly table_name: RecordTable
  readonly row_id: number
  readonly before: string | null
  readonly after: string | null
}

const Bytes = z.strictObject({ base64: z.string() })
const StoredRow = z.record(z.string(), z.union([z.string(), z.number(), z.null(), Bytes]))

function toText(row: AnyRow | null): string | null {
  if (row === null) return null
  return JSON.stringify(Object.fromEntries(Object.entries(row).map(([name, value]) => [name, toJson(value)])))
}

const toJson = (value: Parameter) =>
  ArrayBuffer.isView(value) ? { base64: Buffer.from(value).toString('base64') } : value

function fromText(text: string | null): AnyRow | null {
  if (text === null) return null
  const row = StoredRow.parse(JSON.parse(text))
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, fromJson(value)]))
}

const fromJson = (value: string | number | null | { readonly base64: string }) =>
  value !== null && typeof value === 'object' ? Buffer.from(value.base64, 'base64') : value
