import * as z from 'zod/mini'
import type { ClientId, ConversationId, LetterId, MessageId, PersonId, ProjectId } from './ids'

/** The way words went: a letter by mail, a call, a voicemail, a text, a meeting, or a note to oneself. */
export const Channel = z.enum(['email', 'call', 'voicemail', 'text', 'meeting', 'note'], 'invalid.choice')
export type Channel = z.infer<typeof Channel>

/** From the client, to the client, or a note to oneself. */
export const Direction = z.enum(['inbound', 'outbound', 'internal'], 'invalid.choice')
export type Direction = z.infer<typeof Direction>

/** One entry of a conversation; `gist` is what it was about in a few words ("the quartet is confirmed"). */
export type Message = {
  readonly id: MessageId
  readonly conversationId: ConversationId
  readonly clientId: ClientId
  readonly personId: PersonId | null
  readonly direction: Direction
  readonly channel: Channel
  readonly at: number
  readonly minutes: number | null
  readonly text: string
  readonly gist: string | null
  readonly letterId: LetterId | null
  readonly isHuman: boolean
}

/** A thread of messages with one client about one thing. */
export type Conversation = {
  readonly id: ConversationId
  readonly clientId: ClientId
  readonly projectId: ProjectId | null
  readonly subject: string | null
  readonly lastActivityAt: number
}
