import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { Duplex } from 'node:stream'
import { getRequestListener } from '@hono/node-server'
import { Refusal } from '../../shared/lib/refusal'
import { minute } from '../../shared/lib/time'
import { pageHeaders } from '../api/page'
import { turnAway, type TurnedAway } from './gate'
import { routesOf, type Served } from './routes'

/** The loopback host while it serves. */
export type Loopback = {
  readonly port: number
  /** A new one-time link to another window (60 seconds, single use). */
  readonly makeLink: () => string
  readonly close: () => Promise<void>
}

/** No header is longer, no request slower and no crowd larger than this; who is too slow is looked for every second. */
const limits = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 1_000,
}
const connectionsAtMost = 100

/**
 * Serves Kept to browsers of this computer, on 127.0.0.1 only; port 0 lets the system choose. Refuses
 * E_PORT_TAKEN and E_PORT_REFUSED.
 */
export async function serveLoopback(served: Served, wishedPort: number): Promise<Loopback> {
  const listener = getRequestListener(routesOf(served).fetch, { overrideGlobalObjects: false })
  const server = createServer({ ...limits, requireHostHeader: false, keepAliveTimeout: 5_000 })
  server.maxConnections = connectionsAtMost
  const tell = onceAMinute((error) => served.onTurnedAway?.(`turned away: ${error}`))
  const port = await listen(server, wishedPort)
  const receive = (request: IncomingMessage, response: ServerResponse) => {
    const turnedAway = turnAway(request, port)
    if (turnedAway !== null) tell(turnedAway.error)
    setHeaders(response)
    if (turnedAway === null) void listener(request, response)
    else refuse(response, turnedAway)
  }
  server.on('request', receive)
  // Left to Node, a request with an Expect of its own would be answered before the gate.
  server.on('checkExpectation', receive)
  server.on('clientError', (_, socket) => answerUnreadable(socket))
  return {
    port,
    makeLink: () => `http://127.0.0.1:${port}/#${served.sessions.makeCode()}`,
    close: () => close(server),
  }
}

const listen = (server: Server, port: number) =>
  new Promise<number>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(portRefusal(error, port)))
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => {
      const address = server.address()
      resolve(typeof address === 'object' && address !== null ? address.port : port)
    })
  })

function portRefusal(error: NodeJS.ErrnoException, port: number): unknown {
  if (error.code === 'EADDRINUSE') return new Refusal('conflict', 'E_PORT_TAKEN', { port })
  if (error.code === 'EACCES') return new Refusal('not-allowed', 'E_PORT_REFUSED', { port })
  return error
}

/** Every answer carries the headers, whoever writes it. */
function setHeaders(response: ServerResponse): void {
  for (const [name, value] of Object.entries(pageHeaders)) response.setHeader(name, value)
}

function refuse(response: ServerResponse, { status, error }: TurnedAway): void {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify({ error }))
}

/** Says each reason once a minute, so that somebody who knocks all day does not fill the disk. */
function onceAMinute(say: (what: string) => void): (what: string) => void {
  const saidAt = new Map<string, number>()
  return (what) => {
    if (performance.now() - (saidAt.get(what) ?? Number.NEGATIVE_INFINITY) < minute) return
    saidAt.set(what, performance.now())
    say(what)
  }
}

/** What the parser itself could not read gets its 400, with the same headers. */
function answerUnreadable(socket: Duplex): void {
  if (!socket.writable) return
  const headers = Object.entries({ ...pageHeaders, connection: 'close' }).map(
    ([name, value]) => `${name}: ${value}`,
  )
  socket.end(['HTTP/1.1 400 Bad Request', ...headers, '', ''].join('\r\n'))
}

const close = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
