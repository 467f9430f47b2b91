import * as z from 'zod/mini'
import type { LetterId, OperationId } from '../shared/domain/ids'
import type { Letter, LetterError, LetterWay } from '../shared/domain/letter'
import type { Instant } from '../shared/lib/time'
import { errorText, toLetter } from './letter-row'
import { updateRow } from './record'
import type { ReadDb, WriteDb } from './schema'

/** Who a letter goes from and to on the wire, as frozen at Send. */
export const StoredEnvelope = z.strictObject({ from: z.string(), to: z.array(z.string()) })
export type StoredEnvelope = z.infer<typeof StoredEnvelope>

/** A letter as it is frozen: from here on these very words and bytes go, or none (OM-1). */
export type Frozen = {
  readonly subject: string
  readonly text: string
  readonly mime: Uint8Array
  readonly messageId: string
}

/** When and to whom a frozen letter goes, and which operation its marks belong to. */
export type Dispatch = {
  readonly envelope: StoredEnvelope
  readonly notBefore: Instant
  readonly isHeld: boolean
  readonly queuedAt: Instant
  readonly operationId: OperationId | null
}

/** Puts a letter into the Outbox with its bytes, to leave at `notBefore`. */
export async function queueLetter(
  db: WriteDb,
  id: LetterId,
  frozen: Frozen,
  dispatch: Dispatch,
): Promise<Letter> {
  const { envelope, notBefore, isHeld, queuedAt, operationId } = dispatch
  const row = await updateRow(db, 'letter', id, {
    ...frozenColumns(frozen),
    state: 'queued',
    way: 'smtp',
    envelope: JSON.stringify(envelope),
    not_before: notBefore,
    is_held: isHeld ? 1 : 0,
    next_attempt_at: notBefore,
    error: null,
    queued_at: queuedAt,
    operation_id: operationId,
  })
  return toLetter(row)
}

/** Puts a letter that is stuck back into the Outbox, to leave now, with the bytes it has; its 48 hours begin anew. */
export async function queueAgain(
  db: WriteDb,
  id: LetterId,
  now: Instant,
  operationId: OperationId | null,
): Promise<Letter> {
  const row = await updateRow(db, 'letter', id, {
    state: 'queued',
    attempts: 0,
    next_attempt_at: now,
    first_attempt_at: null,
    error: null,
    ...(operationId === null ? {} : { operation_id: operationId }),
  })
  return toLetter(row)
}

/** Lets a letter that waits in the Outbox, or is on hold there, go now. */
export async function hurryLetter(db: WriteDb, id: LetterId, now: Instant): Promise<Letter> {
  return toLetter(await updateRow(db, 'letter', id, { not_before: now, next_attempt_at: now, error: null }))
}

/** Keeps that a letter went to a mail program, a file or the clipboard, and waits for "I sent it". */
export async function handOverLetter(
  db: WriteDb,
  id: LetterId,
  frozen: Frozen,
  way: LetterWay,
  now: Instant,
): Promise<Letter> {
  const set = { ...frozenColumns(frozen), state: 'handed-over', way, queued_at: now } as const
  return toLetter(await updateRow(db, 'letter', id, set))
}

/** Keeps that a letter was sent; `error` where some of those it was for were refused. */
export async function markLetterSent(
  db: WriteDb,
  id: LetterId,
  sentAt: Instant,
  { error = null, operationId }: { error?: LetterError | null; operationId?: OperationId | null } = {},
): Promise<Letter> {
  const row = await updateRow(db, 'letter', id, {
    state: 'sent',
    sent_at: sentAt,
    next_attempt_at: null,
    error: errorText(error),
    ...(operationId === undefined ? {} : { operation_id: operationId }),
  })
  return toLetter(row)
}

/** Makes a letter a draft again, as if it had never been sent. */
export async function makeDraftAgain(db: WriteDb, id: LetterId, savedAt: Instant): Promise<Letter> {
  const row = await updateRow(db, 'letter', id, {
    state: 'draft',
    way: null,
    frozen_subject: null,
    frozen_text: null,
    mime: null,
    message_id: null,
    envelope: null,
    not_before: null,
    is_held: 0,
    attempts: 0,
    next_attempt_at: null,
    first_attempt_at: null,
    error: null,
    queued_at: null,
    sent_at: null,
    operation_id: null,
    saved_at: savedAt,
  })
  return toLetter(row)
}

/** The operation whose marks a letter carries, or null. */
export async function findOperationOf(db: ReadDb, id: LetterId): Promise<OperationId | null> {
  const row = await db.selectFrom('letter').select('operation_id').where('id', '=', id).executeTakeFirst()
  return row?.operation_id ?? null
}

const frozenColumns = ({ subject, text, mime, messageId }: Frozen) => ({
  frozen_subject: subject,
  frozen_text: text,
  mime,
  message_id: messageId,
})
