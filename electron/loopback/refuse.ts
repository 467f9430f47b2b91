import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { pageHeaders } from '../api/page'
import type { TurnedAway } from './gate'

/** How long, in ms, and how much is still read of what nobody wants, so that the answer arrives before the end. */
const lingering = 1_000
const readOnAtMost = 4 * 1024 * 1024

/** Every answer carries the headers, whoever writes it. */
export function setHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(pageHeaders)) response.setHeader(name, value)
}

/** Answers a request that goes no further; a body that is still coming is cut off soon. */
export function refuse(request: IncomingMessage, response: ServerResponse, { status, error }: TurnedAway) {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ error }))
  if (!request.complete) cutOff(request)
}

function cutOff(request: IncomingMessage): void {
  const { socket } = request
  const left = { bytes: readOnAtMost }
  const ending = setTimeout(() => socket.destroy(), lingering)
  request.on('data', (chunk: Buffer) => {
    left.bytes -= chunk.length
    if (left.bytes < 0) socket.destroy()
  })
  request.once('close', () => clearTimeout(ending))
}

/** What stands in the first line of an answer to what Node's parser gave up on: too much, too slow, or not HTTP. */
const statusLines: Readonly<Record<string, string>> = {
  HPE_HEADER_OVERFLOW: '413 Content Too Large',
  ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout',
}

/** Answers what the parser itself could not read, with the same headers, and ends the connection. */
export function answerUnreadable(error: NodeJS.ErrnoException | null, socket: Duplex): void {
  if (!socket.writable) return void socket.destroy()
  const headers = Object.entries({ ...pageHeaders, 'content-length': '0', connection: 'close' }).map(
    ([name, value]) => `${name}: ${value}`,
  )
  const status = statusLines[error?.code ?? ''] ?? '400 Bad Request'
  socket.end([`HTTP/1.1 ${status}`, ...headers, '', ''].join('\r\n'))
  setTimeout(() => socket.destroy(), lingering).unref()
}
