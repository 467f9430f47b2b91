import type { Client, ClientDetails, Language } from '../shared/domain/client'
import type { ClientId } from '../shared/domain/ids'
import { Refusal } from '../shared/lib/refusal'
import type { Instant } from '../shared/lib/time'
import { insertRow, updateRow } from './record'
import type { ClientRow, ReadDb, WriteDb } from './schema'

export const toClient = (row: ClientRow): Client => ({
  id: row.id,
  name: row.name,
  shortName: row.short_name,
  stage: row.stage,
  sentByClientId: row.sent_by_client_id,
  language: row.language as Language | null,
  zone: row.zone,
  addedAt: row.added_at,
  lastInboundAt: row.last_inbound_at,
  lastOutboundAt: row.last_outbound_at,
  lastExtraAt: row.last_extra_at,
  archivedAt: row.archived_at,
  revision: row.revision,
})

/** One client, archived or not. Refuses E_CLIENT_GONE. */
export async function getClient(db: ReadDb, id: ClientId): Promise<Client> {
  const row = await db.selectFrom('client').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('not-found', 'E_CLIENT_GONE', { clientId: id })
  return toClient(row)
}

export async function insertClient(db: WriteDb, details: ClientDetails, addedAt: Instant): Promise<Client> {
  return toClient(await insertRow(db, 'client', { ...columnsOf(details), added_at: addedAt }))
}

export async function updateClient(db: WriteDb, id: ClientId, details: ClientDetails): Promise<Client> {
  return toClient(await updateRow(db, 'client', id, columnsOf(details)))
}

/** Takes a client out of every list, or (null) brings it back. */
export async function setArchived(db: WriteDb, id: ClientId, at: Instant | null): Promise<Client> {
  return toClient(await updateRow(db, 'client', id, { archived_at: at }))
}

/** Remembers when something last came from a client, went to them or was given; such a moment only moves forward. */
export async function moveLast(
  db: WriteDb,
  client: Client,
  what: 'inbound' | 'outbound' | 'extra',
  at: Instant,
): Promise<void> {
  const last = { inbound: client.lastInboundAt, outbound: client.lastOutboundAt, extra: client.lastExtraAt }
  if (at <= (last[what] ?? -Infinity)) return
  await updateRow(db, 'client', client.id, { [`last_${what}_at`]: at })
}

const columnsOf = (details: ClientDetails) => ({
  name: details.name,
  short_name: details.shortName,
  stage: details.stage,
  sent_by_client_id: details.sentByClientId,
  language: details.language,
  zone: details.zone,
})
