import { STATUS_CODES, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { pageHeaders } from '../api/page'
import { hasBody, type TurnedAway } from './gate'

/** How long a body that nobody wants may go on, in ms, so that the answer arrives before the connection is ended. */
const lingering = 1_000
/** How much of it is read meanwhile; whoever sends more has to wait. */
const readAtMost = 256 * 1024

/** Every answer carries the headers, whoever writes it. */
export function setHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(pageHeaders)) response.setHeader(name, value)
}

/** Answers a request that goes no further; where a body comes behind it, that is the end of the connection. */
export function refuse(request: IncomingMessage, response: ServerResponse, { status, error }: TurnedAway) {
  const body = JSON.stringify({ error })
  if (hasBody(request)) return cutOff(request, status, body)
  response.writeHead(status, { 'content-type': 'application/json', 'content-length': body.length })
  response.end(body)
}

/** Node would end the connection at once, and the answer would be lost to whoever is still sending. */
function cutOff(request: IncomingMessage, status: number, body: string): void {
  const { socket } = request
  const read = { bytes: 0 }
  write(socket, status, request.method === 'HEAD' ? '' : body)
  request.on('data', (chunk: Buffer) => {
    read.bytes += chunk.length
    if (read.bytes > readAtMost) request.pause()
  })
  request.once('end', () => socket.end())
  setTimeout(() => socket.destroy(), lingering).unref()
}

/** What Node's parser gave up on for another reason than that it is no HTTP: too much, or too slow. */
const statusOf: Readonly<Record<string, number>> = { HPE_HEADER_OVERFLOW: 413, ERR_HTTP_REQUEST_TIMEOUT: 408 }

/** Answers what the parser itself could not read, with the same headers, and ends the connection. */
export function answerUnreadable(error: NodeJS.ErrnoException | null, socket: Duplex): void {
  if (!socket.writable) return void socket.destroy()
  write(socket, statusOf[error?.code ?? ''] ?? 400, '')
  socket.end()
  setTimeout(() => socket.destroy(), lingering).unref()
}

function write(socket: Duplex, status: number, body: string): void {
  const own = {
    'content-type': 'application/json',
    'content-length': String(body.length),
    connection: 'close',
  }
  const headers = Object.entries({ ...pageHeaders, ...own }).map(([name, value]) => `${name}: ${value}`)
  socket.write([`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`, ...headers, '', body].join('\r\n'))
}
