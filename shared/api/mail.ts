import * as z from 'zod/mini'
import { Revision } from '../domain/ids'
import { MailAccountDetails, type MailAccount } from '../domain/mail-account'
import { command, errand, query } from './contract'

const Password = z
  .string('invalid.password')
  .check(z.minLength(1, 'invalid.empty'), z.maxLength(1_000, 'invalid.password'))

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
  /** Delivers what is due from the Outbox; asked by the scheduler. */
  deliver: errand({}).returns<{ readonly sent: number; readonly waiting: number }>(),
}
