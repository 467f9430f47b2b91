import type { IncomingMessage } from 'node:http'
import { tokenIn } from './session'

const bodyAtMost = 1024 * 1024
/** Node would hide those beyond its own count. */
const linesAtMost = 100

/** Why a request is turned away before it is routed, with the status of the answer. */
export type TurnedAway = { readonly status: 403 | 405 | 411 | 413; readonly error: `E_${string}` }

/**
 * What is checked before routing, on every method and path: the one Host there is (LH-2), and for what could
 * change something that the page itself asks (LH-4). Null lets the request in.
 */
export function turnAway(request: IncomingMessage, port: number): TurnedAway | null {
  const host = `127.0.0.1:${port}`
  if (!isAddressedTo(request, host)) return { status: 403, error: 'E_HOST' }
  if (request.rawHeaders.length > 2 * linesAtMost) return { status: 413, error: 'E_TOO_LARGE' }
  if (!isFromPage(request, `http://${host}`)) return { status: 403, error: 'E_ORIGIN' }
  if (!['GET', 'HEAD', 'POST'].includes(request.method ?? '')) return { status: 405, error: 'E_METHOD' }
  if (request.method === 'POST') return turnAwayBody(request)
  return hasBody(request) ? { status: 413, error: 'E_TOO_LARGE' } : null
}

/** The token a request came with, in the one line there may be; '' without. */
export const tokenOf = (request: IncomingMessage): string => {
  const [first = '', ...more] = linesOf(request, 'authorization')
  return more.length === 0 ? tokenIn(first) : ''
}

/** A body is JSON, says its length (so the parser holds it to that), and is no larger than any request needs. */
function turnAwayBody(request: IncomingMessage): TurnedAway | null {
  const lengths = linesOf(request, 'content-length')
  if (!isJson(request)) return { status: 403, error: 'E_ORIGIN' }
  if (lengths.length !== 1) return { status: 411, error: 'E_LENGTH' }
  return Number(lengths[0]) > bodyAtMost ? { status: 413, error: 'E_TOO_LARGE' } : null
}

/** Whether a body comes behind the head, by what the head says. */
export const hasBody = (request: IncomingMessage): boolean =>
  linesOf(request, 'transfer-encoding').length > 0 ||
  linesOf(request, 'content-length').some((length) => Number(length) !== 0)

/** Exactly one Host line with exactly this host, and a plain path: no other host in the request line either. */
const isAddressedTo = (request: IncomingMessage, host: string) => {
  const [first, ...more] = linesOf(request, 'host')
  return first === host && more.length === 0 && request.url?.startsWith('/') === true
}

/**
 * Reading may go without an Origin; anything else must name ours. Another site may lead to the page (a link that is
 * clicked), and to nothing else.
 */
function isFromPage(request: IncomingMessage, origin: string): boolean {
  const [first, ...more] = linesOf(request, 'origin')
  if (more.length > 0) return false
  const isReading = request.method === 'GET' || request.method === 'HEAD'
  if (!isReading) return first === origin && isSameSite(request)
  return (first === undefined || first === origin) && (isSameSite(request) || isThePage(request))
}

const isSameSite = (request: IncomingMessage) =>
  linesOf(request, 'sec-fetch-site').every((site) => site === 'same-origin')

const isThePage = ({ url = '' }: IncomingMessage) => url === '/' || url.startsWith('/?')

const isJson = (request: IncomingMessage) => {
  const [first, ...more] = linesOf(request, 'content-type')
  return more.length === 0 && /^application\/json(;\s*charset=utf-8)?$/i.test(first ?? '')
}

/** Every line of this name as it was sent; Node's own `headers` would hide a second Host. */
const linesOf = ({ rawHeaders }: IncomingMessage, name: string) =>
  rawHeaders.filter((_, at) => at % 2 === 1 && rawHeaders[at - 1]?.toLowerCase() === name)
