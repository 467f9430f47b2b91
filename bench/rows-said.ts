import { hour } from '../shared/lib/time'
import { benchNow, upTo, type Maker } from './maker'
import type { Row } from './row'

/** Messages of a conversation, in which nothing else is said. */
const messagesEach = 5
/** Of so many messages one began a wait that has ended. */
const messagesAWait = 4

const conversationsOf = ({ size }: Maker) => Math.ceil(size.messages / messagesEach)

export function* conversationRows(maker: Maker): Generator<Row> {
  const count = conversationsOf(maker)
  for (const index of upTo(count))
    yield {
      client_id: maker.anyClient(),
      subject: maker.text(30),
      last_activity_at: maker.spread(index, count),
    }
}

export function* messageRows({ size, anyClient, activeClient, spread, text }: Maker): Generator<Row> {
  for (const index of upTo(size.messages))
    yield {
      conversation_id: 1 + Math.floor(index / messagesEach),
      client_id: index < size.messages - size.openWaits ? anyClient() : activeClient(),
      direction: index % 2 === 0 ? 'inbound' : 'outbound',
      channel: 'email',
      at: spread(index, size.messages),
      text: text(340),
      is_human: 1,
    }
}

/** Waits that have ended, then those that run: one an hour, each in a conversation of its own. */
export function* waitRows(maker: Maker): Generator<Row> {
  const { size } = maker
  const ended = Math.floor(size.messages / messagesAWait)
  for (const index of upTo(ended)) {
    const since = maker.spread(index, ended)
    const conversation = 1 + Math.floor(maker.random() * conversationsOf(maker))
    const message = 1 + Math.floor(maker.random() * size.messages)
    const end = { ended_at: since + 3 * hour, ended_by: 'reply' }
    yield { ...waitRow(maker.anyClient(), conversation, message, since), ...end }
  }
  for (const index of upTo(size.openWaits)) {
    const conversation = conversationsOf(maker) - index
    const wait = waitRow(maker.activeClient(), conversation, size.messages - index, benchNow - index * hour)
    yield { ...wait, ended_at: null, ended_by: null }
  }
}

const waitRow = (client: number, conversation: number, message: number, since: number): Row => ({
  client_id: client,
  conversation_id: conversation,
  first_message_id: message,
  waiting_since: since,
  ack_minutes: 240,
  ack_due_at: since + 6 * hour,
  answer_days: 1,
  answer_due_at: since + 32 * hour,
  because: 'usual',
  standard_id: 1,
  calendar_version: 1,
})
