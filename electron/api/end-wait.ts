import type { WriteDb } from '../../db/schema'
import { getClient } from '../../db/clients'
import { getWait, updateWait } from '../../db/waits'
import { shortNameOf } from '../../shared/domain/client'
import type { PromiseId, WaitId } from '../../shared/domain/ids'
import type { Wait, WaitEnd } from '../../shared/domain/wait'
import { Refusal } from '../../shared/lib/refusal'
import type { Instant } from '../../shared/lib/time'
import { endWait as ended, type WaitEvent } from '../../shared/rules/wait-events'

/** What ends a wait, and when; an acknowledgement names the promise that carries the answer from here on. */
export type Ending =
  | { readonly endedBy: Exclude<WaitEnd, 'acknowledgement'>; readonly at: Instant }
  | { readonly endedBy: 'acknowledgement'; readonly at: Instant; readonly promiseId: PromiseId }

/**
 * Ends a wait; what was late stays late. One that began ahead of `now`, on another clock, ends as it begins.
 * Refuses E_WAIT_ENDED.
 */
export async function endWait(db: WriteDb, waitId: WaitId, ending: Ending, now: Instant): Promise<Wait> {
  const wait = await getWait(db, waitId)
  await refuseEnded(db, wait)
  return updateWait(db, ended(wait, eventOf(wait, ending, now)))
}

/** Refuses E_WAIT_ENDED with the name of the client who is not waiting any more. */
export async function refuseEnded(db: WriteDb, wait: Wait): Promise<void> {
  if (wait.endedAt === null) return
  const name = shortNameOf(await getClient(db, wait.clientId))
  throw new Refusal('conflict', 'E_WAIT_ENDED', { name, waitId: wait.id })
}

function eventOf({ conversationId, waitingSince }: Wait, ending: Ending, now: Instant): WaitEvent {
  const at = waitingSince > now ? Math.max(ending.at, waitingSince) : ending.at
  if (ending.endedBy !== 'acknowledgement') return { kind: ending.endedBy, conversationId, at }
  return { kind: ending.endedBy, conversationId, at, promiseId: ending.promiseId }
}
