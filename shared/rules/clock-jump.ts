import { day, hour, minute, type Instant } from '../lib/time'

/**
 * The clocks of a computer at one moment, in ms: the one on the wall, which anybody may set; the time that has
 * passed since the program began, which some systems stop in sleep; and the time since the computer was started,
 * asleep or awake.
 */
export type ClockReading = { readonly wall: Instant; readonly elapsed: number; readonly uptime: number }

/** A clock that somebody or something set; `by` is how far, in ms. */
export type ClockJump = { readonly kind: 'set-forward' | 'set-back'; readonly by: number }

/** What happened between two readings. */
export type ClockStep =
  ClockJump | { readonly kind: 'steady' } | { readonly kind: 'slept'; readonly by: number }

/**
 * Up to a minute a clock may be put right without a word: time servers do that, and no letter leaves more than a
 * minute early for it.
 */
const noticedFrom = minute

/** Tells sleep, in which time passes, from a clock that was set, for which none does. */
export function stepBetween(before: ClockReading, after: ClockReading): ClockStep {
  const awake = after.elapsed - before.elapsed
  // Where the system's own count stands still or goes back, the program's is the better witness.
  const passed = Math.max(after.uptime - before.uptime, awake)
  const step = stepOf(Math.round(after.wall - before.wall - passed))
  if (step.kind !== 'steady') return step
  return passed - awake > noticedFrom ? { kind: 'slept', by: passed - awake } : step
}

function stepOf(moved: number): ClockStep {
  if (Math.abs(moved) <= noticedFrom) return { kind: 'steady' }
  return moved > 0 ? { kind: 'set-forward', by: moved } : { kind: 'set-back', by: -moved }
}

/** What the last run saw of the clocks. `boot` names the start of the computer, null where the system has none. */
export type LastSeen = { readonly wall: Instant; readonly uptime: number; readonly boot: string | null }

/** A step between two runs; where it is `isLeast`, the clock was set back by that much or more. */
export type StepBetweenRuns = { readonly step: ClockStep; readonly isLeast: boolean }

/**
 * What can honestly be known of the clock between two runs. While the computer was not started anew, the time since
 * its start tells by how much the clock was set. After a start of the computer, only a clock that went back can be
 * told; one that went forward looks like time that has passed, and is taken for it.
 */
export function stepBetweenRuns(last: LastSeen, now: LastSeen): StepBetweenRuns {
  if (!wasStartedAnew(last, now)) {
    const moved = now.wall - last.wall - (now.uptime - last.uptime)
    return { step: stepOf(Math.round(moved)), isLeast: false }
  }
  const back = Math.round(Math.min(0, now.wall - last.wall))
  return { step: stepOf(back), isLeast: true }
}

/** Without a name for the start: the computer has run for less long, or was started after it was last seen. */
function wasStartedAnew(last: LastSeen, now: LastSeen): boolean {
  if (last.boot !== null && now.boot !== null) return last.boot !== now.boot
  return now.uptime < last.uptime || now.wall - now.uptime > last.wall
}

/**
 * By how much the clock was moved since it was last known to be right, in ms, back below 0. `isLeast`: it was set
 * back by that much or more, nobody knows.
 */
export type ClockOff = { readonly by: number; readonly isLeast: boolean }

/** A clock nobody has moved. */
export const clockRight: ClockOff = { by: 0, isLeast: false }

/** Adds a step; a clock that is put back to where it was is right again. */
export function offAfter(off: ClockOff, { step, isLeast }: StepBetweenRuns): ClockOff {
  if (step.kind === 'steady' || step.kind === 'slept') return off
  const by = off.by + (step.kind === 'set-forward' ? step.by : -step.by)
  // Set back by an unknown length and forward again: it was put right, as far as anybody can tell.
  if (off.isLeast && step.kind === 'set-forward' && by >= -day) return clockRight
  if (Math.abs(by) <= noticedFrom) return clockRight
  return { by, isLeast: off.isLeast || (isLeast && step.kind === 'set-back') }
}

/** While a jump of more than a day is unresolved, nothing is let go because of its age. */
export const isOffByDays = (by: number): boolean => Math.abs(by) > day

/** A length as a sentence says it: '10 years', '3 days', '8 hours', '20 minutes'. */
export type JumpLength = { readonly n: number; readonly unit: 'years' | 'days' | 'hours' | 'minutes' }

const year = 365.25 * day

/** The length of a jump in the unit that suits it, rounded; a few minutes less than an hour are an hour. */
export function jumpLength(by: number): JumpLength {
  const length = Math.abs(by)
  const isAbout = (unit: number) => length >= 0.95 * unit
  if (isAbout(2 * year)) return { n: Math.round(length / year), unit: 'years' }
  if (isAbout(day)) return { n: Math.round(length / day), unit: 'days' }
  if (isAbout(hour)) return { n: Math.round(length / hour), unit: 'hours' }
  return { n: Math.round(length / minute), unit: 'minutes' }
}
