import type { OpenStore } from '../db/open'
import { isOffByDays } from '../shared/rules/clock-jump'
import type { Backend } from './api/backend'
import { meetClockJump } from './api/mail-hold'
import type { Clock, Host } from './api/ports'
import type { Backups } from './backups'
import { systemClock, unwatchedClock } from './clock'
import { readClocks } from './clock-readings'
import { startClockWatch, type RunningWatch } from './clock-watch'
import type { KeptParts } from './kept'
import { nothingMissing } from './recovery'

/** What the machine is made of besides what Kept was opened with. */
export type Work = Pick<Host, 'watch' | 'clockWatch'> & { readonly clock: Clock; readonly backups: Backups }

/** The machine as the handlers know it; the password lives here, and only as long as Kept runs. */
export function hostOf({ version, shell }: KeptParts, store: OpenStore, work: Work): Host {
  const { clock, backups, watch, clockWatch } = work
  const memory: { password: string | null } = { password: null }
  return {
    version,
    storeFile: store.file,
    isClockSet: clock !== systemClock,
    password: { get: () => memory.password, set: (password) => void (memory.password = password) },
    backUp: (why, now) => backups.backUp(why, now, isOffByDays(clockWatch.movedBy())),
    listBackups: backups.list,
    recovery: nothingMissing,
    shell,
    watch,
    clockWatch,
  }
}

/** Watches the computer's clock; one that was set by hand at the start is not watched: it runs by the time that passes. */
export async function watchClock(
  { place, log }: KeptParts,
  store: OpenStore,
  clock: Clock,
  backend: () => Backend | undefined,
): Promise<RunningWatch> {
  if (clock !== systemClock) return { ...unwatchedClock, close: () => undefined }
  return startClockWatch({
    folder: place.folder,
    read: readClocks,
    log,
    async meet(jump, off, now) {
      await store.write((db) => meetClockJump(db, jump, off, now))
      backend()?.push({ kind: 'changed', now })
    },
  })
}
