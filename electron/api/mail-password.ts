import type { MailAccountDetails } from '../../shared/domain/mail-account'
import type { Host } from './ports'

/*
 * The one password there is lives in the host's memory, after a line that names the server and user it was given
 * for, so that it is never shown to another.
 */

type Whose = Pick<MailAccountDetails, 'host' | 'port' | 'security' | 'user'>

/** The password given for this very server and user since Kept was started, or null. */
export function passwordFor(host: Host, account: Whose): string | null {
  const whose = lineFor(account)
  const remembered = host.password.get()
  return remembered?.startsWith(whose) ? remembered.slice(whose.length) : null
}

/** Holds a password in memory until Kept is closed, for this server and user only (SE-1). */
export const rememberPassword = (host: Host, account: Whose, password: string): void =>
  host.password.set(lineFor(account) + password)

/** JSON writes a line break in a name as two signs, so the line ends where it seems to. */
const lineFor = ({ host, port, security, user }: Whose): string =>
  `${JSON.stringify([host, port, security, user])}\n`
