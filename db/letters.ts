import { sql } from 'kysely'
import type { ConversationId, LetterId } from '../shared/domain/ids'
import type { Letter } from '../shared/domain/letter'
import { Refusal } from '../shared/lib/refusal'
import type { Instant } from '../shared/lib/time'
import { letterColumns, toLetter } from './letter-row'
import { insertRow, updateRow } from './record'
import type { ReadDb, WriteDb } from './schema'

/** One letter, whatever became of it. Refuses E_LETTER_GONE. */
export async function getLetter(db: ReadDb, id: LetterId): Promise<Letter> {
  const row = await db.selectFrom('letter').select(letterColumns).where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('not-found', 'E_LETTER_GONE', { letterId: id })
  return toLetter(row)
}

/** What a letter is about: its client, and the record it belongs to. */
export type Matter = Pick<Letter, 'kind' | 'clientId' | 'projectId' | 'waitId' | 'promiseId' | 'extraId'>

/** The draft of this kind that is open for this matter, the latest saved where there were several. */
export async function findDraft(db: ReadDb, matter: Matter): Promise<Letter | undefined> {
  const row = await drafts(db)
    .where('client_id', '=', matter.clientId)
    .where('kind', '=', matter.kind)
    .where('project_id', 'is', matter.projectId)
    .where('wait_id', 'is', matter.waitId)
    .where('promise_id', 'is', matter.promiseId)
    .where('extra_id', 'is', matter.extraId)
    .orderBy('saved_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && toLetter(row)
}

/** The drafts somebody has typed in, the latest saved first, at most `limit`: one only looked at is not listed. */
export async function listDrafts(db: ReadDb, limit: number): Promise<readonly Letter[]> {
  const rows = await drafts(db).where('revision', '>', 0).orderBy('saved_at', 'desc').limit(limit).execute()
  return rows.map(toLetter)
}

/** The index of drafts holds only where the state stands in the text of the query. */
const drafts = (db: ReadDb) =>
  db.selectFrom('letter').select(letterColumns).where('state', '=', sql.lit<'draft'>('draft'))

/** Letters that left the desk, sent, on their way or stuck, the latest first. */
export async function listOutbox(db: ReadDb, offset: number, limit: number): Promise<readonly Letter[]> {
  const rows = await db
    .selectFrom('letter')
    .select(letterColumns)
    .where('queued_at', 'is not', null)
    .where('state', '!=', 'discarded')
    .orderBy('queued_at', 'desc')
    .orderBy('id', 'desc')
    .offset(offset)
    .limit(limit)
    .execute()
  return rows.map(toLetter)
}

/** What a draft begins with. */
export type NewDraft = Matter &
  Pick<Letter, 'recipients' | 'promise'> & {
    readonly conversationId: ConversationId | null
    readonly at: Instant
  }

export async function insertDraft(db: WriteDb, draft: NewDraft): Promise<Letter> {
  const row = await insertRow(db, 'letter', {
    kind: draft.kind,
    client_id: draft.clientId,
    project_id: draft.projectId,
    conversation_id: draft.conversationId,
    wait_id: draft.waitId,
    promise_id: draft.promiseId,
    extra_id: draft.extraId,
    state: 'draft',
    drafted_at: draft.at,
    ...typedColumns({ ...draft, subject: null, body: null, fields: {} }),
    saved_at: draft.at,
  })
  return toLetter(row)
}

/** What a user types into a letter. */
export type Typed = Pick<Letter, 'recipients' | 'subject' | 'body' | 'fields' | 'promise'>

/** Keeps what was typed into a draft. */
export async function saveDraft(db: WriteDb, id: LetterId, typed: Typed, at: Instant): Promise<Letter> {
  return toLetter(await updateRow(db, 'letter', id, { ...typedColumns(typed), saved_at: at }))
}

/** Puts a draft aside; undo brings it back. */
export async function discardDraft(db: WriteDb, id: LetterId): Promise<Letter> {
  return toLetter(await updateRow(db, 'letter', id, { state: 'discarded' }))
}

const typedColumns = (typed: Typed) => ({
  recipients: JSON.stringify(typed.recipients),
  subject: typed.subject,
  body: typed.body,
  fields: JSON.stringify(typed.fields),
  promised_on: typed.promise?.on ?? null,
  promised_time: typed.promise?.time ?? null,
  promised_what: typed.promise?.what ?? null,
})
