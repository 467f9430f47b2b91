import { Readable } from 'node:stream'
import type SMTPConnection from 'nodemailer/lib/smtp-connection'
import { Refusal } from '../../shared/lib/refusal'
import { minute } from '../../shared/lib/time'
import type { Delivery, Envelope, Mail, MailServer } from '../api/ports'
import { connect, leave, within, type SmtpSettings } from './smtp-connection'
import { failureOf, type SmtpError } from './smtp-outcome'

const usual: SmtpSettings = {
  connectMs: minute,
  greetingMs: minute,
  silenceMs: 11 * minute,
  attemptMs: 20 * minute,
  authority: null,
}

/** The world of mail servers, over SMTP. Say only which settings differ from the usual ones. */
export function smtpMail(settings: Partial<SmtpSettings> = {}): Mail {
  const all = { ...usual, ...settings }
  return {
    check: (server) => check(server, all),
    send: (server, envelope, bytes, beforeLastDot) => send(server, envelope, bytes, beforeLastDot, all),
  }
}

async function check(server: MailServer, settings: SmtpSettings): Promise<{ readonly greeting: string }> {
  try {
    const connection = await connect(server, settings)
    const said = String(connection.lastServerResponse || '')
    leave(connection)
    return { greeting: said.split('\n')[0]?.slice(0, 200) ?? '' }
  } catch (error) {
    if (error instanceof Refusal) throw error
    const { outcome, code, values } = failureOf(asSmtpError(error), server.host, server.port)
    throw new Refusal(outcome === 'later' ? 'unreachable' : 'not-allowed', code, values)
  }
}

async function send(
  server: MailServer,
  envelope: Envelope,
  bytes: Uint8Array,
  beforeLastDot: () => Promise<void>,
  settings: SmtpSettings,
): Promise<Delivery> {
  try {
    const connection = await connect(server, settings)
    return await handOver(connection, server, envelope, bytes, beforeLastDot, settings)
  } catch (error) {
    if (error instanceof Refusal) return { outcome: 'paused', code: error.code, values: error.values }
    return failureOf(asSmtpError(error), server.host, server.port)
  }
}

/**
 * Hands the letter to a server that has let us in. Until the dot may leave, every fault means "try again"; from
 * then on only an answer of the server tells what became of it, and silence means that nobody knows (OM-4).
 */
async function handOver(
  connection: SMTPConnection,
  server: MailServer,
  envelope: Envelope,
  bytes: Uint8Array,
  beforeLastDot: () => Promise<void>,
  settings: SmtpSettings,
): Promise<Delivery> {
  const dot = { mayLeave: false }
  const body = Readable.from(piecesOf(connection, bytes, beforeLastDot, dot), { objectMode: false })
  try {
    const done = await within(settings.attemptMs, sent(connection, envelope, body))
    leave(connection)
    return { outcome: 'sent', answer: done.response, refused: done.rejected }
  } catch (caught) {
    connection.close()
    const error = asSmtpError(caught)
    if (dot.mayLeave && !isAnswer(error))
      return { outcome: 'unknown', code: 'E_MAIL_UNKNOWN', values: { host: server.host } }
    return failureOf(error, server.host, server.port)
  }
}

/** Only a plain no tells that the letter was not taken; junk, and half a reply, tell nothing. */
const isAnswer = ({ responseCode = 0 }: SmtpError): boolean => responseCode >= 400 && responseCode < 600

const pieceBytes = 16_384

/** The letter piece by piece as the server takes it. The stream's end is what makes nodemailer write the dot. */
async function* piecesOf(
  connection: SMTPConnection,
  bytes: Uint8Array,
  beforeLastDot: () => Promise<void>,
  dot: { mayLeave: boolean },
): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += pieceBytes) yield bytes.subarray(from, from + pieceBytes)
  await beforeLastDot()
  if (connection.destroyed) throw new Error('The connection was closed before the end')
  dot.mayLeave = true
}

function sent(connection: SMTPConnection, envelope: Envelope, body: Readable) {
  return new Promise<SMTPConnection.SentMessageInfo>((resolve, reject) => {
    connection.send({ from: envelope.from, to: [...envelope.to] }, body, (error, info) => {
      if (error) reject(error)
      else resolve(info)
    })
  })
}

const asSmtpError = (error: unknown): SmtpError => (error instanceof Error ? error : new Error(String(error)))
