import type { Generated, Kysely, Selectable, Transaction } from 'kysely'
import type {
  AddressId,
  ClientId,
  ConversationId,
  ExceptionId,
  ExtraId,
  LetterId,
  MessageId,
  MilestoneId,
  NoteId,
  NudgeId,
  OperationId,
  PersonId,
  ProjectId,
  PromiseId,
  PromiseMoveId,
  RewardId,
  SnoozeId,
  StandardId,
  StatusUpdateId,
  TemplateId,
  WaitId,
} from '../shared/domain/ids'

/*
 * What the tables hold, column by column, as the newest migration leaves them. `…_at` is ms UTC, `…_on` and
 * `on_day` a day YYYY-MM-DD, `…_time` HH:MM, `…_minor` money in minor units, `is_…` 0 or 1; columns that
 * hold JSON (spans, recipients, fields, envelope, error, reply, before, after) are text.
 */

export interface BusinessTable {
  id: number
  user_name: string
  business_name: string
  signature: string
  zone: string
  country: string
  region: string | null
  currency: string
  language: string
  calendar_version: number
  sample_pack: string | null
  pack: string
  revision: Generated<number>
}

export interface SpanTable {
  id: Generated<number>
  weekday: number
  opens_at: string
  closes_at: string
}

export interface CalendarExceptionTable {
  id: Generated<ExceptionId>
  on_day: string
  spans: string
  what: string
  source: 'own' | 'holiday'
  is_on: 0 | 1
  revision: Generated<number>
}

export interface StandardTable {
  id: Generated<StandardId>
  from_at: number
  ack_minutes: number
  answer_days: number
  inquiry_ack_minutes: number
  inquiry_answer_days: number
  event_week_ack_minutes: number
  event_week_answer_days: number
  cadence_days: number
  cadence_near_days: number
  cadence_last_days: number
  promises_a_day: number
  budget_minor: number
  client_budget_minor: number
}

export interface ClientTable {
  id: Generated<ClientId>
  name: string
  short_name: string | null
  stage: 'lead' | 'current' | 'past'
  sent_by_client_id: ClientId | null
  language: string | null
  zone: string | null
  added_at: number
  last_inbound_at: number | null
  last_outbound_at: number | null
  last_extra_at: number | null
  archived_at: number | null
  revision: Generated<number>
}

export interface PersonTable {
  id: Generated<PersonId>
  client_id: ClientId
  name: string
  called: string | null
  relation: string | null
  decides_on: string | null
  prefers: string | null
  note: string | null
  is_in_letters: 0 | 1
  birthday: string | null
  revision: Generated<number>
}

export interface AddressTable {
  id: Generated<AddressId>
  person_id: PersonId
  kind: 'email' | 'phone'
  value: string
  folded: string
}

export interface ProjectTable {
  id: Generated<ProjectId>
  client_id: ClientId
  kind: string
  event_on: string | null
  event_month: string | null
  venue: string | null
  place: string | null
  guests: number | null
  is_guests_about: Generated<0 | 1>
  state: 'open' | 'done' | 'cancelled'
  standing: string | null
  added_at: number
  cadence_days: number | null
  last_update_at: number | null
  next_update_on: string | null
  revision: Generated<number>
}

export interface MilestoneTable {
  id: Generated<MilestoneId>
  client_id: ClientId
  project_id: ProjectId | null
  person_id: PersonId | null
  kind: 'call' | 'visit' | 'payment' | 'tasting' | 'birthday' | 'anniversary' | 'deadline'
  what: string
  on_day: string
  at_time: string | null
  place: string | null
  whose: 'own' | 'client'
  done_at: number | null
  told_as: string | null
  revision: Generated<number>
}

export interface ConversationTable {
  id: Generated<ConversationId>
  client_id: ClientId
  project_id: ProjectId | null
  subject: string | null
  last_activity_at: number
}

export interface MessageTable {
  id: Generated<MessageId>
  conversation_id: ConversationId
  client_id: ClientId
  person_id: PersonId | null
  direction: 'inbound' | 'outbound' | 'internal'
  channel: 'email' | 'call' | 'voicemail' | 'text' | 'meeting' | 'note'
  at: number
  minutes: number | null
  text: string
  gist: string | null
  letter_id: LetterId | null
  is_human: 0 | 1
}

