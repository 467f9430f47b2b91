import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { Refusal } from '../../shared/lib/refusal'
import { minute } from '../../shared/lib/time'
import { createCrowd } from './crowd'
import { answerUnreadable, refuse, setHeaders } from './refuse'
import { tokenOf, turnAway } from './gate'
import { routesOf, type Served } from './routes'

/** The loopback host while it serves. */
export type Loopback = {
  readonly port: number
  /** A new one-time link to another window (60 seconds, single use). */
  readonly makeLink: () => string
  readonly close: () => Promise<void>
}

/** No header is longer and no request slower than this; who is too slow is looked for every second. */
const limits = {
  maxHeaderSize: 16 * 1024,
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  connectionsCheckingInterval: 1_000,
  keepAliveTimeout: 5_000,
}

/**
 * Serves Kept to browsers of this computer, on 127.0.0.1 only; port 0 lets the system choose. Refuses
 * E_PORT_TAKEN and E_PORT_REFUSED.
 */
export async function serveLoopback(served: Served, wishedPort: number): Promise<Loopback> {
  const server = createServer({ ...limits, requireHostHeader: false })
  const port = await listen(server, wishedPort)
  answerAll(server, served, port)
  return {
    port,
    makeLink: () => `http://127.0.0.1:${port}/#${served.sessions.makeCode()}`,
    close: () => close(server),
  }
}

function answerAll(server: Server, served: Served, port: number): void {
  const listener = getRequestListener(routesOf(served).fetch, { overrideGlobalObjects: false })
  const tell = onceAMinute((error) => served.onTurnedAway?.(`turned away: ${error}`))
  const crowd = createCrowd()
  const receive = (request: IncomingMessage, response: ServerResponse, isToGoOn = false) => {
    // Node reads on to the end of what has come, also after a connection was ended.
    if (request.socket.destroyed) return
    const turnedAway = turnAway(request, port)
    const isKnown = turnedAway === null && served.sessions.isToken(tokenOf(request))
    if (!crowd.hear(request.socket, response, isKnown)) return void request.socket.destroy()
    setHeaders(response)
    if (turnedAway === null) {
      if (isToGoOn) response.writeContinue()
      return void listener(request, response)
    }
    tell(turnedAway.error)
    refuse(request, response, turnedAway)
  }
  server.on('connection', crowd.admit)
  server.on('request', receive)
  // Left to Node, a request that expects something would be answered before the gate.
  server.on('checkContinue', (request, response) => receive(request, response, true))
  server.on('checkExpectation', receive)
  server.on('connect', (_, socket) => answerUnreadable(null, socket))
  server.on('clientError', answerUnreadable)
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

/** Says each reason once a minute, so that somebody who knocks all day does not fill the disk. */
function onceAMinute(say: (what: string) => void): (what: string) => void {
  const saidAt = new Map<string, number>()
  return (what) => {
    if (performance.now() - (saidAt.get(what) ?? Number.NEGATIVE_INFINITY) < minute) return
    saidAt.set(what, performance.now())
    say(what)
  }
}

const close = (server: Server) =>
  new Promise<void>((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
