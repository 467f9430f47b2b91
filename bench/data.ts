import Database from 'better-sqlite3'
import { migrate } from '../db/migrate'
import { migrations } from '../db/migrations'
import { day, hour } from '../shared/lib/time'
import { randomFrom, textOf, vocabulary } from './random'
import type { Size } from './sizes'

/** The moment every store stands at: Tuesday 24 November 2026, 10:40 in London. */
export const benchNow = Date.UTC(2026, 10, 24, 10, 40)
export const benchDay = '2026-11-24'

type Value = string | number | null
type Row = Readonly<Record<string, Value>>

/** Makes a store of this size at `file`: history first, then the open items, then the search rows in bulk. */
export function makeStore(file: string, size: Size): void {
  const connection = new Database(file)
  connection.pragma('journal_mode = wal')
  connection.pragma('synchronous = off')
  migrate(connection, migrations)
  connection.pragma('foreign_keys = off')
  connection.transaction(() => fillAll(connection, size))()
  indexForSearch(connection)
  connection.exec('analyze')
  connection.pragma('wal_checkpoint(truncate)')
  connection.close()
}

function fillAll(connection: Database.Database, size: Size): void {
  const maker = makerOf(size)
  fill(connection, 'business', [business])
  fill(
    connection,
    'span',
    [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opens_at: '09:00', closes_at: '17:30' })),
  )
  fill(connection, 'standard', [standard])
  fill(connection, 'client', maker.clients())
  fill(connection, 'person', maker.people())
  fill(connection, 'project', maker.projects())
  fill(connection, 'conversation', maker.conversations())
  fill(connection, 'message', maker.messages())
  fill(connection, 'wait', maker.waits())
  fill(connection, 'promise', maker.promises())
  fill(connection, 'extra', maker.extras())
  fill(connection, 'status_update', maker.updates())
}

function fill(connection: Database.Database, table: string, rows: Iterable<Row>): void {
  let insert: Database.Statement | undefined
  for (const row of rows) {
    const names = Object.keys(row)
    insert ??= connection.prepare(
      `insert into ${table} (${names.join(', ')}) values (${names.map((name) => `@${name}`).join(', ')})`,
    )
    insert.run(row)
  }
}

/** Every full-text table reads the records it belongs to anew. */
function indexForSearch(connection: Database.Database): void {
  const tables = connection
    .prepare<[], { name: string }>(
      `select name from sqlite_master where sql like 'create virtual table%using fts5%'`,
    )
    .all()
  for (const { name } of tables) connection.exec(`insert into ${name} (${name}) values ('rebuild')`)
}

const business: Row = {
  id: 1,
  user_name: 'Hazel',
  business_name: 'Hazel Fenwick Weddings',
  signature: 'Hazel',
  zone: 'Europe/London',
  country: 'GB',
  region: null,
  currency: 'GBP',
  language: 'en',
  calendar_version: 1,
  sample_pack: null,
  pack: 'wedding-planner',
}

const standard: Row = {
  from_at: 0,
  ack_minutes: 240,
  answer_days: 1,
  inquiry_ack_minutes: 60,
  inquiry_answer_days: 1,
  event_week_ack_minutes: 60,
  event_week_answer_days: 0,
  cadence_days: 14,
  cadence_near_days: 7,
  cadence_last_days: 1,
  promises_a_day: 3,
  budget_minor: 120_000,
  client_budget_minor: 12_000,
}

const dayFrom = (days: number) => new Date(benchNow + days * day).toISOString().slice(0, 10)

