import * as z from 'zod/mini'
import type { RefusalValues } from '../lib/refusal'
import { Day, TimeOfDay } from '../lib/time'
import {
  PersonId,
  type ClientId,
  type ConversationId,
  type ExtraId,
  type LetterId,
  type ProjectId,
  type PromiseId,
  type TemplateId,
  type WaitId,
} from './ids'
import { EmailAddress, Line } from './typed'

/** What a letter is for; a blank one has only greeting and signature. */
export const LetterKind = z.enum(
  ['blank', 'acknowledge', 'status-update', 'move-the-date', 'late-answer', 'little-extra'],
  'invalid.choice',
)
export type LetterKind = z.infer<typeof LetterKind>

/** Somebody a letter goes to, as frozen at Send. */
export const Recipient = z.strictObject({ personId: z.nullable(PersonId), name: Line, address: EmailAddress })
export type Recipient = z.infer<typeof Recipient>

/** What the user fills into a letter by hand, by the name the template gives it ("reason"). */
export const LetterFields = z.record(
  z.string().check(z.regex(/^[a-z_]{1,40}$/)),
  z.string('invalid.text').check(z.maxLength(20_000, 'invalid.text-too-long')),
)
export type LetterFields = z.infer<typeof LetterFields>

/** The promise a letter makes when it is sent: an acknowledgement's answer, or a moved date. */
export const LetterPromise = z.strictObject({ on: Day, time: z.nullable(TimeOfDay), what: z.nullable(Line) })
export type LetterPromise = z.infer<typeof LetterPromise>

/** One run of a rendered letter: plain text, or a field that was filled in (`text` empty: still to be filled). */
export type LetterPart =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'field'; readonly name: string; readonly text: string }

/**
 * Where a letter stands. `committing` is written before the final dot leaves; `unknown` means it may have been
 * delivered and is never resent by Kept; `handed-over` waits for "I sent it" after a mail program, file or clipboard.
 */
export type LetterState =
  'draft' | 'queued' | 'sending' | 'committing' | 'sent' | 'failed' | 'unknown' | 'handed-over' | 'discarded'

/** How a letter leaves: through the mail server, or handed to a mail program, a file or the clipboard. */
export const LetterWay = z.enum(['smtp', 'mail-program', 'eml', 'clipboard'], 'invalid.choice')
export type LetterWay = z.infer<typeof LetterWay>

/** Why a letter did not go yet: a code of the contract and the values its sentence needs. */
export type LetterError = {
  readonly code: string
  readonly values: RefusalValues
}

/** A letter: a draft, or one in the outbox. `body` is null while nobody has edited the rendered text by hand. */
export type Letter = {
  readonly id: LetterId
  readonly kind: LetterKind
  readonly clientId: ClientId
  readonly projectId: ProjectId | null
  readonly conversationId: ConversationId | null
  readonly waitId: WaitId | null
  readonly promiseId: PromiseId | null
  readonly extraId: ExtraId | null
  readonly recipients: readonly Recipient[]
  readonly subject: string | null
  readonly body: string | null
  readonly fields: LetterFields
  readonly promise: LetterPromise | null
  readonly state: LetterState
  readonly way: LetterWay | null
  readonly messageId: string | null
  readonly notBefore: number | null
  readonly isHeld: boolean
  readonly attempts: number
  readonly nextAttemptAt: number | null
  readonly error: LetterError | null
  readonly draftedAt: number
  readonly savedAt: number
  readonly queuedAt: number | null
  readonly sentAt: number | null
  readonly revision: number
}

/** The text a kind of letter starts from, in one language, with LiquidJS output, `for`, `if` and `default` only. */
export type LetterTemplate = {
  readonly id: TemplateId
  readonly kind: LetterKind
  readonly language: string
  readonly name: string
  readonly subject: string
  readonly body: string
  readonly revision: number
}
