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

/** A letter as it is frozen: from here on these very bytes go, or none (OM-1). */
export type Frozen = {
  readonly mime: Uint8Array
  readonly messageId: string
  readonly envelope: StoredEnvelope
  readonly notBefore: Instant
  readonly isHeld: boolean
  readonly queuedAt: Instant
  readonly operationId: OperationId | null
}

/** Puts a letter into the Outbox with its bytes, to leave at `notBefore`. */
export async function queueLetter(db: WriteDb, id: LetterId, frozen: Frozen): Promise<Letter> {
  const row = await updateRow(db, 'letter', id, {
    state: 'queued',
    way: 'smtp',
    mime: frozen.mime,
    message_id: frozen.messageId,
    envelope: JSON.stringify(frozen.envelope),
    not_before: frozen.notBefore,
    is_held: frozen.isHeld ? 1 : 0,
    attempts: 0,
    next_attempt_at: frozen.notBefore,
    first_attempt_at: null,
    error: null,
    queued_at: frozen.queuedAt,
    operation_id: frozen.operationId,
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

/** Lets a letter that waits in the Outbox go now. */
export async function hurryLetter(db: WriteDb, id: LetterId, now: Instant): Promise<Letter> {
  return toLetter(await updateRow(db, 'letter', id, { not_before: now, next_attempt_at: now }))
}

/** Keeps that a letter went to a mail program, a file or the clipboard, and waits for "I sent it". */
export async function handOverLetter(
  db: WriteDb,
  id: LetterId,
  way: LetterWay,
  messageId: string,
  now: Instant,
): Promise<Letter> {
  const set = { state: 'handed-over', way, message_id: messageId, queued_at: now, error: null } as const
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
