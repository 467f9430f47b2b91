import * as z from 'zod/mini'
import { asTitle } from '../lib/noun'
import { Day, TimeOfDay } from '../lib/time'
import type {
  ClientId,
  ConversationId,
  LetterId,
  MessageId,
  PersonId,
  ProjectId,
  PromiseId,
  PromiseMoveId,
} from './ids'
import type { Channel } from './message'
import { Line } from './typed'

/** The day, and the time if one was said, by which the client was told a promise would be kept. */
export const DueDay = z.strictObject({ dueOn: Day, dueTime: z.nullable(TimeOfDay) })
export type DueDay = z.infer<typeof DueDay>

/**
 * What a form knows of a promise: `what` as a thing to do ("Send the revised budget"), `asNoun` as a thing
 * ("the revised budget"), `doneAs` as a status letter tells it once kept, `ownOn` the user's own earlier day
 * (null = the working day before the told day).
 */
export const PromiseDetails = z.strictObject({
  what: Line,
  asNoun: z.nullable(Line),
  doneAs: z.nullable(Line),
  note: z.nullable(Line),
  dueOn: Day,
  dueTime: z.nullable(TimeOfDay),
  ownOn: z.nullable(Day),
})
export type PromiseDetails = z.infer<typeof PromiseDetails>

/** Broken: the user says, once it was due, that it will not be kept. Withdrawn: the client no longer wants it. */
export type PromiseState = 'open' | 'kept' | 'broken' | 'withdrawn'

/** Something said to a client that it would be done. When it falls due is a rule's answer, never stored. */
export type ClientPromise = Omit<PromiseDetails, 'ownOn'> & {
  readonly id: PromiseId
  readonly clientId: ClientId
  readonly projectId: ProjectId | null
  readonly conversationId: ConversationId | null
  readonly saidAt: number
  readonly saidChannel: Channel
  readonly saidToPersonId: PersonId | null
  readonly messageId: MessageId | null
  readonly letterId: LetterId | null
  readonly ownOn: string
  readonly state: PromiseState
  readonly endedAt: number | null
  readonly isKeptLate: boolean | null
  readonly revision: number
}

/** One move of a promise's date, made before or after it was due. */
export type PromiseMove = {
  readonly id: PromiseMoveId
  readonly promiseId: PromiseId
  readonly clientId: ClientId
  readonly at: number
  readonly fromOn: string
  readonly fromTime: string | null
  readonly toOn: string
  readonly toTime: string | null
  readonly isBeforeDue: boolean
  readonly why: string | null
  readonly letterId: LetterId | null
  readonly isToldOtherwise: boolean
  readonly replyMessageId: MessageId | null
}

/** A promise as a thing in running text ("the revised budget"); without one, the words it was made in. */
export const nounOf = (promise: Pick<ClientPromise, 'what' | 'asNoun'>): string =>
  promise.asNoun ?? promise.what

/** A promise as the title of a line ("Revised budget"): the noun without its article. */
export const nounTitleOf = (promise: Pick<ClientPromise, 'what' | 'asNoun'>): string =>
  asTitle(nounOf(promise))

/** How a client's promises went: kept by the agreed date, moved ahead of time (each once), kept late or broken. */
export type PromiseRecord = { readonly kept: number; readonly movedAhead: number; readonly missed: number }
