import type { MailAccount, MailAccountDetails, Security } from '../../shared/domain/mail-account'
import { lineOf } from '../form/typed'

/** The mail account as typed; the password is never part of it, so that it is kept nowhere. */
export type MailTyped = {
  readonly host: string
  readonly port: number | null
  readonly security: Security
  readonly user: string
  readonly fromName: string
  readonly fromAddress: string
}

/** The ports that go with a kind of connection. */
const usualPorts: Readonly<Record<Security, number>> = { tls: 465, starttls: 587, none: 25 }

/** The account as it is kept, or an empty one of somebody. */
export const typedMail = (account: MailAccount | null, userName: string): MailTyped =>
  account === null
    ? {
        host: '',
        port: usualPorts.starttls,
        security: 'starttls',
        user: '',
        fromName: userName,
        fromAddress: '',
      }
    : {
        host: account.host,
        port: account.port,
        security: account.security,
        user: account.user ?? '',
        fromName: account.fromName,
        fromAddress: account.fromAddress,
      }

/** The account as it is asked for; a port that is missing is refused as port 0. */
export const mailDetails = ({ port, user, ...typed }: MailTyped): MailAccountDetails => ({
  ...typed,
  port: port ?? 0,
  user: lineOf(user),
})

/** The port goes along with the kind of connection, unless it is one of the user's own. */
export const withSecurity = ({ port, security }: MailTyped, next: Security): Partial<MailTyped> => ({
  security: next,
  port: port === null || port === usualPorts[security] ? usualPorts[next] : port,
})
