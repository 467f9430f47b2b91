import * as z from 'zod/mini'
import type { MailAccountDetails } from '../../shared/domain/mail-account'
import type { Host } from './ports'

/*
 * The one password there is lives in the host's memory, together with the server and user it was given for, so
 * that it is never shown to another.
 */

type Whose = Pick<MailAccountDetails, 'host' | 'port' | 'security' | 'user'>

const Remembered = z.strictObject({ whose: z.string(), password: z.string() })

/** The password given for this very server and user since Kept was started, or null. */
export function passwordFor(host: Host, account: Whose): string | null {
  const text = host.password.get()
  if (text === null) return null
  const { whose, password } = Remembered.parse(JSON.parse(text))
  return whose === nameOf(account) ? password : null
}

/** Holds a password in memory until Kept is closed, for this server and user only (SE-1). */
export function rememberPassword(host: Host, account: Whose, password: string): void {
  host.password.set(JSON.stringify({ whose: nameOf(account), password }))
}

const nameOf = ({ host, port, security, user }: Whose): string => JSON.stringify([host, port, security, user])
