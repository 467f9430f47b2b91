import { hour, minute, type Instant } from '../lib/time'

/** Undo holds a letter this long; Hold keeps it ten minutes. */
export const undoHold = 20_000
export const longHold = 10 * minute

/** How long to wait after each failed attempt, then every hour, until so long after the first one (OM-3). */
const firstPauses = [1, 5, 15, 60].map((minutes) => minutes * minute)
const laterPause = hour
const giveUpAfter = 48 * hour

/**
 * When a letter is tried again after its n-th failed attempt; null once 48 hours have passed since the first, when
 * the user is asked instead.
 */
export function nextAttemptAt(attempts: number, firstAttemptAt: Instant, now: Instant): Instant | null {
  if (now - firstAttemptAt >= giveUpAfter) return null
  return now + (firstPauses[attempts - 1] ?? laterPause)
}

/**
 * When a waiting letter goes at the latest, seen from a clock that may have been set back since: no hold and no
 * pause reaches further ahead than its own length.
 */
export function cutWait(
  letter: { readonly at: Instant; readonly attempts: number; readonly isHeld: boolean },
  now: Instant,
): Instant {
  const length = letter.attempts > 0 ? laterPause : letter.isHeld ? longHold : undoHold
  return Math.min(letter.at, now + length)
}
