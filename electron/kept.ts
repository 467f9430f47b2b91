import { join } from 'node:path'
import { getBusiness } from '../db/business'
import { nextLetterAt } from '../db/delivery'
import { openStore, type OpenStore } from '../db/open'
import type { Zone } from '../shared/lib/time'
import { isOffByDays } from '../shared/rules/clock-jump'
import { createBackend, type Backend } from './api/backend'
import { settleOutbox } from './api/mail-delivery'
import { meetClockJump } from './api/mail-hold'
import { nextNudgeAt } from './api/nudges-load'
import type { Clock, Host, Shell } from './api/ports'
import { createBackups, type Backups } from './backups'
import { systemClock, unwatchedClock } from './clock'
import { readClocks } from './clock-readings'
import { startClockWatch, type RunningWatch } from './clock-watch'
import type { Log } from './log'
import { mime } from './mail/mime'
import { smtpMail } from './mail/smtp'
import type { Options } from './options'
import type { Place } from './paths'
import { nothingMissing } from './recovery'
import { startScheduler, type Scheduler } from './scheduler'
import { wakeAfterSleep } from './scheduler-resume'
import { rhythmsOf } from './scheduler-rhythms'
import { chooseClock, fillNewStore } from './start-store'

/** How long an end waits for a letter on its way; one that takes longer is found at the next start. */
const patience = 2_000

/** What a Kept is opened with. */
export type KeptParts = {
  readonly options: Options
  readonly place: Place
  readonly version: string
  readonly log: Log
  readonly shell: Shell
}

/** A Kept at work: its store open, its backend answering, its rhythms running. */
export type Kept = {
  readonly backend: Backend
  readonly clock: Clock
  /** Notes where this Kept can be reached, for a second start to say. */
  readonly notePort: (port: number) => void
  /** Looks for what has come due at once: after sleep, an unlocked screen, a clock that was set. */
  readonly wake: () => void
  readonly close: () => Promise<void>
}

/** Opens the store, makes it ready where it is new, and starts to work. Refuses what openStore refuses. */
export async function openKept(parts: KeptParts): Promise<Kept> {
  const { place, version } = parts
  const store = await openStore({ ...place, now: Date.now(), version })
  try {
    return await startWork(parts, store)
  } catch (error) {
    await store.close()
    throw error
  }
}

async function startWork(parts: KeptParts, store: OpenStore): Promise<Kept> {
  const { options, place } = parts
  await fillNewStore(store, options)
  const { zone, language } = await getBusiness(store.read)
  const clock = chooseClock(options, zone)
  const running: Running = {}
  const clockWatch = await watchClock(parts, store, clock, running)
  await store.write((db) => settleOutbox(db, clock.now()))
  const backups = createBackups(place.folder, join(import.meta.dirname, 'workers', 'backup.js'))
  const watch = () => running.scheduler?.watch() ?? { lastScanAt: null, restartedAt: null }
  const host = hostOf(parts, store, { clock, backups, watch, clockWatch })
  const { log } = parts
  const backend = createBackend({ store, clock, host, mail: smtpMail(), mime, language, onFault: log.fault })
  const rhythms = rhythmsFor(store, clock, zone, backups)
  running.backend = backend
  const scheduler = startScheduler({ backend, clock, log, rhythms, look: clockWatch.look })
  running.scheduler = scheduler
  const stopWatching = wakeAfterSleep(scheduler.wake, {
    wall: systemClock.now,
    elapsed: () => performance.now(),
  })
  const close = async () => {
    stopWatching()
    await Promise.race([scheduler.stop(), pause(patience)])
    clockWatch.close()
    await store.close()
  }
  return { backend, clock, notePort: store.notePort, wake: scheduler.wake, close }
}

/** What is made only after it is spoken of. */
type Running = { scheduler?: Scheduler; backend?: Backend }

/** A clock that was set by hand at the start is not watched: it runs by the time that passes. */
async function watchClock(
  { place, log }: KeptParts,
  store: OpenStore,
  clock: Clock,
  running: Running,
): Promise<RunningWatch> {
  if (clock !== systemClock) return { ...unwatchedClock, close: () => undefined }
  return startClockWatch({
    folder: place.folder,
    read: readClocks,
    log,
    async meet(jump, off, now) {
      await store.write((db) => meetClockJump(db, jump, off, now))
      running.backend?.push({ kind: 'changed', now })
    },
  })
}

type Work = Pick<Host, 'watch' | 'clockWatch'> & { readonly clock: Clock; readonly backups: Backups }

/** The machine as the handlers know it; the password lives here, and only as long as Kept runs. */
function hostOf({ version, shell }: KeptParts, store: OpenStore, work: Work): Host {
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

const rhythmsFor = (store: OpenStore, clock: Clock, zone: Zone, backups: Backups) =>
  rhythmsOf({
    zone,
    clock,
    nextNudgeAt: () => nextNudgeAt(store.read, clock.now()),
    nextLetterAt: () => nextLetterAt(store.read),
    lastBackupAt: async () => (await backups.list()).find(({ why }) => why === 'daily')?.at ?? null,
  })

const pause = (ms: number) => new Promise((resume) => setTimeout(resume, ms))
