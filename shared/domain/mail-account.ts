import * as z from 'zod/mini'
import { EmailAddress, Line } from './typed'

/** How the connection to the mail server is kept safe; `none` is for a server on this computer only. */
export const Security = z.enum(['tls', 'starttls', 'none'], 'invalid.choice')
export type Security = z.infer<typeof Security>

/** The account letters are sent through; `user` is null where the server asks for no password. */
export const MailAccountDetails = z.strictObject({
  host: z
    .string('invalid.host')
    .check(
      z.trim(),
      z.toLowerCase(),
      z.regex(/^(?=.{1,253}$)[a-z0-9]([a-z0-9.-]*[a-z0-9])?$|^\[?::1\]?$/, 'invalid.host'),
    ),
  port: z.int('invalid.port').check(z.minimum(1, 'invalid.port'), z.maximum(65_535, 'invalid.port')),
  security: Security,
  user: z.nullable(Line),
  fromName: Line,
  fromAddress: EmailAddress,
})
export type MailAccountDetails = z.infer<typeof MailAccountDetails>

/** The account as kept; the password is never part of it. `pausedBecause` is a code such as E_SMTP_AUTH. */
export type MailAccount = MailAccountDetails & {
  readonly pausedBecause: string | null
  readonly checkedAt: number | null
  readonly revision: number
}

/** Whether a host is this computer itself; only there may a letter go without encryption or password. */
export const isThisComputer = (host: string): boolean =>
  /^(localhost|127(\.(25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)){3}|\[?::1\]?)$/.test(host)
