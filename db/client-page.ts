import type { Client } from '../shared/domain/client'
import type { ClientId } from '../shared/domain/ids'
import type { ReadDb } from './schema'
import { selectRows } from './statements'

/** The clients before and after this one in the list of those who are not archived, by name. */
export async function findNeighbours(
  db: ReadDb,
  { id, name }: Pick<Client, 'id' | 'name'>,
): Promise<{ readonly previousId: ClientId | null; readonly nextId: ClientId | null }> {
  const [next] = await selectRows<{ id: ClientId }>(db, nextByName, [name, name, id])
  const [previous] = await selectRows<{ id: ClientId }>(db, previousByName, [name, name, id])
  return { previousId: previous?.id ?? null, nextId: next?.id ?? null }
}

export const nextByName = `
select id from client
where archived_at is null and name collate nocase >= ? and (name collate nocase > ? or id > ?)
order by name collate nocase, id limit 1`

export const previousByName = `
select id from client
where archived_at is null and name collate nocase <= ? and (name collate nocase < ? or id < ?)
order by name collate nocase desc, id desc limit 1`
