import type { ClientId } from '../shared/domain/ids'
import type { EventLine } from '../shared/domain/project'
import type { Stage } from '../shared/domain/client'
import type { Day } from '../shared/lib/time'
import type { ClientRow, ProjectRow, ReadDb } from './schema'
import { selectRows, type Parameter } from './statements'

/** Which clients to list; `text` is looked for in names, people and addresses, by the beginnings of words. */
export type ClientFilter = {
  readonly text: string | null
  readonly stage: Stage | null
  readonly isArchived: boolean
}

/**
 * One client in a list: the nearest event to come, else the last one; the day of the next promise, key date or
 * event; how many promises are open, and since when somebody has been waiting the longest.
 */
export type ListedClient = {
  readonly id: ClientId
  readonly name: string
  readonly shortName: string
  readonly stage: Stage
  readonly event: EventLine | null
  readonly nextOn: Day | null
  readonly lastHeardAt: number | null
  readonly lastWrittenAt: number | null
  readonly owedPromises: number
  readonly waitingSince: number | null
  readonly archivedAt: number | null
}

/** Clients by name, small and capital letters alike. */
export async function listClients(
  db: ReadDb,
  filter: ClientFilter,
  page: { readonly today: Day; readonly offset: number; readonly limit: number },
): Promise<readonly ListedClient[]> {
  const { text, parameters } = clientsPage(filter, page)
  return (await selectRows<ListedRow>(db, text, parameters)).map(toListed)
}

/** How many clients the filter lets through. */
export async function countClients(db: ReadDb, filter: ClientFilter): Promise<number> {
  const { text, parameters } = where(filter)
  const rows = await selectRows<{ total: number }>(
    db,
    `select count(*) as total from client ${text}`,
    parameters,
  )
  return rows[0]?.total ?? 0
}

type Statement = { readonly text: string; readonly parameters: readonly Parameter[] }

/** The statement of one page; an event known to its month only may still come until the month has gone. */
export function clientsPage(
  filter: ClientFilter,
  { today, offset, limit }: { readonly today: Day; readonly offset: number; readonly limit: number },
): Statement {
  const { text, parameters } = where(filter)
  return {
    text: `
with page as (
  select id, name, short_name, stage, last_inbound_at, last_outbound_at, archived_at
  from client ${text} order by name collate nocase, id limit ? offset ?)
select page.*, project.kind, project.event_on, project.event_month, project.state,
  (select count(*) from promise where client_id = page.id and state = 'open') as owed,
  (select min(waiting_since) from wait indexed by wait_open_by_client
    where client_id = page.id and ended_at is null) as since,
  min(
    ifnull((select min(due_on) from promise where client_id = page.id and state = 'open' and due_on >= ?), '9'),
    ifnull((select min(on_day) from milestone where client_id = page.id and on_day >= ? and done_at is null), '9'),
    ifnull((select min(event_on) from project where client_id = page.id and state = 'open' and event_on >= ?), '9')
  ) as next_on
from page
left join project on project.id = (
  select id from (select id, coalesce(event_on, event_month || '-31') as day, state
    from project where client_id = page.id and state <> 'cancelled')
  order by day is null, day < ?, iif(day < ?, null, day), day desc, id desc limit 1)
order by page.name collate nocase, page.id`,
    parameters: [...parameters, limit, offset, today, today, today, today, today],
  }
}

function where({ text, stage, isArchived }: ClientFilter): Statement {
  const archived = isArchived ? 'where archived_at is not null' : 'where archived_at is null'
  const staged: Statement = stage === null ? noCondition : { text: ' and stage = ?', parameters: [stage] }
  const found = text === null ? noCondition : containing(text)
  return {
    text: archived + staged.text + found.text,
    parameters: [...staged.parameters, ...found.parameters],
  }
}

const noCondition: Statement = { text: '', parameters: [] }

function containing(text: string): Statement {
  const words = text.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  const match = words.map((word) => `"${word}"*`).join(' ')
  if (match === '') return noCondition
  return {
    text: ` and id in (
  select rowid from client_search where client_search match ?
  union select client_id from person_search join person on person.id = person_search.rowid
    where person_search match ?
  union select client_id from person where id in (
    select person_id from address indexed by address_by_folded where instr(folded, ?) > 0))`,
    parameters: [match, match, foldedPart(text) || nowhere],
  }
}

/** No address holds a space. */
const nowhere = ' '

/** A number is looked for by its digits without the zeros before them, since people type it both ways. */
const foldedPart = (text: string): string =>
  /^[\d\s().\-/+]+$/.test(text) ? text.replace(/\D/g, '').replace(/^0+/, '') : text.trim().toLowerCase()

type ListedRow = Pick<
  ClientRow,
  'id' | 'name' | 'short_name' | 'stage' | 'last_inbound_at' | 'last_outbound_at' | 'archived_at'
> & { readonly [Column in 'kind' | 'event_on' | 'event_month' | 'state']: ProjectRow[Column] | null } & {
  readonly owed: number
  readonly since: number | null
  readonly next_on: string
}

const toListed = (row: ListedRow): ListedClient => ({
  id: row.id,
  name: row.name,
  shortName: row.short_name ?? row.name,
  stage: row.stage,
  event: eventOf(row),
  nextOn: row.next_on === '9' ? null : row.next_on,
  lastHeardAt: row.last_inbound_at,
  lastWrittenAt: row.last_outbound_at,
  owedPromises: row.owed,
  waitingSince: row.since,
  archivedAt: row.archived_at,
})

function eventOf({ kind, event_on, event_month, state }: ListedRow): EventLine | null {
  if (kind === null || state === null) return null
  return { kind, eventOn: event_on, eventMonth: event_month, state }
}
