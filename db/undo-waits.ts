import { removeAny, type AnyRow, type RecordTable } from './rows'
import type { WaitRow, WriteDb } from './schema'
import { selectRows } from './statements'

const dueTimes: ReadonlySet<string> = new Set(['ack_due_at', 'answer_due_at', 'calendar_version'])

/** Whether a column follows the calendar: a wait is still as a command left it, whatever its due times are by now. */
export const isDueTime = (table: RecordTable, name: string): boolean => table === 'wait' && dueTimes.has(name)

/**
 * What taking a change back gives a wait, or null where it cannot be taken back. A due time that was laid out anew
 * since stays, and a wait that has ended changes only by taking back what ended it.
 */
export async function waitBack(
  db: WriteDb,
  current: AnyRow,
  before: AnyRow,
  after: AnyRow,
): Promise<AnyRow | null> {
  const isOver = current['ended_at'] !== null && !('ended_at' in before)
  const stays = (name: string) =>
    dueTimes.has(name) && (isOver || name === 'calendar_version' || current[name] !== after[name])
  const returning = Object.fromEntries(Object.entries(before).filter(([name]) => !stays(name)))
  if (isOver) return Object.keys(returning).length === 0 ? returning : null
  return (await makeRoomForWait(db, { ...current, ...returning })) ? returning : null
}

/**
 * Prepares a conversation for a wait that opens again because what ended it is taken back. A conversation has
 * one open wait, and the client waits since the first message nobody answered: a chaser's wait that began
 * meanwhile goes, with its part in what can be undone, and its letters turn to the older wait. False where the
 * wait must not open: a later one has ended, so the client was answered since, or an older one is open.
 */
async function makeRoomForWait(db: WriteDb, returning: AnyRow): Promise<boolean> {
  if (returning['ended_at'] !== null) return true
  const wait = returning as unknown as WaitRow
  const others = await listOthers(db, wait)
  if (others.some((other) => other.ended_at !== null || other.waiting_since < wait.waiting_since))
    return false
  for (const other of others) await mergeInto(db, wait, other)
  return true
}

type Other = Pick<WaitRow, 'id' | 'waiting_since' | 'ended_at'>

const listOthers = (db: WriteDb, { id, conversation_id, waiting_since }: WaitRow) =>
  selectRows<Other>(db, otherWaits, [conversation_id, id, conversation_id, waiting_since, waiting_since, id])

/** The open wait of the conversation, and those that began since and have ended. */
export const otherWaits = `
select id, waiting_since, ended_at from wait indexed by wait_open_by_conversation
where conversation_id = ? and ended_at is null and id <> ?
union all
select id, waiting_since, ended_at from wait indexed by wait_ended_by_conversation
where conversation_id = ? and ended_at is not null and ended_at >= ? and waiting_since >= ? and id <> ?`

async function mergeInto(db: WriteDb, wait: WaitRow, newer: Other): Promise<void> {
  await db.updateTable('letter').set({ wait_id: wait.id }).where('wait_id', '=', newer.id).execute()
  await removeAny(db, 'wait', newer.id)
  await db.deleteFrom('change').where('table_name', '=', 'wait').where('row_id', '=', newer.id).execute()
}
