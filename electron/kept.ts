import { join } from 'node:path'
import { getBusiness } from '../db/business'
import { nextLetterAt } from '../db/delivery'
import { openStore, type OpenStore } from '../db/open'
import type { Zone } from '../shared/lib/time'
import { createBackend, type Backend } from './api/backend'
import { settleOutbox } from './api/mail-delivery'
import { nextNudgeAt } from './api/nudges-load'
import type { Clock, Shell } from './api/ports'
import { createBackups, type Backups } from './backups'
import { systemClock } from './clock'
import { hostOf, watchClock } from './kept-host'
import type { Log } from './log'
import { mime } from './mail/mime'
import { smtpMail } from './mail/smtp'
import type { Options } from './options'
import type { Place } from './paths'
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
  const { options, place, log } = parts
  await fillNewStore(store, options)
  const { zone, language } = await getBusiness(store.read)
  const clock = chooseClock(options, zone)
  const running: Running = {}
  const clockWatch = await watchClock(parts, store, clock, () => running.backend)
  await store.write((db) => settleOutbox(db, clock.now()))
  const backups = createBackups(place.folder, join(import.meta.dirname, 'workers', 'backup.js'))
  const watch = () => running.scheduler?.watch() ?? { lastScanAt: null, restartedAt: null }
  const host = hostOf(parts, store, { clock, backups, watch, clockWatch })
  const backend = createBackend({ store, clock, host, mail: smtpMail(), mime, language, onFault: log.fault })
  running.backend = backend
  const rhythms = rhythmsFor(store, clock, zone, backups)
  const scheduler = startScheduler({ backend, clock, log, rhythms, look: clockWatch.look })
  running.scheduler = scheduler
  const stopRhythms = wokenAfterSleep(scheduler)
  const close = async () => {
    await stopRhythms()
    clockWatch.close()
    await store.close()
  }
  return { backend, clock, notePort: store.notePort, wake: scheduler.wake, close }
}

/** What is made only after it is spoken of. */
type Running = { scheduler?: Scheduler; backend?: Backend }

/** Lets the scheduler hear of the end of sleep, and gives how both are stopped. */
function wokenAfterSleep(scheduler: Scheduler): () => Promise<void> {
  const clocks = { wall: systemClock.now, elapsed: () => performance.now() }
  const stopWaking = wakeAfterSleep(scheduler.wake, clocks)
  return async () => {
    stopWaking()
    await Promise.race([scheduler.stop(), pause(patience)])
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
