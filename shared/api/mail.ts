import * as z from 'zod/mini'
import { Revision } from '../domain/ids'
import { MailAccountDetails, type MailAccount } from '../domain/mail-account'
import { command, errand, query } from './contract'

const Password = z
  .string('invalid.password')
  .check(z.minLength(1, 'invalid.empty'), z.maxLength(1_000, 'invalid.password'))

/**
 * What the Outbox says because the computer's clock was moved: by how much and which way, and how many letters are
 * on hold for it. It asks about those letters, or tells of letters that keep their times, or asks only whether the
 * clock is right; null where it says nothing.
 */
export type ClockNotice = {
  readonly n: number
  readonly unit: 'years' | 'days' | 'hours' | 'minutes'
  readonly way: 'forward' | 'back'
  readonly letters: number
  readonly asks: 'letters' | 'kept' | 'clock'
} | null

/** The mail account, and the errands that go to its server. */
export const mail = {
  /** `needsPassword` is true while letters wait for a password kept in memory only. */
  account: query({}).returns<{ readonly account: MailAccount | null }>(),
  status: errand({}).returns<{
    readonly needsPassword: boolean
    readonly waiting: number
    readonly host: string | null
  }>(),
  /** Refuses E_TLS_NEEDED for a server elsewhere without encryption. */
  setAccount: command(
    { revision: z.nullable(Revision), ...MailAccountDetails.shape },
    { undo: true },
  ).returns<MailAccount>(),
  removeAccount: command({ revision: Revision }, { undo: true }).returns<null>(),
  /** Keeps the password in memory until Kept is closed, and lets waiting letters go. */
  unlock: errand({ password: Password }).returns<null>(),
  /** Connects, signs in, and says what the server answered; keeps the password in memory if it was right. */
  check: errand({ ...MailAccountDetails.shape, password: z.optional(z.nullable(Password)) }).returns<{
    readonly greeting: string
  }>(),
  /** Whether the computer's clock was moved, and what is on hold because of it. */
  clock: errand({}).returns<{ readonly notice: ClockNotice }>(),
  /** The clock is right as it is: letters on hold because it was moved go now. */
  trustClock: errand({}).returns<{ readonly letters: number }>(),
  /** Letters on hold keep their times: they wait until the clock is put back, or are sent by hand. */
  keepTimes: command({}, { undo: true }).returns<{ readonly letters: number }>(),
  /** Delivers what is due from the Outbox; asked by the scheduler. */
  deliver: errand({}).returns<{ readonly sent: number; readonly waiting: number }>(),
}
