import type { Extra } from '../shared/domain/extra'
import type { ClientId, ExtraId } from '../shared/domain/ids'
import { Refusal } from '../shared/lib/refusal'
import type { Day, Instant } from '../shared/lib/time'
import { insertRow, removeRow, updateRow } from './record'
import type { ExtraRow, ReadDb, WriteDb } from './schema'

export const toExtra = (row: ExtraRow): Extra => ({
  id: row.id,
  clientId: row.client_id,
  projectId: row.project_id,
  rewardId: row.reward_id,
  what: row.what,
  because: row.because,
  occasion: row.occasion,
  occasionOn: row.occasion_on,
  costMinor: row.cost_minor,
  minutes: row.minutes,
  state: row.state,
  suggestedOn: row.suggested_on,
  givenOn: row.given_on,
  letterId: row.letter_id,
  revision: row.revision,
})

/** One extra, whatever became of it. Refuses E_EXTRA_GONE. */
export async function getExtra(db: ReadDb, id: ExtraId): Promise<Extra> {
  const row = await db.selectFrom('extra').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('not-found', 'E_EXTRA_GONE', { extraId: id })
  return toExtra(row)
}

/** The extras of a client: what may still be given, then what was, the latest first; nothing that was declined. */
export async function listExtrasOf(db: ReadDb, clientId: ClientId): Promise<readonly Extra[]> {
  const rows = await db
    .selectFrom('extra')
    .selectAll()
    .where('client_id', '=', clientId)
    .where('state', '!=', 'declined')
    .orderBy('given_on', (order) => order.desc().nullsFirst())
    .orderBy('id', 'desc')
    .execute()
  return rows.map(toExtra)
}

/** Money given to a client in extras from a day on, in minor units. */
export async function sumGivenTo(db: ReadDb, clientId: ClientId, from: Day): Promise<number> {
  const { spent } = await db
    .selectFrom('extra')
    .select(({ fn }) => fn.sum<number | null>('cost_minor').as('spent'))
    .where('client_id', '=', clientId)
    .where('given_on', '>=', from)
    .where('state', '=', 'given')
    .executeTakeFirstOrThrow()
  return spent ?? 0
}

/** Whether a letter, sent or begun, goes with the extra, so that it cannot be removed. */
export async function isInLetter(db: ReadDb, { id, clientId }: Extra): Promise<boolean> {
  const letter = await db
    .selectFrom('letter')
    .select('id')
    .where('client_id', '=', clientId)
    .where('extra_id', '=', id)
    .limit(1)
    .executeTakeFirst()
  return letter !== undefined
}

export async function insertExtra(
  db: WriteDb,
  extra: Omit<Extra, 'id' | 'revision' | 'letterId'>,
  givenAt: Instant | null,
): Promise<Extra> {
  const whose = { client_id: extra.clientId, project_id: extra.projectId, reward_id: extra.rewardId }
  return toExtra(await insertRow(db, 'extra', { ...whose, ...changingColumns(extra), given_at: givenAt }))
}

/** Keeps an extra as it was changed; `givenAt` where it was given just now. */
export async function updateExtra(db: WriteDb, extra: Extra, givenAt?: Instant): Promise<Extra> {
  const set = { ...changingColumns(extra), letter_id: extra.letterId, given_at: givenAt }
  return toExtra(await updateRow(db, 'extra', extra.id, set))
}

export const removeExtra = (db: WriteDb, id: ExtraId): Promise<void> => removeRow(db, 'extra', id)

const changingColumns = (extra: Omit<Extra, 'id' | 'revision' | 'letterId'>) => ({
  what: extra.what,
  because: extra.because,
  occasion: extra.occasion,
  occasion_on: extra.occasionOn,
  cost_minor: extra.costMinor,
  minutes: extra.minutes,
  state: extra.state,
  suggested_on: extra.suggestedOn,
  given_on: extra.givenOn,
})
