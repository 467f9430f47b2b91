import * as z from 'zod/mini'

/*
 * Every record is known by a positive integer; a brand keeps a client's id from passing for a promise's,
 * on the way in as well as on the way out.
 */
const id = () => z.int().check(z.positive())

/** The id of a client. */
export const ClientId = id().brand<'ClientId', 'inout'>()
export type ClientId = z.infer<typeof ClientId>

/** The id of a person at a client. */
export const PersonId = id().brand<'PersonId', 'inout'>()
export type PersonId = z.infer<typeof PersonId>

/** The id of one address or number of a person. */
export const AddressId = id().brand<'AddressId', 'inout'>()
export type AddressId = z.infer<typeof AddressId>

/** The id of a project: one wedding, event or retainer. */
export const ProjectId = id().brand<'ProjectId', 'inout'>()
export type ProjectId = z.infer<typeof ProjectId>

/** The id of a milestone or key date. */
export const MilestoneId = id().brand<'MilestoneId', 'inout'>()
export type MilestoneId = z.infer<typeof MilestoneId>

/** The id of a conversation. */
export const ConversationId = id().brand<'ConversationId', 'inout'>()
export type ConversationId = z.infer<typeof ConversationId>

/** The id of one message of a conversation. */
export const MessageId = id().brand<'MessageId', 'inout'>()
export type MessageId = z.infer<typeof MessageId>

/** The id of a wait: one reply cycle of a conversation. */
export const WaitId = id().brand<'WaitId', 'inout'>()
export type WaitId = z.infer<typeof WaitId>

/** The id of a promise. */
export const PromiseId = id().brand<'PromiseId', 'inout'>()
export type PromiseId = z.infer<typeof PromiseId>

/** The id of one move of a promise's date. */
export const PromiseMoveId = id().brand<'PromiseMoveId', 'inout'>()
export type PromiseMoveId = z.infer<typeof PromiseMoveId>

/** The id of a status update that was sent. */
export const StatusUpdateId = id().brand<'StatusUpdateId', 'inout'>()
export type StatusUpdateId = z.infer<typeof StatusUpdateId>

/** The id of a little extra. */
export const ExtraId = id().brand<'ExtraId', 'inout'>()
export type ExtraId = z.infer<typeof ExtraId>

/** The id of a loyalty rule. */
export const RewardId = id().brand<'RewardId', 'inout'>()
export type RewardId = z.infer<typeof RewardId>

/** The id of one version of the user's own standards. */
export const StandardId = id().brand<'StandardId', 'inout'>()
export type StandardId = z.infer<typeof StandardId>

/** The id of one exception in the working calendar. */
export const ExceptionId = id().brand<'ExceptionId', 'inout'>()
export type ExceptionId = z.infer<typeof ExceptionId>

/** The id of a letter: a draft, or one in the outbox. */
export const LetterId = id().brand<'LetterId', 'inout'>()
export type LetterId = z.infer<typeof LetterId>

/** The id of a letter template. */
export const TemplateId = id().brand<'TemplateId', 'inout'>()
export type TemplateId = z.infer<typeof TemplateId>

/** The id of one command that was carried out, as undo knows it. */
export const OperationId = id().brand<'OperationId', 'inout'>()
export type OperationId = z.infer<typeof OperationId>

/** How often a record was changed; a command that changes it carries the revision it was shown. */
export const Revision = z.int().check(z.nonnegative())
export type Revision = z.infer<typeof Revision>

/** The id of a nudge: one stage of one thing that was told of. */
export const NudgeId = id().brand<'NudgeId', 'inout'>()
export type NudgeId = z.infer<typeof NudgeId>

/** The id of a note: what the system was asked to show once. */
export const NoteId = id().brand<'NoteId', 'inout'>()
export type NoteId = z.infer<typeof NoteId>

/** The id of a snooze. */
export const SnoozeId = id().brand<'SnoozeId', 'inout'>()
export type SnoozeId = z.infer<typeof SnoozeId>