export interface WaitTable {
  id: Generated<WaitId>
  client_id: ClientId
  conversation_id: ConversationId
  person_id: PersonId | null
  first_message_id: MessageId
  waiting_since: number
  ack_minutes: number
  ack_due_at: number
  acked_at: number | null
  answer_days: number
  answer_due_at: number
  answer_promise_id: PromiseId | null
  answered_at: number | null
  because: 'usual' | 'inquiry' | 'event-week'
  standard_id: StandardId
  calendar_version: number
  ended_at: number | null
  ended_by: 'reply' | 'acknowledgement' | 'call' | 'meeting' | 'no-reply-needed' | null
}

export interface PromiseTable {
  id: Generated<PromiseId>
  client_id: ClientId
  project_id: ProjectId | null
  conversation_id: ConversationId | null
  what: string
  as_noun: string | null
  done_as: string | null
  note: string | null
  said_at: number
  said_channel: 'email' | 'call' | 'voicemail' | 'text' | 'meeting' | 'note'
  said_to_person_id: PersonId | null
  message_id: MessageId | null
  letter_id: LetterId | null
  due_on: string
  due_time: string | null
  own_on: string
  state: 'open' | 'kept' | 'broken' | 'withdrawn'
  ended_at: number | null
  is_kept_late: 0 | 1 | null
  revision: Generated<number>
}

export interface PromiseMoveTable {
  id: Generated<PromiseMoveId>
  promise_id: PromiseId
  client_id: ClientId
  at: number
  from_on: string
  from_time: string | null
  to_on: string
  to_time: string | null
  is_before_due: 0 | 1
  why: string | null
  letter_id: LetterId | null
  is_told_otherwise: 0 | 1
  reply_message_id: MessageId | null
}

export interface StatusUpdateTable {
  id: Generated<StatusUpdateId>
  project_id: ProjectId
  client_id: ClientId
  letter_id: LetterId | null
  at: number
  topics: string | null
}

export interface RewardTable {
  id: Generated<RewardId>
  rule: 'returning' | 'referral' | 'anniversary'
  what: string
  cost_minor: number | null
  minutes: number | null
  is_on: 0 | 1
  revision: Generated<number>
}

export interface ExtraTable {
  id: Generated<ExtraId>
  client_id: ClientId
  project_id: ProjectId | null
  reward_id: RewardId | null
  what: string
  because: string | null
  occasion: string | null
  occasion_on: string | null
  cost_minor: number | null
  minutes: number | null
  state: 'idea' | 'suggested' | 'planned' | 'given' | 'declined'
  suggested_on: string | null
  given_on: string | null
  given_at: number | null
  letter_id: LetterId | null
  revision: Generated<number>
}

export interface LetterTemplateTable {
  id: Generated<TemplateId>
  kind: 'blank' | 'acknowledge' | 'status-update' | 'move-the-date' | 'late-answer' | 'little-extra'
  language: string
  name: string
  subject: string
  body: string
  revision: Generated<number>
}

export interface LetterTable {
  id: Generated<LetterId>
  kind: 'blank' | 'acknowledge' | 'status-update' | 'move-the-date' | 'late-answer' | 'little-extra'
  client_id: ClientId
  project_id: ProjectId | null
  conversation_id: ConversationId | null
  wait_id: WaitId | null
  promise_id: PromiseId | null
  extra_id: ExtraId | null
  recipients: string
  subject: string | null
  body: string | null
  fields: string
  promised_on: string | null
  promised_time: string | null
  promised_what: string | null
  state:
    | 'draft'
    | 'queued'
    | 'sending'
    | 'committing'
    | 'sent'
    | 'failed'
    | 'unknown'
    | 'handed-over'
    | 'discarded'
  way: 'smtp' | 'mail-program' | 'eml' | 'clipboard' | null
  frozen_subject: string | null
  frozen_text: string | null
  mime: Uint8Array | null
  message_id: string | null
  envelope: string | null
  not_before: number | null
  is_held: Generated<0 | 1>
  attempts: Generated<number>
  next_attempt_at: number | null
  first_attempt_at: number | null
  error: string | null
  drafted_at: number
  saved_at: number
  queued_at: number | null
  sent_at: number | null
  operation_id: OperationId | null
  revision: Generated<number>
}

export interface MailAccountTable {
  id: number
  host: string
  port: number
  security: 'tls' | 'starttls' | 'none'
  user: string | null
  from_name: string
  from_address: string
  paused_because: string | null
  checked_at: number | null
  revision: Generated<number>
}

