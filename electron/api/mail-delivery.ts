import {
  claimLetter,
  countWaiting,
  keepWaiting,
  leaveToUser,
  listDue,
  listUnsettled,
  markCommitting,
} from '../../db/delivery'
import { findMailAccount, pauseMailAccount } from '../../db/mail-account'
import type { WriteDb } from '../../db/schema'
import type { LetterId } from '../../shared/domain/ids'
import { isThisComputer, type MailAccount } from '../../shared/domain/mail-account'
import type { Instant } from '../../shared/lib/time'
import { cutWait } from '../../shared/rules/delivery'
import type { ErrandContext } from './answers'
import { settle } from './mail-settle'
import { passwordFor } from './mail-password'
import type { Delivery, Host, MailServer } from './ports'

/** Hands over what is due, one letter after the other, until the account needs the user. */
export async function deliverDue(
  context: ErrandContext,
): Promise<{ readonly sent: number; readonly waiting: number }> {
  const { read, now } = context
  const account = await read(findMailAccount)
  if (account === undefined || !(await isReady(context, account)))
    return { sent: 0, waiting: await read(countWaiting) }
  const outcomes: Delivery['outcome'][] = []
  for (const id of await read((db) => listDue(db, now))) {
    if (outcomes.at(-1) === 'paused') break
    const delivery = await deliver(context, serverOf(context.host, account), id)
    if (delivery !== null) outcomes.push(delivery.outcome)
  }
  const sent = outcomes.filter((outcome) => outcome === 'sent').length
  return { sent, waiting: await read(countWaiting) }
}

/**
 * Settles, before anything is delivered, what the last end of Kept left open: a letter whose last dot may have left
 * is unknown and never sent again by Kept, one that had not come so far waits again, and no wait reaches further
 * ahead than its own length.
 */
export async function settleOutbox(db: WriteDb, now: Instant): Promise<void> {
  const host = (await findMailAccount(db))?.host ?? ''
  for (const { id, state, attempts, isHeld, nextAttemptAt, error } of await listUnsettled(db)) {
    if (state === 'committing') {
      await leaveToUser(db, id, 'unknown', { code: 'E_MAIL_UNKNOWN', values: { host } })
      continue
    }
    const until = state === 'sending' ? now : cutWait({ at: nextAttemptAt ?? now, attempts, isHeld }, now)
    if (state === 'sending' || until !== nextAttemptAt) await keepWaiting(db, id, { until, attempts, error })
  }
}

/** Why no letter can go through this account at the moment, as a code; null where all is well. */
export function obstacleOf(account: MailAccount, host: Host): string | null {
  if (host.isClockSet && !isThisComputer(account.host)) return 'E_CLOCK_SET'
  if (account.user !== null && passwordFor(host, account) === null) return 'E_PASSWORD_NEEDED'
  const { pausedBecause } = account
  return pausedBecause === 'E_CLOCK_SET' || pausedBecause === 'E_PASSWORD_NEEDED' ? null : pausedBecause
}

/** Keeps why letters wait, for the Outbox to say; writes only what has changed. */
async function isReady({ write, host }: ErrandContext, account: MailAccount): Promise<boolean> {
  const obstacle = obstacleOf(account, host)
  if (obstacle !== account.pausedBecause) await write((db) => pauseMailAccount(db, obstacle))
  return obstacle === null
}

const serverOf = (host: Host, account: MailAccount): MailServer => ({
  host: account.host,
  port: account.port,
  security: account.security,
  user: account.user,
  password: account.user === null ? null : passwordFor(host, account),
})

/** One attempt: claimed, handed over with `committing` written before the last dot, settled (OM-2). */
async function deliver(
  { write, now, mail }: ErrandContext,
  server: MailServer,
  id: LetterId,
): Promise<Delivery | null> {
  const claimed = await write((db) => claimLetter(db, id, now))
  if (claimed === undefined) return null
  const { envelope, mime } = claimed
  const delivery = await mail.send(server, envelope, mime, () => write((db) => markCommitting(db, id)))
  await write((db) => settle(db, claimed, delivery, server.host, now))
  return delivery
}
