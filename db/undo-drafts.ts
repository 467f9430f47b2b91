import type { RecordTable } from './rows'
import type { WriteDb } from './schema'
import { runStatement } from './statements'

/** What a letter can be about, and how it names it. */
const matters: Partial<Record<RecordTable, string>> = {
  client: 'client_id',
  project: 'project_id',
  conversation: 'conversation_id',
  wait: 'wait_id',
  promise: 'promise_id',
  extra: 'extra_id',
}

/**
 * Drops the drafts about a record in which nothing was typed: looking at a letter must not keep the record from
 * being taken back, and the next look begins the draft anew.
 */
export async function dropUntouchedDrafts(db: WriteDb, table: RecordTable, rowId: number): Promise<void> {
  const column = matters[table]
  if (column !== undefined) await runStatement(db, untouchedDrafts(column), [rowId])
}

export const untouchedDrafts = (column: string): string => `
delete from letter indexed by letter_drafts
where ${column} = ? and state = 'draft'
  and subject is null and body is null and fields = '{}' and saved_at = drafted_at`