export interface OperationTable {
  id: Generated<OperationId>
  uuid: string | null
  command: string
  /** SHA-256 of what was asked, where it has a uuid to come again by. */
  input_hash: string | null
  at: number
  reply: string | null
  is_undoable: 0 | 1
  undone_at: number | null
}

export interface ChangeTable {
  id: Generated<number>
  operation_id: OperationId
  table_name: string
  row_id: number
  before: string | null
  after: string | null
}

export interface NoteTable {
  id: Generated<NoteId>
  kind: 'wait' | 'promise' | 'morning' | 'closing' | 'bundle' | 'away'
  client_id: ClientId | null
  shown_at: number
}

export interface NudgeTable {
  id: Generated<NudgeId>
  item: 'wait' | 'promise' | 'day'
  item_id: number
  stage: 'last-eighth' | 'due' | 'overdue' | 'morning' | 'closing'
  occurrence: string
  client_id: ClientId | null
  due_at: number
  delivered_at: number
  timing: 'in-time' | 'late' | 'missed' | 'learnt'
  note_id: NoteId | null
  again_at: number | null
  acknowledged_at: number | null
}

export interface SnoozeTable {
  id: Generated<SnoozeId>
  item: 'wait' | 'promise' | 'update' | 'extra'
  item_id: number
  show_on: string
  show_time: string
  snoozed_at: number
  ended_at: number | null
  ended_by: 'time' | 'reply' | 'user' | null
}

export interface ReminderSettingTable {
  id: number
  is_on: Generated<0 | 1>
  hides_words: Generated<0 | 1>
  breaks_for_events: Generated<0 | 1>
  has_morning_note: Generated<0 | 1>
  has_closing_note: Generated<0 | 1>
  quiet_until: number | null
  unavailable_on: string | null
  revision: Generated<number>
}

/** Every table there is. */
export interface Schema {
  business: BusinessTable
  span: SpanTable
  calendar_exception: CalendarExceptionTable
  standard: StandardTable
  client: ClientTable
  person: PersonTable
  address: AddressTable
  project: ProjectTable
  milestone: MilestoneTable
  conversation: ConversationTable
  message: MessageTable
  wait: WaitTable
  promise: PromiseTable
  promise_move: PromiseMoveTable
  status_update: StatusUpdateTable
  reward: RewardTable
  extra: ExtraTable
  letter_template: LetterTemplateTable
  letter: LetterTable
  mail_account: MailAccountTable
  operation: OperationTable
  change: ChangeTable
  note: NoteTable
  nudge: NudgeTable
  snooze: SnoozeTable
  reminder_setting: ReminderSettingTable
}

export type BusinessRow = Selectable<BusinessTable>
export type CalendarExceptionRow = Selectable<CalendarExceptionTable>
export type StandardRow = Selectable<StandardTable>
export type ClientRow = Selectable<ClientTable>
export type PersonRow = Selectable<PersonTable>
export type AddressRow = Selectable<AddressTable>
export type ProjectRow = Selectable<ProjectTable>
export type MilestoneRow = Selectable<MilestoneTable>
export type ConversationRow = Selectable<ConversationTable>
export type MessageRow = Selectable<MessageTable>
export type WaitRow = Selectable<WaitTable>
export type PromiseRow = Selectable<PromiseTable>
export type PromiseMoveRow = Selectable<PromiseMoveTable>
export type StatusUpdateRow = Selectable<StatusUpdateTable>
export type RewardRow = Selectable<RewardTable>
export type ExtraRow = Selectable<ExtraTable>
export type LetterTemplateRow = Selectable<LetterTemplateTable>
export type LetterRow = Selectable<LetterTable>
export type MailAccountRow = Selectable<MailAccountTable>
export type OperationRow = Selectable<OperationTable>
export type SnoozeRow = Selectable<SnoozeTable>
export type NoteRow = Selectable<NoteTable>
export type NudgeRow = Selectable<NudgeTable>
export type ReminderSettingRow = Selectable<ReminderSettingTable>

/** A handle that can only read. */
export type ReadDb = Pick<Kysely<Schema>, 'selectFrom' | 'with' | 'fn' | 'dynamic' | 'getExecutor'>

/** A handle inside an open transaction; what it writes belongs to the operation it carries, if any. */
export type WriteDb = Transaction<Schema> & { readonly operationId: OperationId | null }
