import { keepWaiting } from '../../db/delivery'
import { clockJump, listHeld, listWaiting, moveFirstAttempts, setHold } from '../../db/letter-holds'
import { hurryLetter } from '../../db/outbox'
import type { ReadDb, WriteDb } from '../../db/schema'
import type { ClockNotice } from '../../shared/api/mail'
import type { Letter } from '../../shared/domain/letter'
import type { Instant } from '../../shared/lib/time'
import {
  clockRight,
  isOffByDays,
  jumpLength,
  type ClockJump,
  type ClockOff,
} from '../../shared/rules/clock-jump'
import { cutWait } from '../../shared/rules/delivery'

/**
 * What a clock that was set asks of the Outbox. Forward: letters whose time came only because of it are on hold until
 * the user is asked. Back: letters on hold wait for their times again, and no wait reaches further ahead than its own
 * length. `off` is how far the clock is off after the jump: once it is right again, nothing is held for it.
 */
export async function meetClockJump(
  db: WriteDb,
  jump: ClockJump,
  off: ClockOff,
  now: Instant,
): Promise<void> {
  if (jump.kind === 'set-forward') {
    for (const { id } of await listWaiting(db, { from: now - jump.by, to: now }))
      await setHold(db, id, reasonFor(jump.by, false))
    return moveFirstAttempts(db, jump.by)
  }
  await moveFirstAttempts(db, -jump.by)
  for (const { id, nextAttemptAt } of await listHeld(db))
    if (off.by === clockRight.by || (nextAttemptAt ?? now) > now) await setHold(db, id, null)
  for (const letter of await listWaiting(db)) await cut(db, letter, now)
}

const reasonFor = (by: number, isKept: boolean) => ({
  code: clockJump,
  values: { by, isKept, ...jumpLength(by) },
})

async function cut(db: WriteDb, letter: Letter, now: Instant): Promise<void> {
  const { id, nextAttemptAt, attempts, isHeld, error } = letter
  const at = nextAttemptAt ?? now
  const until = cutWait({ at, attempts, isHeld }, now)
  if (until !== at) await keepWaiting(db, id, { until, attempts, error })
}

/** What the Outbox says of the computer's clock; `movedBy` is how far it is off, in ms. */
export async function clockNotice(db: ReadDb, movedBy: number): Promise<ClockNotice> {
  const held = await listHeld(db)
  const asking = held.filter((letter) => !isKept(letter))
  const shown = asking.length > 0 ? asking : held
  const by = longest(shown.map(byOf)) ?? movedBy
  const isShown = asking.length > 0 || isOffByDays(movedBy)
  if (!isShown) return null
  const asks = asking.length > 0 ? 'letters' : held.length > 0 ? 'kept' : 'clock'
  return { ...jumpLength(by), way: by < 0 ? 'back' : 'forward', letters: shown.length, asks }
}

const isKept = ({ error }: Letter): boolean => error?.values['isKept'] === true

const byOf = ({ error }: Letter): number => Number(error?.values['by'] ?? 0)

const longest = (lengths: readonly number[]): number | undefined => [...lengths].sort((a, b) => b - a)[0]

/** Lets every letter on hold go now. */
export async function sendHeld(db: WriteDb, now: Instant): Promise<number> {
  const held = await listHeld(db)
  for (const { id } of held) await hurryLetter(db, id, now)
  return held.length
}

/** Leaves every letter on hold until the clock is put back, or somebody sends it by hand. */
export async function keepHeld(db: WriteDb): Promise<number> {
  const asking = (await listHeld(db)).filter((letter) => !isKept(letter))
  for (const letter of asking) await setHold(db, letter.id, reasonFor(byOf(letter), true))
  return asking.length
}
