import { sql } from 'kysely'
import type { LetterId } from '../shared/domain/ids'
import type { Letter, LetterError } from '../shared/domain/letter'
import type { Instant } from '../shared/lib/time'
import { isNotHeldByJump } from './letter-holds'
import { errorText, letterColumns, toLetter } from './letter-row'
import { StoredEnvelope } from './outbox'
import { updateRow } from './record'
import type { ReadDb, WriteDb } from './schema'

/** A letter that delivery took up, with what goes over the wire. */
export type Claimed = {
  readonly letter: Letter
  readonly firstAttemptAt: Instant
  readonly mime: Uint8Array
  readonly envelope: StoredEnvelope
}

/** When the next waiting letter goes or is tried again; null when none waits but those on hold. */
export async function nextLetterAt(db: ReadDb): Promise<Instant | null> {
  const row = await queued(db)
    .where(isNotHeldByJump)
    .select('next_attempt_at')
    .orderBy('next_attempt_at')
    .limit(1)
    .executeTakeFirst()
  return row?.next_attempt_at ?? null
}

/** How many letters wait in the Outbox. */
export async function countWaiting(db: ReadDb): Promise<number> {
  const { waiting } = await queued(db)
    .select(({ fn }) => fn.countAll<number>().as('waiting'))
    .executeTakeFirstOrThrow()
  return waiting
}

/** The letters whose time has come, in the order of their times; none on hold because the clock jumped. */
export async function listDue(db: ReadDb, now: Instant): Promise<readonly LetterId[]> {
  const rows = await queued(db)
    .where(isNotHeldByJump)
    .select('id')
    .where('next_attempt_at', '<=', now)
    .orderBy('next_attempt_at')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Letters are few while they wait; the index holds only where the states stand in the text of the query. */
const queued = (db: ReadDb) =>
  db
    .selectFrom('letter')
    .where(sql<boolean>`state in ('queued', 'sending', 'committing')`)
    .where('state', '=', 'queued')

/** Takes a letter up for one attempt, or undefined where it is not waiting any more (OM-2). */
export async function claimLetter(db: WriteDb, id: LetterId, now: Instant): Promise<Claimed | undefined> {
  const row = await db
    .selectFrom('letter')
    .selectAll()
    .where('id', '=', id)
    .where(isNotHeldByJump)
    .executeTakeFirst()
  if (row?.state !== 'queued' || row.mime === null || row.envelope === null) return undefined
  if ((row.next_attempt_at ?? now) > now) return undefined
  const firstAttemptAt = row.first_attempt_at ?? now
  const set = { state: 'sending', attempts: row.attempts + 1, first_attempt_at: firstAttemptAt } as const
  const letter = toLetter(await updateRow(db, 'letter', id, set))
  return { letter, firstAttemptAt, mime: row.mime, envelope: StoredEnvelope.parse(JSON.parse(row.envelope)) }
}

/** Writes down that the last dot is about to leave. From here on, silence means that nobody knows. */
export async function markCommitting(db: WriteDb, id: LetterId): Promise<void> {
  const { state } = await db
    .selectFrom('letter')
    .select('state')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (state !== 'sending') throw new Error(`Letter ${id} is ${state}, not on its way`)
  await updateRow(db, 'letter', id, { state: 'committing' })
}

/** Leaves a letter waiting in the Outbox, with the reason; with no attempts that count, its 48 hours begin anew. */
export async function keepWaiting(
  db: WriteDb,
  id: LetterId,
  wait: { readonly until: Instant; readonly attempts: number; readonly error: LetterError | null },
): Promise<void> {
  const { until, attempts, error } = wait
  const set = { state: 'queued', next_attempt_at: until, attempts, error: errorText(error) } as const
  await updateRow(db, 'letter', id, attempts === 0 ? { ...set, first_attempt_at: null } : set)
}

/** Lets letters whose time has come be tried at once: what they waited for is there. Those on hold keep their times. */
export async function hurryDue(db: WriteDb, now: Instant): Promise<void> {
  await db
    .updateTable('letter')
    .set({ next_attempt_at: now })
    .where('state', '=', 'queued')
    .where(isNotHeldByJump)
    .where('next_attempt_at', '<', now)
    .execute()
}

/** Leaves a letter to the user: it failed, or nobody knows what became of it. */
export async function leaveToUser(
  db: WriteDb,
  id: LetterId,
  state: 'failed' | 'unknown',
  error: LetterError,
): Promise<void> {
  await updateRow(db, 'letter', id, { state, next_attempt_at: null, error: errorText(error) })
}

/** The letters that were on their way when Kept was last ended, and those that wait. */
export async function listUnsettled(db: ReadDb): Promise<readonly Letter[]> {
  const rows = await db
    .selectFrom('letter')
    .select(letterColumns)
    .where(sql<boolean>`state in ('queued', 'sending', 'committing')`)
    .execute()
  return rows.map(toLetter)
}
