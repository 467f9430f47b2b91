import type { ClientId, MilestoneId } from '../shared/domain/ids'
import type { Milestone, MilestoneDetails } from '../shared/domain/milestone'
import { Refusal } from '../shared/lib/refusal'
import type { Day, Instant } from '../shared/lib/time'
import { insertRow, removeRow, updateRow } from './record'
import type { MilestoneRow, ReadDb, WriteDb } from './schema'

export const toMilestone = (row: MilestoneRow): Milestone => ({
  id: row.id,
  clientId: row.client_id,
  projectId: row.project_id,
  personId: row.person_id,
  kind: row.kind,
  what: row.what,
  onDay: row.on_day,
  atTime: row.at_time,
  place: row.place,
  whose: row.whose,
  toldAs: row.told_as,
  doneAt: row.done_at,
  revision: row.revision,
})

/** A client's key dates in order: what is still to do, and what lies ahead, done or not. */
export async function listKeyDates(
  db: ReadDb,
  clientId: ClientId,
  today: Day,
): Promise<readonly Milestone[]> {
  const rows = await db
    .selectFrom('milestone')
    .selectAll()
    .where('client_id', '=', clientId)
    .where((where) => where.or([where('done_at', 'is', null), where('on_day', '>=', today)]))
    .orderBy('on_day')
    .execute()
  return rows.map(toMilestone)
}

/** One milestone or key date. Refuses E_MILESTONE_GONE. */
export async function getMilestone(db: ReadDb, id: MilestoneId): Promise<Milestone> {
  const row = await db.selectFrom('milestone').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('not-found', 'E_MILESTONE_GONE', { milestoneId: id })
  return toMilestone(row)
}

export async function insertMilestone(
  db: WriteDb,
  clientId: ClientId,
  details: MilestoneDetails,
): Promise<Milestone> {
  return toMilestone(await insertRow(db, 'milestone', { client_id: clientId, ...columnsOf(details) }))
}

export async function updateMilestone(
  db: WriteDb,
  id: MilestoneId,
  details: MilestoneDetails,
): Promise<Milestone> {
  return toMilestone(await updateRow(db, 'milestone', id, columnsOf(details)))
}

/** Ticks a milestone as done at this moment, or (null) opens it again. */
export async function setDone(db: WriteDb, id: MilestoneId, at: Instant | null): Promise<Milestone> {
  return toMilestone(await updateRow(db, 'milestone', id, { done_at: at }))
}

export const removeMilestone = (db: WriteDb, id: MilestoneId): Promise<void> => removeRow(db, 'milestone', id)

const columnsOf = (details: MilestoneDetails) => ({
  project_id: details.projectId,
  person_id: details.personId,
  kind: details.kind,
  what: details.what,
  on_day: details.onDay,
  at_time: details.atTime,
  place: details.place,
  whose: details.whose,
  told_as: details.toldAs,
})

/** What was done for a client after a moment, in that order. */
export async function listDoneSince(
  db: ReadDb,
  clientId: ClientId,
  since: Instant,
): Promise<readonly Milestone[]> {
  const rows = await db
    .selectFrom('milestone')
    .selectAll()
    .where('client_id', '=', clientId)
    .where('done_at', '>', since)
    .orderBy('done_at')
    .execute()
  return rows.map(toMilestone)
}
