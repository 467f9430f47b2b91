import type { TimelineRow } from '../../db/timeline-arms'
import type { TimelineEntry } from '../../shared/api/clients'
import { calledOf } from '../../shared/domain/person'
import { assertNever } from '../../shared/lib/assert'
import { daysBetween, dayOf, type Zone } from '../../shared/lib/time'

/** One entry of "So far" as the client page shows it. */
export function toEntry(row: TimelineRow, zone: Zone): TimelineEntry {
  const { kind, id, at } = row
  switch (kind) {
    case 'message':
      return { ...messageOf(row), kind, id, at }
    case 'promise-made':
    case 'promise-kept':
    case 'promise-broken':
    case 'promise-withdrawn':
      return { ...promiseOf(row, zone), kind, id, at }
    case 'promise-moved':
      return { ...moveOf(row), kind, id, at }
    case 'update':
      return { kind, id, at, topics: row.what }
    case 'extra':
      return { kind, id, at, what: row.what ?? '', costMinor: row.cost_minor, minutes: row.minutes }
    default:
      return assertNever(kind)
  }
}

const messageOf = (row: TimelineRow) => ({
  who: whoOf(row),
  direction: row.direction ?? 'internal',
  channel: row.channel ?? 'note',
  subject: row.subject,
  text: row.what ?? '',
  gist: row.gist,
  minutes: row.minutes,
  conversationId: row.conversation_id ?? 0,
  letterState: row.letter_state,
})

const promiseOf = (row: TimelineRow, zone: Zone) => ({
  what: row.what ?? '',
  noun: row.noun,
  dueOn: row.due_on ?? '',
  dueTime: row.due_time,
  daysEarly: row.kind === 'promise-kept' ? daysBetween(dayOf(row.at, zone), row.due_on ?? '') : null,
  saidChannel: row.channel ?? 'note',
  letterSubject: row.subject,
})

const moveOf = (row: TimelineRow) => ({
  what: row.what ?? '',
  noun: row.noun,
  fromOn: row.from_on ?? '',
  toOn: row.due_on ?? '',
  isBeforeDue: row.is_before_due === 1,
  why: row.why,
  replyText: row.reply,
  replyWho: whoOf(row),
})

const whoOf = ({ name, called }: TimelineRow): string | null =>
  name === null ? null : calledOf({ name, called })
