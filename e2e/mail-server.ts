import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** A real mail server on this computer that keeps the letters it takes. */
export type MailServer = {
  readonly port: number
  /** Every letter it has taken, as it came. */
  readonly letters: readonly string[]
  readonly stop: () => Promise<void>
}

/** How it treats who comes: the password it asks for, if it asks for one. Port 0 lets the system choose. */
export type MailServerOptions = { readonly port?: number; readonly password?: string }

/** Opens a mail server that speaks without encryption, as one on the same computer may. */
export async function openMailServer({ port = 0, password }: MailServerOptions = {}): Promise<MailServer> {
  const letters: string[] = []
  const server = new SMTPServer({
    disabledCommands: password === undefined ? ['AUTH', 'STARTTLS'] : ['STARTTLS'],
    allowInsecureAuth: true,
    authOptional: password === undefined,
    onAuth: (auth, _, done) =>
      auth.password === password ? done(null, { user: auth.username }) : done(new Error('Wrong password')),
    onData(stream, _, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        letters.push(Buffer.concat(parts).toString())
        done()
      })
    },
  })
  // A client that is killed in the middle leaves a broken connection behind; the server goes on.
  server.on('error', () => undefined)
  server.listen(port, '127.0.0.1')
  await once(server.server, 'listening')
  return {
    port: (server.server.address() as AddressInfo).port,
    letters,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
