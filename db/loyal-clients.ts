import type { ClientId } from '../shared/domain/ids'
import type { Project } from '../shared/domain/project'
import type { Day, Instant } from '../shared/lib/time'
import { toProject } from './projects'
import type { ClientRow, ProjectRow, ReadDb } from './schema'
import { selectRows } from './statements'

/** A client a loyalty rule may look at: their projects, and whom they sent. */
export type LoyalRecord = {
  readonly clientId: ClientId
  readonly projects: readonly Project[]
  readonly sent: readonly {
    readonly clientId: ClientId
    readonly name: string
    readonly stage: ClientRow['stage']
    readonly addedAt: Instant
  }[]
}

/** Days whose anniversaries count, as MM-DD, and since when coming back or sending somebody on counts. */
export type LoyaltyWindow = {
  readonly today: Day
  readonly anniversaries: readonly string[]
  readonly since: Instant
}

/**
 * Clients, not archived, of whom an event has its anniversary, who sent somebody or have begun another project
 * lately. Walks the projects once: asked once a day.
 */
export async function listLoyalClients(db: ReadDb, window: LoyaltyWindow): Promise<readonly LoyalRecord[]> {
  const { today, anniversaries, since } = window
  const parameters = [today, JSON.stringify(anniversaries), since, since]
  const found = await selectRows<{ readonly id: ClientId }>(db, loyalClients, parameters)
  const ids = found.map(({ id }) => id)
  const wanted = [JSON.stringify(ids)]
  const projects = (await selectRows<ProjectRow>(db, projectsOf, wanted)).map(toProject)
  const sent = await selectRows<LoyalRecord['sent'][number] & { readonly sentBy: ClientId }>(
    db,
    sentBy,
    wanted,
  )
  return ids.map((clientId) => ({
    clientId,
    projects: projects.filter((project) => project.clientId === clientId),
    sent: sent.filter((client) => client.sentBy === clientId),
  }))
}

const loyalClients = `
select client.id from client where client.archived_at is null and client.id in (
  select client_id from project
  where event_on < ? and state <> 'cancelled' and substr(event_on, 6) in (select value from json_each(?))
  union
  select sent_by_client_id from client where sent_by_client_id is not null and stage <> 'lead' and added_at >= ?
  union
  select next.client_id from project as next
  where next.state = 'open' and next.added_at >= ?
    and exists (select 1 from project where project.client_id = next.client_id and project.added_at < next.added_at)
) order by client.id limit 500`

const projectsOf = `
select project.* from json_each(?) as wanted
cross join project on project.client_id = wanted.value
where project.state <> 'cancelled' order by project.id`

const sentBy = `
select client.sent_by_client_id as sentBy, client.id as clientId, coalesce(client.short_name, client.name) as name,
  client.stage, client.added_at as addedAt
from json_each(?) as wanted cross join client on client.sent_by_client_id = wanted.value
where client.archived_at is null order by client.id`
