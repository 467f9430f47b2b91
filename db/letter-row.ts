import * as z from 'zod/mini'
import {
  LetterFields,
  Recipient,
  type Letter,
  type LetterError,
  type LetterPromise,
} from '../shared/domain/letter'
import type { LetterRow } from './schema'

const StoredError = z.object({
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})

/** The columns of a letter without its bytes: those are read by delivery only. */
export type LetterColumns = Omit<LetterRow, 'mime' | 'envelope'>

export const letterColumns = [
  'id',
  'kind',
  'client_id',
  'project_id',
  'conversation_id',
  'wait_id',
  'promise_id',
  'extra_id',
  'recipients',
  'subject',
  'body',
  'fields',
  'promised_on',
  'promised_time',
  'promised_what',
  'frozen_subject',
  'frozen_text',
  'state',
  'way',
  'message_id',
  'not_before',
  'is_held',
  'attempts',
  'next_attempt_at',
  'first_attempt_at',
  'error',
  'drafted_at',
  'saved_at',
  'queued_at',
  'sent_at',
  'operation_id',
  'revision',
] as const satisfies readonly (keyof LetterColumns)[]

export const toLetter = (row: LetterColumns): Letter => ({
  id: row.id,
  kind: row.kind,
  clientId: row.client_id,
  projectId: row.project_id,
  conversationId: row.conversation_id,
  waitId: row.wait_id,
  promiseId: row.promise_id,
  extraId: row.extra_id,
  recipients: z.array(Recipient).parse(JSON.parse(row.recipients)),
  subject: row.frozen_subject ?? row.subject,
  body: row.frozen_text ?? row.body,
  fields: LetterFields.parse(JSON.parse(row.fields)),
  promise: promiseOf(row),
  state: row.state,
  way: row.way,
  messageId: row.message_id,
  notBefore: row.not_before,
  isHeld: row.is_held === 1,
  attempts: row.attempts,
  nextAttemptAt: row.next_attempt_at,
  error: row.error === null ? null : StoredError.parse(JSON.parse(row.error)),
  draftedAt: row.drafted_at,
  savedAt: row.saved_at,
  queuedAt: row.queued_at,
  sentAt: row.sent_at,
  revision: row.revision,
})

/** Why a letter did not go, as its row keeps it. */
export const errorText = (error: LetterError | null): string | null =>
  error === null ? null : JSON.stringify(error)

function promiseOf(row: LetterColumns): LetterPromise | null {
  if (row.promised_on === null) return null
  return { on: row.promised_on, time: row.promised_time, what: row.promised_what }
}
