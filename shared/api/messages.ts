import * as z from 'zod/mini'
import {
  ClientId,
  ConversationId,
  PersonId,
  type MessageId,
  type PromiseId,
  type WaitId,
} from '../domain/ids'
import { Channel, Direction, type Conversation, type Message } from '../domain/message'
import { Line, Minutes, Paragraphs } from '../domain/typed'
import { Instant } from '../lib/time'
import { command, query } from './contract'

/** What logging a message did: the wait it started or ended, and the promise it kept. */
export type Logged = {
  readonly messageId: MessageId
  readonly conversationId: ConversationId
  readonly startedWaitId: WaitId | null
  readonly endedWaitId: WaitId | null
  readonly keptPromiseId: PromiseId | null
}

/** Messages of conversations, logged by hand: calls, voicemails, texts, meetings, pasted mail, notes. */
export const messages = {
  /**
   * Logs a message at the moment it happened (`at`, ms UTC, not ahead of now by more than a minute). Inbound
   * voicemail, text and mail start the reply clock; a call, a meeting or an outbound message ends it.
   * Without `conversationId` it joins the client's open waiting conversation of that person, else starts one.
   */
  log: command(
    {
      clientId: ClientId,
      personId: z.nullable(PersonId),
      conversationId: z.optional(z.nullable(ConversationId)),
      channel: Channel,
      direction: Direction,
      at: Instant,
      text: Paragraphs,
      subject: z.optional(z.nullable(Line)),
      gist: z.optional(z.nullable(Line)),
      minutes: z.optional(z.nullable(Minutes)),
    },
    { undo: true },
  ).returns<Logged>(),
  /** One conversation with its messages, oldest first. */
  conversation: query({ id: ConversationId }).returns<{
    readonly conversation: Conversation
    readonly messages: readonly Message[]
  }>(),
}
