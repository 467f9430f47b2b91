import type { Channel, Direction } from '../shared/domain/message'
import type { Day, Instant, TimeOfDay } from '../shared/lib/time'
import type { LetterRow } from './schema'

/** One thing that happened with a client; which columns are filled depends on its kind. */
export type TimelineRow = {
  readonly kind:
    | 'message'
    | 'promise-made'
    | 'promise-kept'
    | 'promise-broken'
    | 'promise-withdrawn'
    | 'promise-moved'
    | 'update'
    | 'extra'
  readonly id: number
  readonly at: Instant
  /** The words of a message, what was promised or given, the topics of an update. */
  readonly what: string | null
  /** What was promised, as a thing. */
  readonly noun: string | null
  /** Who wrote or was written to; of a moved date, who answered. */
  readonly name: string | null
  readonly called: string | null
  readonly direction: Direction | null
  readonly channel: Channel | null
  readonly subject: string | null
  readonly gist: string | null
  readonly minutes: number | null
  readonly conversation_id: number | null
  readonly letter_state: LetterRow['state'] | null
  readonly due_on: Day | null
  readonly due_time: TimeOfDay | null
  readonly from_on: Day | null
  readonly is_before_due: 0 | 1 | null
  readonly why: string | null
  readonly reply: string | null
  readonly cost_minor: number | null
}

/*
 * The arms of the timeline, one per kind of thing. Each is asked by a client and a moment, in this order, and
 * walks its own index of both.
 */
const columns =
  'kind id at what noun name called direction channel subject gist minutes conversation_id letter_state due_on due_time from_on is_before_due why reply cost_minor'.split(
    ' ',
  ) as readonly (keyof TimelineRow)[]

const arm = (given: Partial<Readonly<Record<keyof TimelineRow, string>>>, from: string): string =>
  `select ${columns.map((column) => `${given[column] ?? 'null'} as ${column}`).join(', ')} ${from}`

const person = { name: 'person.name', called: 'person.called' }
const promised = { what: 'promise.what', noun: 'promise.as_noun' }
const firstMove = (column: string) =>
  `(select ${column} from promise_move where promise_id = promise.id order by at, id limit 1)`

export const messageArm = arm(
  {
    ...person,
    kind: `'message'`,
    id: 'message.id',
    at: 'message.at',
    what: 'message.text',
    direction: 'message.direction',
    channel: 'message.channel',
    subject: 'conversation.subject',
    gist: 'message.gist',
    minutes: 'message.minutes',
    conversation_id: 'message.conversation_id',
    letter_state: 'letter.state',
  },
  `from message join conversation on conversation.id = message.conversation_id
  left join person on person.id = message.person_id left join letter on letter.id = message.letter_id
  where message.client_id = ? and message.at < ?`,
)

export const madeArm = arm(
  {
    kind: `'promise-made'`,
    id: 'promise.id',
    at: 'promise.said_at',
    ...promised,
    channel: 'promise.said_channel',
    subject: 'coalesce(letter.subject, conversation.subject)',
    due_on: `ifnull(${firstMove('from_on')}, promise.due_on)`,
    due_time: `iif(${firstMove('id')} is null, promise.due_time, ${firstMove('from_time')})`,
  },
  `from promise left join letter on letter.id = promise.letter_id
  left join message on message.id = promise.message_id and message.channel = 'email'
  left join conversation on conversation.id = message.conversation_id
  where promise.client_id = ? and promise.said_at < ?`,
)

export const endedArm = arm(
  {
    kind: `'promise-' || state`,
    id: 'id',
    at: 'ended_at',
    ...promised,
    channel: 'said_channel',
    due_on: 'due_on',
    due_time: 'due_time',
  },
  'from promise where client_id = ? and ended_at < ? and ended_at is not null',
)

export const movedArm = arm(
  {
    ...person,
    kind: `'promise-moved'`,
    id: 'promise_move.id',
    at: 'promise_move.at',
    ...promised,
    due_on: 'promise_move.to_on',
    due_time: 'promise_move.to_time',
    from_on: 'promise_move.from_on',
    is_before_due: 'promise_move.is_before_due',
    why: 'promise_move.why',
    reply: 'message.text',
  },
  `from promise_move join promise on promise.id = promise_move.promise_id
  left join message on message.id = promise_move.reply_message_id
  left join person on person.id = message.person_id
  where promise_move.client_id = ? and promise_move.at < ?`,
)

export const updateArm = arm(
  { kind: `'update'`, id: 'id', at: 'at', what: 'topics' },
  'from status_update where client_id = ? and at < ?',
)

export const extraArm = arm(
  { kind: `'extra'`, id: 'id', at: 'given_at', what: 'what', minutes: 'minutes', cost_minor: 'cost_minor' },
  'from extra where client_id = ? and given_at < ? and given_at is not null',
)
