import { findLastRun, writeLastRun } from '../db/last-run'
import { minute, type Instant } from '../shared/lib/time'
import {
  clockRight,
  offAfter,
  stepBetween,
  stepBetweenRuns,
  type ClockJump,
  type ClockOff,
  type ClockStep,
  type StepBetweenRuns,
} from '../shared/rules/clock-jump'
import type { ClockWatch } from './api/ports'
import type { Readings } from './clock-readings'
import type { Log } from './log'

/** The last moment is written down this often, for a run that ends without a word. */
const writtenEvery = 5 * minute

/** What a watch works with, and the folder it remembers in; `meet` does what a jump asks for, before anything else is done by the new time. */
export type ClockWatchParts = {
  readonly folder: string
  readonly read: () => Readings
  readonly meet: (jump: ClockJump, off: ClockOff, now: Instant) => Promise<void>
  readonly log: Log
}

/** A watch that runs, and says goodbye with the last moment it saw. */
export type RunningWatch = ClockWatch & { readonly close: () => void }

type State = { last: Readings; off: ClockOff; looking: Promise<void> | null; writtenAt: number }

/**
 * Watches the computer's clock from now on, and against what the last run saw of it. A jump counts as seen once
 * `meet` has settled; until then, and after an end in between, it is found again.
 */
export async function startClockWatch(parts: ClockWatchParts): Promise<RunningWatch> {
  const before = findLastRun(parts.folder)
  const first = parts.read()
  const state: State = { last: first, off: before?.off ?? clockRight, looking: null, writtenAt: -Infinity }
  if (before !== undefined) await take(parts, state, first, stepBetweenRuns(before, first))
  write(parts, state)
  return {
    look: () => (state.looking ??= look(parts, state).finally(() => (state.looking = null))),
    movedBy: () => state.off.by,
    trust() {
      state.off = clockRight
      write(parts, state)
    },
    close() {
      const now = parts.read()
      // A jump nobody has met yet is left for the next run to find.
      if (isJump(stepBetween(state.last, now))) return
      state.last = now
      write(parts, state)
    },
  }
}

async function look(parts: ClockWatchParts, state: State): Promise<void> {
  const now = parts.read()
  const step = stepBetween(state.last, now)
  await take(parts, state, now, { step, isLeast: false })
  if (isJump(step) || now.elapsed - state.writtenAt >= writtenEvery) write(parts, state)
}

async function take(
  { meet, log }: ClockWatchParts,
  state: State,
  now: Readings,
  between: StepBetweenRuns,
): Promise<void> {
  const { step } = between
  const off = offAfter(state.off, between)
  if (isJump(step)) {
    log.note(`the clock was ${step.kind} by ${Math.round(step.by / 1_000)} s`)
    await meet(step, off, now.wall)
  }
  state.last = now
  state.off = off
}

const isJump = (step: ClockStep): step is ClockJump => step.kind === 'set-forward' || step.kind === 'set-back'

/** That it cannot be written, on a full disk, must not stop the letters; the next run then finds the jump again. */
function write({ folder, log }: ClockWatchParts, state: State): void {
  const { wall, uptime, boot, elapsed } = state.last
  state.writtenAt = elapsed
  try {
    writeLastRun(folder, { wall, uptime, boot, off: state.off })
  } catch (error) {
    log.fault({ request: 'clock', error })
  }
}
