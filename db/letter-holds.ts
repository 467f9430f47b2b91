import { sql } from 'kysely'
import type { LetterId } from '../shared/domain/ids'
import type { Letter, LetterError } from '../shared/domain/letter'
import type { Instant } from '../shared/lib/time'
import { errorText, letterColumns, toLetter } from './letter-row'
import { updateRow } from './record'
import type { ReadDb, WriteDb } from './schema'

/**
 * A letter on hold waits in the Outbox with its own times and this reason: they came only because the computer's
 * clock jumped. Delivery passes it over.
 */
export const clockJump = 'E_CLOCK_JUMP'

/** Waiting letters that are on hold because of a jump of the clock, and those that are not. */
export const isHeldByJump = sql<boolean>`(error is not null and error ->> 'code' = ${sql.lit(clockJump)})`
export const isNotHeldByJump = sql<boolean>`(error is null or error ->> 'code' <> ${sql.lit(clockJump)})`

const waiting = (db: ReadDb) =>
  db
    .selectFrom('letter')
    .select(letterColumns)
    .where(sql<boolean>`state in ('queued', 'sending', 'committing')`)
    .where('state', '=', 'queued')

/** The letters on hold, in the order of their times. */
export async function listHeld(db: ReadDb): Promise<readonly Letter[]> {
  const rows = await waiting(db).where(isHeldByJump).orderBy('next_attempt_at').orderBy('id').execute()
  return rows.map(toLetter)
}

/** The waiting letters whose time lies after `from`, up to `to`; and without `to`, all that wait. */
export async function listWaiting(
  db: ReadDb,
  span: { readonly from?: Instant; readonly to?: Instant } = {},
): Promise<readonly Letter[]> {
  const { from = -1, to = Number.MAX_SAFE_INTEGER } = span
  const rows = await waiting(db)
    .where(isNotHeldByJump)
    .where('next_attempt_at', '>', from)
    .where('next_attempt_at', '<=', to)
    .execute()
  return rows.map(toLetter)
}

/** Puts a waiting letter on hold, or changes why it is; without a reason it waits for its time again. */
export async function setHold(db: WriteDb, id: LetterId, reason: LetterError | null): Promise<void> {
  await updateRow(db, 'letter', id, { error: errorText(reason) })
}

/** The two days a letter is tried for are days that passed: a clock that was set moves their beginning with it. */
export async function moveFirstAttempts(db: WriteDb, by: number): Promise<void> {
  await db
    .updateTable('letter')
    .set({ first_attempt_at: sql`max(0, first_attempt_at + ${Math.round(by)})` })
    .where(sql<boolean>`state in ('queued', 'sending', 'committing')`)
    .where('first_attempt_at', 'is not', null)
    .execute()
}
