import { keepWaiting, leaveToUser, type Claimed } from '../../db/delivery'
import { pauseMailAccount } from '../../db/mail-account'
import { markLetterSent } from '../../db/outbox'
import type { WriteDb } from '../../db/schema'
import type { LetterError } from '../../shared/domain/letter'
import { assertNever } from '../../shared/lib/assert'
import type { Instant } from '../../shared/lib/time'
import { nextAttemptAt } from '../../shared/rules/delivery'
import { takeMarksBack } from './letter-send'
import type { Delivery } from './ports'

/** Keeps how an attempt ended: sent, waiting for the next one, or left to the user (OM-3, OM-4). */
export async function settle(
  db: WriteDb,
  claimed: Claimed,
  delivery: Delivery,
  host: string,
  now: Instant,
): Promise<void> {
  const { id } = claimed.letter
  switch (delivery.outcome) {
    case 'sent':
      await markLetterSent(db, id, now, { error: partlyRefused(delivery.refused, host) })
      return
    case 'unknown':
      return leaveToUser(db, id, 'unknown', errorOf(delivery))
    case 'refused':
      return giveUp(db, claimed, errorOf(delivery), now)
    case 'paused':
      await pauseMailAccount(db, delivery.code)
      return keepWaiting(db, id, { until: now, attempts: 0, error: null })
    case 'later':
      return tryLater(db, claimed, errorOf(delivery), now)
    default:
      return assertNever(delivery)
  }
}

async function tryLater(db: WriteDb, claimed: Claimed, error: LetterError, now: Instant): Promise<void> {
  const { letter, firstAttemptAt } = claimed
  const until = nextAttemptAt(letter.attempts, firstAttemptAt, now)
  if (until !== null) return keepWaiting(db, letter.id, { until, attempts: letter.attempts, error })
  return giveUp(db, claimed, { code: 'E_MAIL_GIVEN_UP', values: error.values }, now)
}

/** What was never sent has told nobody anything: its marks go. */
async function giveUp(db: WriteDb, { letter }: Claimed, error: LetterError, now: Instant): Promise<void> {
  await leaveToUser(db, letter.id, 'failed', error)
  await takeMarksBack(db, letter, now)
}

const errorOf = ({ code, values }: Exclude<Delivery, { readonly outcome: 'sent' }>): LetterError => ({
  code,
  values,
})

const partlyRefused = (refused: readonly string[], host: string): LetterError | null =>
  refused.length === 0 ? null : { code: 'E_SMTP_PARTLY', values: { host, recipient: refused.join(', ') } }
