import { day, type Instant } from '../shared/lib/time'
import type { WriteDb } from './schema'
import { runStatement } from './statements'

/** What undo could need stays for 30 days, and of the last 1,000 commands whatever the clock says. */
const keptFor = 30 * day
const keptOperations = 1_000
const atOnce = 2_000

/**
 * Forgets what old commands changed, so that records do not lie in the store twice for ever; the oldest 2,000
 * changes at most. Those of a letter that may still turn out not to have left stay, since its marks can then be
 * taken back. The commands themselves and their answers stay too.
 */
export async function forgetOldChanges(db: WriteDb, now: Instant): Promise<void> {
  await runStatement(db, forgetting, [atOnce, now - keptFor, keptOperations])
}

const forgetting = `
  delete from change where id in (
    select oldest.id
    from (select id, operation_id from change order by operation_id, id limit ?) as oldest
    join operation as o on o.id = oldest.operation_id
    where o.at < ? and o.id <= (select max(id) from operation) - ?
      and not exists (
        select 1 from letter as l
        where l.operation_id = o.id and l.state not in ('draft', 'sent', 'discarded')
      )
  )`
