import type { ClientId, ConversationId, SnoozeId } from '../shared/domain/ids'
import type { Snooze, SnoozeEnd, SnoozeItem } from '../shared/domain/snooze'
import type { Instant } from '../shared/lib/time'
import { insertRow, updateRow } from './record'
import type { ReadDb, SnoozeRow, WriteDb } from './schema'
import { selectRows } from './statements'

export const toSnooze = (row: SnoozeRow): Snooze => ({
  id: row.id,
  item: row.item,
  itemId: row.item_id,
  showOn: row.show_on,
  showTime: row.show_time,
  snoozedAt: row.snoozed_at,
  endedAt: row.ended_at,
  endedBy: row.ended_by,
})

/** Everything that was put aside and not taken back, the moment of some of it passed. */
export const listOpenSnoozes = async (db: ReadDb): Promise<readonly Snooze[]> =>
  (await selectRows<SnoozeRow>(db, openSnoozes)).map(toSnooze)

/** How a row was put aside the last time, open or ended; undefined where it never was. */
export async function findLastSnooze(
  db: ReadDb,
  item: SnoozeItem,
  itemId: number,
): Promise<Snooze | undefined> {
  const [row] = await selectRows<SnoozeRow>(db, lastSnooze, [item, itemId])
  return row && toSnooze(row)
}

/** What a word of a client shows again: the wait of that conversation, and every promise and update of theirs. */
export async function listSnoozesWokenBy(
  db: ReadDb,
  { clientId, conversationId }: { readonly clientId: ClientId; readonly conversationId: ConversationId },
): Promise<readonly Snooze[]> {
  return (await selectRows<SnoozeRow>(db, snoozesWokenBy, [conversationId, clientId, clientId])).map(toSnooze)
}

export async function insertSnooze(db: WriteDb, snooze: Omit<Snooze, 'id'>): Promise<Snooze> {
  const { item, itemId, showOn, showTime, snoozedAt, endedAt, endedBy } = snooze
  const row = await insertRow(db, 'snooze', {
    item,
    item_id: itemId,
    show_on: showOn,
    show_time: showTime,
    snoozed_at: snoozedAt,
    ended_at: endedAt,
    ended_by: endedBy,
  })
  return toSnooze(row)
}

export async function endSnooze(db: WriteDb, id: SnoozeId, at: Instant, by: SnoozeEnd): Promise<Snooze> {
  return toSnooze(await updateRow(db, 'snooze', id, { ended_at: at, ended_by: by }))
}

/*
 * Written out by hand: SQLite would not think of reading a partial index from end to end, although it holds nothing
 * but what is open.
 */
export const openSnoozes = `
select * from snooze indexed by snooze_open where ended_at is null order by item, item_id`

export const lastSnooze = `
select * from snooze indexed by snooze_by_item where item = ? and item_id = ?
order by snoozed_at desc, id desc limit 1`

export const snoozesWokenBy = `
select snooze.* from snooze indexed by snooze_open
where ended_at is null and (
  item = 'wait' and exists (select 1 from wait where wait.id = item_id and wait.conversation_id = ?)
  or item = 'promise' and exists (select 1 from promise where promise.id = item_id and promise.client_id = ?)
  or item = 'update' and exists (select 1 from project where project.id = item_id and project.client_id = ?))
order by snooze.id`
