import * as z from 'zod/mini'
import { Instant } from '../lib/time'
import { ClientId, ConversationId, MessageId, PersonId, PromiseId, StandardId, WaitId } from './ids'
import { Days, Minutes } from './typed'

/** Why a wait has the targets it has: the usual ones, those of a lead, or those of the week around the event. */
export const TargetsBecause = z.enum(['usual', 'inquiry', 'event-week'])
export type TargetsBecause = z.infer<typeof TargetsBecause>

/** What ended a wait. */
export const WaitEnd = z.enum(['reply', 'acknowledgement', 'call', 'meeting', 'no-reply-needed'])
export type WaitEnd = z.infer<typeof WaitEnd>

/**
 * One reply cycle of a conversation: from the client's first unanswered message (`waitingSince`) to what ended
 * it. The targets are those in force when it began; while it is open the due times follow calendar changes
 * that still lie ahead, once it has ended nothing changes it. After an acknowledgement the promise
 * `answerPromiseId` carries the answer and `answeredAt` stays null.
 */
export const Wait = z.strictObject({
  id: WaitId,
  conversationId: ConversationId,
  clientId: ClientId,
  personId: z.nullable(PersonId),
  firstMessageId: MessageId,
  waitingSince: Instant,
  ackMinutes: Minutes,
  ackDueAt: Instant,
  ackedAt: z.nullable(Instant),
  answerDays: Days,
  answerDueAt: Instant,
  answerPromiseId: z.nullable(PromiseId),
  answeredAt: z.nullable(Instant),
  because: TargetsBecause,
  standardId: StandardId,
  calendarVersion: z.int().check(z.nonnegative()),
  endedAt: z.nullable(Instant),
  endedBy: z.nullable(WaitEnd),
})
export type Wait = Readonly<z.infer<typeof Wait>>
