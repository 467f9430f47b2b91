import * as z from 'zod/mini'
import {
  ClientId,
  ExtraId,
  LetterId,
  ProjectId,
  PromiseId,
  Revision,
  TemplateId,
  WaitId,
} from '../domain/ids'
import {
  LetterFields,
  LetterKind,
  LetterPromise,
  LetterWay,
  Recipient,
  type Letter,
  type LetterPart,
  type LetterTemplate,
} from '../domain/letter'
import { Line, Paragraphs } from '../domain/typed'
import { command, query } from './contract'

/** A draft as its panel shows it: the letter, its rendered text in parts, and what still holds Send. */
export type LetterDraft = {
  readonly letter: Letter
  readonly clientName: string
  readonly subject: string
  readonly parts: readonly LetterPart[]
  readonly text: string
  /** Names of fields that are empty and hold the letter; those in `askable` the user fills by hand. */
  readonly missing: readonly { readonly name: string; readonly label: string; readonly isAskable: boolean }[]
  readonly candidates: readonly Recipient[]
  readonly holdSeconds: number
}

/** One row of the Outbox, newest first; `dueAt` is when it goes or is tried next, in ms UTC. */
export type OutboxRow = {
  readonly letter: Letter
  readonly clientName: string
  readonly dueAt: number | null
  readonly reason: { readonly code: string; readonly text: string } | null
  readonly can: readonly OutboxAction[]
}
export type OutboxAction = 'take-back' | 'send-now' | 'send-again' | 'mark-sent' | 'not-sent' | 'discard'

/** What a letter handed over by another way consists of. */
export type LetterFile = {
  readonly mailto: string
  readonly eml: string
  readonly text: string
  readonly fileName: string
}

/** Letters: drafts, sending, the Outbox. */
export const letters = {
  /**
   * Finds the open draft of this kind for this matter, or begins one from its template, filled in. Needed per
   * kind: acknowledge and late-answer a waitId, move-the-date a promiseId, status-update a projectId,
   * little-extra an extraId. Refuses E_USER_NAMELESS until the user's name is set.
   */
  begin: command(
    {
      kind: LetterKind,
      clientId: ClientId,
      projectId: z.optional(z.nullable(ProjectId)),
      waitId: z.optional(z.nullable(WaitId)),
      promiseId: z.optional(z.nullable(PromiseId)),
      extraId: z.optional(z.nullable(ExtraId)),
      promise: z.optional(z.nullable(LetterPromise)),
    },
    { undo: false },
  ).returns<LetterDraft>(),
  show: query({ id: LetterId }).returns<LetterDraft>(),
  /** Saves what is typed; `body` null means the template's text with `fields` filled in. */
  save: command(
    {
      id: LetterId,
      revision: Revision,
      recipients: z.array(Recipient).check(z.maxLength(20, 'invalid.too-many')),
      subject: z.nullable(Line),
      body: z.nullable(Paragraphs),
      fields: LetterFields,
      promise: z.nullable(LetterPromise),
    },
    { undo: false },
  ).returns<LetterDraft>(),
  discard: command({ id: LetterId }, { undo: true }).returns<null>(),
  /**
   * Freezes the letter into the Outbox with its promises and marks, in one transaction. Held for the undo time,
   * or ten minutes with `hold`. Refuses E_TEMPLATE_EMPTY, E_RECIPIENT_MISSING, E_NO_ACCOUNT, E_ADDRESS_INVALID.
   */
  send: command(
    { id: LetterId, revision: Revision, hold: z.optional(z.enum(['undo', 'ten-minutes'], 'invalid.choice')) },
    { undo: true },
  ).returns<Letter>(),
  /** Acknowledges in one go: the ready letter with the proposed date (or `promise`), sent. */
  acknowledge: command(
    { waitId: WaitId, promise: z.optional(z.nullable(LetterPromise)) },
    { undo: true },
  ).returns<{ readonly letter: Letter; readonly promisedOn: string }>(),
  /** What goes to a mail program, a file or the clipboard; marks the letter as handed over. */
  handOver: command(
    { id: LetterId, revision: Revision, way: LetterWay },
    { undo: true },
  ).returns<LetterFile>(),
  /** "I sent it": sets the marks of a letter that went another way, or of an unknown one. */
  markSent: command({ id: LetterId }, { undo: true }).returns<Letter>(),
  /** "I did not send it": takes the marks back and makes the letter a draft again. */
  notSent: command({ id: LetterId }, { undo: false }).returns<Letter>(),
  /** Stops a letter that waits in the Outbox and makes it a draft again. Refuses E_LETTER_ON_ITS_WAY. */
  takeBack: command({ id: LetterId }, { undo: false }).returns<Letter>(),
  /** Lets a held letter go now, or sends a failed or unknown one again, with the same bytes and Message-ID. */
  sendNow: command({ id: LetterId }, { undo: true }).returns<Letter>(),
  outbox: query({ offset: z.optional(z.int().check(z.nonnegative())) }).returns<{
    readonly rows: readonly OutboxRow[]
    readonly drafts: readonly { readonly letter: Letter; readonly clientName: string }[]
  }>(),
}

/** A name a template may use; `asked` ones the user fills in by hand, `list` ones are gone through with `for`. */
export type TemplateName = {
  readonly name: string
  readonly label: string
  readonly kind: 'text' | 'list' | 'asked'
}

/** Letter templates. */
export const templates = {
  list: query({}).returns<readonly (LetterTemplate & { readonly names: readonly TemplateName[] })[]>(),
  /** A text of this kind filled in with an example. Refuses what `change` refuses. */
  preview: query({ kind: LetterKind, subject: Line, body: Paragraphs }).returns<{
    readonly subjectParts: readonly LetterPart[]
    readonly parts: readonly LetterPart[]
  }>(),
  /** Refuses E_TEMPLATE_UNKNOWN for a name no letter knows and E_TEMPLATE_WRONG for text that cannot be read. */
  change: command(
    { id: TemplateId, revision: Revision, subject: Line, body: Paragraphs },
    { undo: true },
  ).returns<LetterTemplate>(),
}