/** Rows of every table as a stream, so that the largest store needs no memory of its own. */
function makerOf(size: Size) {
  const random = randomFrom(20_261_124)
  const words = vocabulary(15_000, random)
  const start = benchNow - size.years * 365 * day
  const spread = (index: number, count: number) =>
    Math.floor(start + ((benchNow - hour - start) * index) / count)
  const word = () => words[Math.floor(random() * words.length)] ?? 'word'
  const name = () => `${capital(word())} ${capital(word())}`
  const anyClient = () => 1 + Math.floor(random() * size.clients)
  const isActive = (id: number) => id > size.clients - size.activeClients
  const activeClient = () => size.clients - Math.floor(random() * size.activeClients)
  const title = (letters: number) => textOf(words, letters, random)
  const range = function* (count: number): Generator<number> {
    for (let index = 0; index < count; index++) yield index
  }

  return {
    *clients(): Generator<Row> {
      for (const index of range(size.clients)) {
        const isNow = isActive(index + 1)
        yield {
          name: `${name()} & ${name()}`,
          short_name: `${capital(word())} & ${capital(word())}`,
          stage: isNow ? 'current' : 'past',
          added_at: spread(index, size.clients),
          last_inbound_at: spread(index, size.clients) + day,
          last_outbound_at: spread(index, size.clients) + 2 * day,
          archived_at: isNow ? null : spread(index, size.clients) + 300 * day,
        }
      }
    },
    *people(): Generator<Row> {
      for (const index of range(size.clients * 2))
        yield { client_id: 1 + Math.floor(index / 2), name: name(), called: null, is_in_letters: 1 }
    },
    *projects(): Generator<Row> {
      for (const index of range(size.clients)) {
        const isNow = isActive(index + 1)
        yield {
          client_id: index + 1,
          kind: 'Wedding',
          event_on: dayFrom(isNow ? 30 + Math.floor(random() * 300) : -30 - Math.floor(random() * 900)),
          state: isNow ? 'open' : 'done',
          added_at: spread(index, size.clients),
          last_update_at: isNow ? benchNow - Math.floor(random() * 14) * day : null,
          next_update_on: isNow ? dayFrom(Math.floor(random() * 40) - 2) : null,
        }
      }
    },
    *conversations(): Generator<Row> {
      for (const index of range(Math.ceil(size.messages / 5)))
        yield {
          client_id: anyClient(),
          subject: title(30),
          last_activity_at: spread(index, size.messages / 5),
        }
    },
    *messages(): Generator<Row> {
      for (const index of range(size.messages)) {
        const conversation = 1 + Math.floor(index / 5)
        yield {
          conversation_id: conversation,
          client_id: index < size.messages - size.openWaits ? anyClient() : activeClient(),
          direction: index % 2 === 0 ? 'inbound' : 'outbound',
          channel: 'email',
          at: spread(index, size.messages),
          text: title(340),
          is_human: 1,
        }
      }
    },
    *waits(): Generator<Row> {
      const conversations = Math.ceil(size.messages / 5)
      for (const index of range(Math.floor(size.messages / 4) + size.openWaits)) {
        const open = index - Math.floor(size.messages / 4)
        const since = open >= 0 ? benchNow - open * hour : spread(index, size.messages / 4)
        yield {
          client_id: open >= 0 ? activeClient() : anyClient(),
          conversation_id: open >= 0 ? conversations - open : 1 + Math.floor(random() * conversations),
          first_message_id: open >= 0 ? size.messages - open : 1 + Math.floor(random() * size.messages),
          waiting_since: since,
          ack_minutes: 240,
          ack_due_at: since + 6 * hour,
          answer_days: 1,
          answer_due_at: since + 32 * hour,
          because: 'usual',
          standard_id: 1,
          calendar_version: 1,
          ended_at: open >= 0 ? null : since + 3 * hour,
          ended_by: open >= 0 ? null : 'reply',
        }
      }
    },
    *promises(): Generator<Row> {
      for (const index of range(size.promises)) {
        const isOpen = index >= size.promises - size.openPromises
        const saidAt = spread(index, size.promises)
        const dueOn = isOpen
          ? dayFrom(Math.floor(random() * 40) - 1)
          : new Date(saidAt + 7 * day).toISOString().slice(0, 10)
        yield {
          client_id: isOpen ? activeClient() : anyClient(),
          what: title(40),
          as_noun: `the ${word()}`,
          said_at: saidAt,
          said_channel: 'email',
          due_on: dueOn,
          own_on: dueOn,
          state: isOpen ? 'open' : 'kept',
          ended_at: isOpen ? null : saidAt + 5 * day,
          is_kept_late: isOpen ? null : 0,
        }
      }
    },
    *extras(): Generator<Row> {
      for (const index of range(size.extras)) {
        const isOpen = index >= size.extras - size.openExtras
        const at = spread(index, size.extras)
        yield {
          client_id: isOpen ? activeClient() : anyClient(),
          what: title(40),
          cost_minor: 100 + Math.floor(random() * 900),
          state: isOpen ? 'idea' : 'given',
          occasion_on: isOpen ? dayFrom(Math.floor(random() * 60)) : null,
          given_on: isOpen ? null : new Date(at).toISOString().slice(0, 10),
          given_at: isOpen ? null : at,
        }
      }
    },
    *updates(): Generator<Row> {
      for (const index of range(size.updates)) {
        const client = anyClient()
        yield { project_id: client, client_id: client, at: spread(index, size.updates), topics: title(20) }
      }
    },
  }
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
