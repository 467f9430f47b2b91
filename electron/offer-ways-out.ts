import { filesOf } from '../db/files'
import { Refusal } from '../shared/lib/refusal'
import type { Backend } from './api/backend'
import { createMissingStoreBackend } from './api/missing-store'
import type { Host } from './api/ports'
import { systemClock, unwatchedClock } from './clock'
import { openKept, type Kept, type KeptParts } from './kept'
import { smtpMail } from './mail/smtp'
import { recoveryOf } from './recovery'
import { createSwitch } from './switch'

/** A store that is open, or the ways out of its being missing; `kept` is null until one is taken. */
export type Opened = { readonly backend: Backend; readonly kept: () => Kept | null }

/** Opens Kept; where its store is missing, offers the ways out and opens it once one was taken. */
export async function openOrOfferWaysOut(parts: KeptParts): Promise<Opened> {
  try {
    const kept = await openKept(parts)
    return { backend: kept.backend, kept: () => kept }
  } catch (error) {
    if (error instanceof Refusal && error.code === 'E_DB_MISSING') return offerWaysOut(parts, error)
    throw error
  }
}

function offerWaysOut(parts: KeptParts, refusal: Refusal): Opened {
  const state: { kept: Kept | null } = { kept: null }
  const goOn = async () => {
    const kept = await openKept(parts)
    state.kept = kept
    turn.turnTo(kept.backend, kept.clock.now())
  }
  const missing = {
    clock: systemClock,
    mail: smtpMail(),
    language: 'en',
    refusal,
    onFault: parts.log.fault,
  } as const
  const turn = createSwitch(createMissingStoreBackend({ ...missing, host: hostOf(parts, refusal, goOn) }))
  return { backend: turn.backend, kept: () => state.kept }
}

/** The machine without a store: all it can do is open another window and take a way out. */
const hostOf = ({ place, version, shell }: KeptParts, refusal: Refusal, goOn: () => Promise<void>): Host => ({
  version,
  storeFile: filesOf(place.folder).store,
  isClockSet: false,
  password: { get: () => null, set: () => undefined },
  backUp: () => Promise.reject(refusal),
  listBackups: () => Promise.resolve([]),
  recovery: recoveryOf({ ...place, now: systemClock.now() }, goOn),
  shell,
  watch: () => ({ lastScanAt: null, restartedAt: null }),
  clockWatch: unwatchedClock,
})
