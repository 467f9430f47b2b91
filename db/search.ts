import type { ClientId } from '../shared/domain/ids'
import { foldAddress } from './addresses'
import type { ReadDb } from './schema'
import { selectRows, type Parameter } from './statements'

/** One find: what it is, whose, its title, and for longer texts the words around what was typed, in « ». */
export type FoundRow = {
  readonly kind: 'client' | 'person' | 'promise' | 'message'
  readonly id: number
  readonly clientId: ClientId
  readonly clientName: string
  readonly title: string
  readonly snippet: string | null
}

/**
 * Clients, people, promises and messages that hold every word typed: of clients and people the beginnings of
 * words are enough, of promises and messages the beginning of the last one. The best clients come first, below
 * three letters those last in touch; the rest comes newest first, as it was put into Kept. People are also
 * found by the beginning of a mail address or a number.
 */
export async function searchEverything(
  db: ReadDb,
  typed: string,
  limit: number,
): Promise<readonly FoundRow[]> {
  const words = wordsOf(typed)
  const last = words.at(-1)
  if (last === undefined) return []
  const names = words.map(beginning).join(' ')
  const text = [...words.slice(0, -1).map(quoted), beginning(last)].join(' ')
  const isShort = words.every((word) => word.length < 3)
  const clients = await find(db, isShort ? clientsInTouch : clientsByRank, [names, 8])
  const people = await find(db, peopleByName, [names, 8])
  const owners = /[@\d]/.test(typed) ? await find(db, peopleByAddress, [...reach(typed), 8]) : []
  // One letter stands at the beginning of half of all texts.
  const texts = words.every((word) => word.length < 2) ? [] : await findTexts(db, text)
  return [...clients, ...once([...people, ...owners]), ...texts].slice(0, limit)
}

const findTexts = async (db: ReadDb, text: string) => [
  ...(await find(db, promises, [text, 8])),
  ...(await find(db, messages, [text, 20])),
]

const find = (db: ReadDb, text: string, parameters: readonly Parameter[]) =>
  selectRows<FoundRow>(db, text, parameters)

const once = (rows: readonly FoundRow[]) => [...new Map(rows.map((row) => [row.id, row])).values()]

/** What was typed between spaces and holds at least one letter or digit; a dozen words say enough. */
const wordsOf = (typed: string): readonly string[] =>
  typed
    .split(/[\s\p{Cc}]+/u)
    .filter((word) => /[\p{L}\p{N}\p{Co}]/u.test(word))
    .slice(0, 12)

/** In quotes, nothing a person types means anything to the search but itself. */
const quoted = (word: string) => `"${word.replaceAll('"', '""')}"`
const beginning = (word: string) => `${quoted(word)}*`

/** From the folded text itself to the last text that begins with it. */
function reach(typed: string): readonly [string, string] {
  const kind = /[@\p{L}]/u.test(typed) ? 'email' : 'phone'
  const folded = foldAddress({ kind, value: typed.trim() })
  return [folded, `${folded}\u{10ffff}`]
}

const client = 'c.id as clientId, c.name as clientName'

const clientsByRank = `
  select 'client' as kind, c.id, ${client}, c.name as title, null as snippet
  from client_search as s cross join client as c on c.id = s.rowid
  where s.client_search match ? order by s.rank limit ?`

const clientsInTouch = `
  select 'client' as kind, c.id, ${client}, c.name as title, null as snippet
  from client_search as s cross join client as c on c.id = s.rowid
  where s.client_search match ?
  order by max(coalesce(c.last_inbound_at, 0), coalesce(c.last_outbound_at, 0), c.added_at) desc limit ?`

const peopleByName = `
  select 'person' as kind, p.id, ${client}, p.name as title, null as snippet
  from person_search as s cross join person as p on p.id = s.rowid join client as c on c.id = p.client_id
  where s.person_search match ? order by s.rowid desc limit ?`

const peopleByAddress = `
  select 'person' as kind, p.id, ${client}, p.name as title, a.value as snippet
  from address as a join person as p on p.id = a.person_id join client as c on c.id = p.client_id
  where a.folded >= ? and a.folded < ? order by a.folded limit ?`

/** Newest first comes straight off the index, so only the rows that are shown cost a snippet. */
const around = (table: string) => `snippet(${table}, -1, '«', '»', '…', 14) as snippet`

export const promises = `
  select 'promise' as kind, p.id, ${client}, p.what as title, ${around('promise_search')}
  from promise_search cross join promise as p on p.id = promise_search.rowid
  join client as c on c.id = p.client_id
  where promise_search match ? order by promise_search.rowid desc limit ?`

export const messages = `
  select 'message' as kind, m.id, ${client}, coalesce(v.subject, m.gist, c.name) as title,
    ${around('message_search')}
  from message_search cross join message as m on m.id = message_search.rowid
  join client as c on c.id = m.client_id join conversation as v on v.id = m.conversation_id
  where message_search match ? order by message_search.rowid desc limit ?`
