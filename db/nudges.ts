import type { Nudge, NudgeTiming, PendingNudge } from '../shared/domain/nudge'
import type { Instant } from '../shared/lib/time'
import { insertRow, removeRow, updateRow } from './record'
import type { NudgeRow, ReadDb, WriteDb } from './schema'
import { selectRows } from './statements'

export const toNudge = (row: NudgeRow): Nudge => ({
  id: row.id,
  item: row.item,
  itemId: row.item_id,
  stage: row.stage,
  occurrence: row.occurrence,
  clientId: row.client_id,
  dueAt: row.due_at,
  deliveredAt: row.delivered_at,
  timing: row.timing,
  noteId: row.note_id,
  againAt: row.again_at,
  acknowledgedAt: row.acknowledged_at,
})

/** These nudges and the earlier stages of the same things, as far as they were not seen yet; unknown ids have none. */
export async function listUnseen(db: ReadDb, ids: readonly number[]): Promise<readonly Nudge[]> {
  const rows = await selectRows<NudgeRow>(db, unseenNudges, [JSON.stringify(ids)])
  return rows.map(toNudge)
}

export const unseenNudges = `
select distinct earlier.*
from json_each(?) as wanted
cross join nudge on nudge.id = wanted.value
cross join nudge as earlier on earlier.item = nudge.item and earlier.item_id = nudge.item_id
where earlier.acknowledged_at is null
  and (earlier.id = nudge.id or (nudge.item <> 'day' and earlier.due_at <= nudge.due_at))
order by earlier.id`

/** The nudges a note told of. */
export async function listNudgesOf(db: ReadDb, noteId: number): Promise<readonly Nudge[]> {
  return (await selectRows<NudgeRow>(db, nudgesByNote, [noteId])).map(toNudge)
}

export const nudgesByNote = `select * from nudge where note_id = ? order by due_at, id`

/** How many came late, and how many were missed and told afterwards, since a moment. */
export async function countNotInTime(
  db: ReadDb,
  since: Instant,
): Promise<Readonly<Record<'late' | 'missed', number>>> {
  const rows = await selectRows<{ timing: 'late' | 'missed'; n: number }>(db, notInTime, [since])
  const countOf = (timing: NudgeTiming) => rows.find((row) => row.timing === timing)?.n ?? 0
  return { late: countOf('late'), missed: countOf('missed') }
}

export const notInTime = `
select timing, count(*) as n from nudge
where timing in ('late', 'missed') and delivered_at >= (select ?)
group by timing`

/** Whether anything was ever told. */
export async function hasNudges(db: ReadDb): Promise<boolean> {
  return (await selectRows(db, 'select 1 from nudge limit 1')).length > 0
}

/** Keeps a nudge as delivered; it is then in the window, unless it counts as seen at once. */
export async function insertNudge(
  db: WriteDb,
  { item, itemId, stage, occurrence, clientId, dueAt }: PendingNudge,
  deliveredAt: Instant,
  { timing, acknowledgedAt }: Pick<Nudge, 'timing' | 'acknowledgedAt'>,
): Promise<Nudge> {
  const key = { item, item_id: itemId, stage, occurrence, client_id: clientId }
  const told = { due_at: dueAt, delivered_at: deliveredAt, timing, acknowledged_at: acknowledgedAt }
  return toNudge(await insertRow(db, 'nudge', { ...key, ...told }))
}

/** Takes back what was delivered ahead of its moment, so that it comes again then. */
export const removeNudge = (db: WriteDb, { id }: Pick<Nudge, 'id'>): Promise<void> =>
  removeRow(db, 'nudge', id)

/** Says what became of a nudge: which note told of it, when it is to be told again, whether it was seen. */
export async function updateNudge(
  db: WriteDb,
  id: Nudge['id'],
  set: Partial<Pick<Nudge, 'noteId' | 'againAt' | 'acknowledgedAt'>>,
): Promise<Nudge> {
  const columns = {
    ...(set.noteId === undefined ? {} : { note_id: set.noteId }),
    ...(set.againAt === undefined ? {} : { again_at: set.againAt }),
    ...(set.acknowledgedAt === undefined ? {} : { acknowledged_at: set.acknowledgedAt }),
  }
  return toNudge(await updateRow(db, 'nudge', id, columns))
}
