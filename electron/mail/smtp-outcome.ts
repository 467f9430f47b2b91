import type { Refusal, RefusalValues } from '../../shared/lib/refusal'

/** An error as nodemailer gives it: what it was about, and what the server said, if it said anything. */
export type SmtpError = Error & {
  readonly code?: string | undefined
  readonly originalCode?: string | undefined
  readonly responseCode?: number | undefined
  readonly response?: string | undefined
  readonly recipient?: string | undefined
  readonly rejectedErrors?: readonly SmtpError[] | undefined
  readonly cert?: { readonly subject?: { readonly CN?: unknown } }
}

/** What an error means for the letter: see Delivery in the ports. */
export type Failure = {
  readonly outcome: 'later' | 'paused' | 'refused'
  readonly code: Refusal['code']
  readonly values: RefusalValues
}

/**
 * What an error before the last dot means, or one with which the server answered it: try again, ask the user
 * about the account, or give up this letter.
 */
export function failureOf(error: SmtpError, host: string, port: number): Failure {
  const answer = answerOf(error)
  if (isCertificate(error)) return later('E_TLS_CERT', { host, ...certificateOf(error) })
  if (error.code === 'ETLS' || isTls(error)) return later('E_TLS_MISSING', { host })
  if (error.code === 'EAUTH') return afterSignIn(error, host, answer)
  if (error.responseCode === 530) return { outcome: 'paused', code: 'E_SMTP_AUTH', values: { host, answer } }
  if (isRefused(error)) {
    const recipient = recipientOf(error)
    const values = { host, recipient, which: recipient === '' ? 'letter' : 'recipient', answer }
    return { outcome: 'refused', code: 'E_SMTP_REJECTED', values }
  }
  if (answer !== '') return later('E_SMTP_BUSY', { host, answer })
  return later('E_SMTP_UNREACHABLE', { host, port, why: reasonOf(error) })
}

const later = (code: Refusal['code'], values: RefusalValues): Failure => ({ outcome: 'later', code, values })

/** A server that is short of breath says 4xx; only a plain no is one. */
function afterSignIn(error: SmtpError, host: string, answer: string): Failure {
  if (error.responseCode !== undefined && error.responseCode < 500)
    return later('E_SMTP_BUSY', { host, answer })
  return { outcome: 'paused', code: 'E_SMTP_AUTH', values: { host, answer } }
}

/** 503 says that the conversation went wrong, not that the letter is unwanted. */
const isRefused = ({ code, responseCode = 0 }: SmtpError): boolean =>
  (code === 'EENVELOPE' || code === 'EMESSAGE') && responseCode >= 500 && responseCode !== 503

const recipientOf = ({ recipient, rejectedErrors }: SmtpError): string =>
  recipient ?? rejectedErrors?.map((error) => error.recipient ?? '').join(', ') ?? ''

/** The server's own words on one line, as far as a sentence can bear them. */
const answerOf = ({ response }: SmtpError): string =>
  (response ?? '')
    .replaceAll(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 300)

const isCertificate = ({ originalCode = '' }: SmtpError): boolean =>
  /CERT|SELF_SIGNED|UNABLE_TO_(GET|VERIFY)|PATH_LENGTH|INVALID_(CA|PURPOSE)|CRL|HOSTNAME_MISMATCH/.test(
    originalCode,
  )

const isTls = ({ originalCode = '' }: SmtpError): boolean => /^(ERR_SSL|ERR_TLS|EPROTO)/.test(originalCode)

function certificateOf({ originalCode = '', cert }: SmtpError): RefusalValues {
  const name = cert?.subject?.CN
  const shownFor = typeof name === 'string' ? name.slice(0, 100) : ''
  if (originalCode === 'ERR_TLS_CERT_ALTNAME_INVALID') return { why: 'otherName', shownFor }
  if (originalCode === 'CERT_HAS_EXPIRED') return { why: 'expired', shownFor }
  return { why: originalCode.includes('SELF_SIGNED') ? 'selfSigned' : 'untrusted', shownFor }
}

function reasonOf({ code, originalCode }: SmtpError): string {
  if (code === 'ETIMEDOUT') return 'timeout'
  if (code === 'EDNS') return 'notFound'
  return originalCode === 'ECONNREFUSED' ? 'refused' : 'closed'
}
