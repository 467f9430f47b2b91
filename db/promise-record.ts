import type { ClientId } from '../shared/domain/ids'
import type { PromiseRecord } from '../shared/domain/promise'
import type { ReadDb } from './schema'
import { selectRows } from './statements'

/**
 * How a client's promises went: kept by the agreed date, moved ahead of time (each promise once), and missed,
 * which is kept late or broken.
 */
export async function readPromiseRecord(db: ReadDb, clientId: ClientId): Promise<PromiseRecord> {
  const [record] = await selectRows<PromiseRecord>(db, promiseRecord, [clientId, clientId])
  return record ?? { kept: 0, movedAhead: 0, missed: 0 }
}

export const promiseRecord = `
select
  count(*) filter (where state = 'kept' and is_kept_late = 0) as kept,
  count(*) filter (where state = 'broken' or is_kept_late = 1) as missed,
  (select count(distinct promise_id) from promise_move where client_id = ? and is_before_due = 1) as movedAhead
from promise
where client_id = ? and ended_at is not null`
