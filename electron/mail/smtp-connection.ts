import SMTPConnection from 'nodemailer/lib/smtp-connection'
import { isThisComputer } from '../../shared/domain/mail-account'
import { Refusal } from '../../shared/lib/refusal'
import type { MailServer } from '../api/ports'

/** How long each wait may last, in ms, and whom to trust besides the usual authorities (PEM). */
export type SmtpSettings = {
  readonly connectMs: number
  readonly greetingMs: number
  /** Silence after which a connection counts as dead; a server may take ten minutes over the last dot (RFC 5321 4.5.3.2.6). */
  readonly silenceMs: number
  /** The longest any step of an attempt may take, however busy the server looks. */
  readonly attemptMs: number
  readonly authority: string | null
}

/**
 * Connects and signs in. Gives up on whatever nodemailer calls an error; refuses E_TLS_NEEDED for a server
 * elsewhere without encryption, before anything is sent. TLS is never optional: what was asked for is had or not.
 */
export async function connect(server: MailServer, settings: SmtpSettings): Promise<SMTPConnection> {
  const { host, security } = server
  if (security === 'none' && !isThisComputer(host)) throw new Refusal('not-allowed', 'E_TLS_NEEDED', { host })
  const connection = new SMTPConnection(optionsFor(server, settings))
  connection.on('error', ignore)
  try {
    await within(settings.attemptMs, connected(connection))
    await within(settings.attemptMs, signIn(connection, server))
    return connection
  } catch (error) {
    connection.close()
    throw error
  }
}

/** Gives up on what takes longer, such as a server that sends a byte now and then and never ends its line. */
export function within<T>(ms: number, work: Promise<T>): Promise<T> {
  const tooLong = Object.assign(new Error('It took too long'), { code: 'ETIMEDOUT' })
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(tooLong), ms)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}

/** Says goodbye; a server that does not answer is left all the same. */
export function leave(connection: SMTPConnection): void {
  connection.quit()
  setTimeout(() => connection.close(), patienceAtEnd).unref()
}

const patienceAtEnd = 2_000

/** Late errors of a connection that was left say nothing about any letter. */
const ignore = () => undefined

/** The machine's own name is nobody's business: it introduces itself by its loopback address. */
const introducedAs = '[127.0.0.1]'

function optionsFor({ host, port, security }: MailServer, settings: SmtpSettings): SMTPConnection.Options {
  return {
    host: host.replace(/^\[|\]$/g, ''),
    port,
    name: introducedAs,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ignoreTLS: security === 'none',
    tls: {
      minVersion: 'TLSv1.2',
      rejectUnauthorized: true,
      ...(settings.authority === null ? {} : { ca: settings.authority }),
    },
    connectionTimeout: settings.connectMs,
    greetingTimeout: settings.greetingMs,
    socketTimeout: settings.silenceMs,
    allowInternalNetworkInterfaces: true,
  }
}

const connected = (connection: SMTPConnection) =>
  new Promise<void>((resolve, reject) => {
    connection.once('error', reject)
    connection.connect((error) => (error ? reject(error) : resolve()))
  })

async function signIn(connection: SMTPConnection, { user, password }: MailServer): Promise<void> {
  if (user === null || password === null) return
  await new Promise<void>((resolve, reject) => {
    connection.once('error', reject)
    connection.once('end', () => reject(new Error('The connection was closed')))
    connection.login({ user, pass: password }, (error) => (error ? reject(error) : resolve()))
  })
}
