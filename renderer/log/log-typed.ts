import type { InputOf } from '../../shared/api/contract'
import type { api } from '../../shared/api/index'
import type { Logged } from '../../shared/api/messages'
import type { Channel, Direction } from '../../shared/domain/message'
import { ClientId, ConversationId, PersonId } from '../../shared/domain/ids'
import type { Person } from '../../shared/domain/person'
import type { WaitingClock } from '../../shared/domain/today'
import { instantOf, type Instant, type Zone } from '../../shared/lib/time'
import type { Done } from '../api'
import type { PickedClient } from '../clients/ClientPicker'
import { chosenOf, lineOf } from '../form/typed'
import { noDueYet, type DueTyped } from '../promises/DueFields'

/** What is being logged; `personId` and `answers` are '' until somebody chooses, and stand for what is likely. */
export type LogTyped = {
  readonly client: PickedClient | null
  readonly personId: string
  readonly answers: string
  readonly channel: Channel
  readonly direction: Exclude<Direction, 'internal'>
  readonly isEarlier: boolean
  readonly on: string
  readonly time: string
  readonly text: string
  readonly subject: string
  readonly gist: string
  readonly minutes: number | null
  readonly hasPromise: boolean
  readonly promised: string
  readonly due: DueTyped
  /** What was logged already, where only the promise is still to be saved. */
  readonly logged: Done<Logged> | null
}

/** What the log is opened for: a client whose page is open, the person who waits there. */
export type LogAbout = { readonly client?: PickedClient; readonly personId?: number }

/** Nobody in particular was chosen. */
export const nobody = 'nobody'

export const newLog = ({ client, personId }: LogAbout): LogTyped => ({
  client: client ?? null,
  personId: personId === undefined ? '' : String(personId),
  answers: '',
  channel: 'call',
  direction: 'inbound',
  isEarlier: false,
  on: '',
  time: '',
  text: '',
  subject: '',
  gist: '',
  minutes: null,
  hasPromise: false,
  promised: '',
  due: noDueYet,
  logged: null,
})

/** What is known of the client by the time the log is sent. */
export type LogSetting = {
  readonly people: readonly Person[]
  readonly waits: readonly WaitingClock[]
  readonly now: Instant
  readonly zone: Zone
}

/** The person meant: the one chosen, else the only one there is, else the one who waits. */
export function personOf(typed: LogTyped, { people, waits }: Pick<LogSetting, 'people' | 'waits'>): string {
  if (typed.personId !== '') return typed.personId
  const likely = people.length === 1 ? people[0]?.id : waits.length === 1 ? waits[0]?.personId : null
  return likely ? String(likely) : nobody
}

/** Whom a call, a meeting or a word of ours could answer; an inbound message answers nobody. */
export function answerable(typed: LogTyped, setting: Pick<LogSetting, 'people' | 'waits'>) {
  const isAnswer = typed.direction === 'outbound' || typed.channel === 'call' || typed.channel === 'meeting'
  if (!isAnswer || typed.channel === 'note') return []
  const person = personOf(typed, setting)
  return setting.waits.filter(
    ({ personId }) => personId === null || person === nobody || String(personId) === person,
  )
}

/** The message as it is asked for; `at` is now unless an earlier moment was given. */
export function logInput(typed: LogTyped, setting: LogSetting): InputOf<typeof api.messages.log> {
  const person = personOf(typed, setting)
  const isNote = typed.channel === 'note'
  return {
    clientId: ClientId.parse(typed.client?.id),
    personId: person === nobody ? null : PersonId.parse(Number(person)),
    conversationId: answered(typed, setting),
    channel: typed.channel,
    direction: isNote ? 'internal' : typed.channel === 'meeting' ? 'inbound' : typed.direction,
    at: typed.isEarlier ? instantOf(typed.on, typed.time, setting.zone) : setting.now,
    text: typed.text,
    subject: lineOf(typed.subject),
    gist: lineOf(typed.gist),
    minutes: hasLength(typed.channel) ? typed.minutes : null,
  }
}

/** Calls and meetings last; the rest does not. */
export const hasLength = (channel: Channel): boolean => channel === 'call' || channel === 'meeting'

/** Whether a promise is made in the same breath; a note to oneself makes none. */
export const isPromising = ({ hasPromise, channel }: LogTyped): boolean => hasPromise && channel !== 'note'

/** Where several people wait, the conversation of the one it answers; otherwise Kept finds it. */
function answered(typed: LogTyped, setting: LogSetting): ConversationId | null {
  const waits = answerable(typed, setting)
  if (waits.length < 2 || typed.answers === nobody) return null
  return (waits.find(({ waitId }) => String(waitId) === typed.answers) ?? waits[0])?.conversationId ?? null
}

/** The promise made in the same breath, as it is asked for; `dueOn` is the day that is meant. */
export function promiseInput(
  typed: LogTyped,
  dueOn: string,
  conversationId: number,
  personId: PersonId | null,
): InputOf<typeof api.promises.add> {
  return {
    clientId: ClientId.parse(typed.client?.id),
    conversationId: ConversationId.parse(conversationId),
    saidChannel: typed.channel,
    saidToPersonId: personId,
    what: typed.promised,
    asNoun: null,
    doneAs: null,
    note: null,
    dueOn,
    dueTime: chosenOf(typed.due.dueTime),
    ownOn: null,
  }
}
