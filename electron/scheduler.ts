import type { Clock, Watch } from './api/ports'
import type { Backend } from './api/backend'
import type { Log } from './log'
import { startLane, type LaneWorld } from './scheduler-lane'
import type { Rhythm } from './scheduler-rhythms'
import { startWatchedLane } from './scheduler-watchdog'

/** What is done by itself, each thing at its own rhythm, until it is stopped. */
export type Scheduler = {
  /** Looks for what has come due at once: after sleep, an unlocked screen, a clock that was set. */
  readonly wake: () => void
  /** How looking for reminders goes. */
  readonly watch: () => Watch
  readonly stop: () => Promise<void>
}

/** What a scheduler works with; `look` sees to clocks that jumped, before anything is judged by them. */
export type SchedulerParts = {
  readonly backend: Pick<Backend, 'answer' | 'onPush'>
  readonly clock: Clock
  readonly log: Log
  readonly rhythms: readonly Rhythm[]
  readonly look?: () => Promise<void>
  readonly elapsed?: () => number
}

/**
 * Starts asking: a lane for each rhythm, so that none waits for another, and none is asked twice at once. A lane
 * sleeps until its due time or its longest sleep, and looks again when something changed. The log is told of every
 * refusal by names and codes, and of a rhythm whose due time could not be read: the others go on.
 */
export function startScheduler(parts: SchedulerParts): Scheduler {
  const { backend, rhythms } = parts
  const world = worldOf(parts)
  const scans = rhythms.filter(({ isScan }) => isScan).map((rhythm) => startWatchedLane(world, rhythm))
  const others = rhythms.filter(({ isScan }) => !isScan).map((rhythm) => startLane(world, rhythm))
  const lanes = [...scans, ...others]
  const forget = backend.onPush(({ kind }) => {
    if (kind === 'changed') lanes.forEach((lane) => lane.wake())
  })
  return {
    wake() {
      scans.forEach((lane) => lane.wakeAll())
      others.forEach((lane) => lane.wake())
    },
    watch: () => ({
      lastScanAt: scans[0]?.doneAt() ?? null,
      restartedAt: scans[0]?.restartedAt() ?? null,
    }),
    async stop() {
      forget()
      await Promise.all(lanes.map((lane) => lane.stop()))
    },
  }
}

/** A look at the clocks that fails is told and stops no lane; what must not go on without it looks itself. */
function worldOf({ backend, clock, log, look, elapsed }: SchedulerParts): LaneWorld {
  return {
    backend,
    clock,
    log,
    elapsed: elapsed ?? (() => performance.now()),
    async look() {
      try {
        await look?.()
      } catch (error) {
        log.fault({ request: 'clock', error })
      }
    },
  }
}
