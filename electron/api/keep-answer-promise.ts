import { getPromise, updatePromise } from '../../db/promises'
import type { WriteDb } from '../../db/schema'
import { listPromisedWaitsOf } from '../../db/waits'
import type { PromiseId } from '../../shared/domain/ids'
import type { Message } from '../../shared/domain/message'
import type { Instant } from '../../shared/lib/time'
import { keepPromise } from '../../shared/rules/promise-due'
import { loadCalendar } from './calendar-of'

/**
 * Keeps the answer that an acknowledgement in this conversation promised, now that this message has given it;
 * kept late if it was due by then. Gives the promise, the latest where there were several, or null.
 */
export async function keepAnswerPromise(
  db: WriteDb,
  { clientId, conversationId, at }: Message,
  now: Instant,
): Promise<PromiseId | null> {
  const waits = await listPromisedWaitsOf(db, clientId)
  const answered = waits.filter(
    (wait) => wait.conversationId === conversationId && Math.min(wait.endedAt ?? now, now) <= at,
  )
  // A chaser that was acknowledged with the same date is carried by the same promise.
  const promiseIds = [...new Set(answered.flatMap(({ answerPromiseId }) => answerPromiseId ?? []))]
  const calendar = await loadCalendar(db)
  for (const id of promiseIds) await updatePromise(db, keepPromise(await getPromise(db, id), calendar, at))
  return promiseIds[0] ?? null
}
