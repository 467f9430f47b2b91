import type { ClientId, LetterId, ProjectId, StatusUpdateId } from '../shared/domain/ids'
import type { Instant } from '../shared/lib/time'
import { insertRow } from './record'
import type { StatusUpdateRow, WriteDb } from './schema'

/** A letter that told a client how things stand; `topics` is what it was about, in a few words. */
export type StatusUpdate = {
  readonly id: StatusUpdateId
  readonly projectId: ProjectId
  readonly clientId: ClientId
  readonly letterId: LetterId | null
  readonly at: Instant
  readonly topics: string | null
}

export const toStatusUpdate = (row: StatusUpdateRow): StatusUpdate => ({
  id: row.id,
  projectId: row.project_id,
  clientId: row.client_id,
  letterId: row.letter_id,
  at: row.at,
  topics: row.topics,
})

export async function insertStatusUpdate(
  db: WriteDb,
  update: Omit<StatusUpdate, 'id'>,
): Promise<StatusUpdate> {
  const row = await insertRow(db, 'status_update', {
    project_id: update.projectId,
    client_id: update.clientId,
    letter_id: update.letterId,
    at: update.at,
    topics: update.topics,
  })
  return toStatusUpdate(row)
}
