import { connect, type Socket } from 'node:net'
import { openTestBackend, type TestBackend } from '../testing'
import type { PageFiles } from '../api/page'
import { serveLoopback, type Loopback } from './server'
import { createSessions } from './session'

/** A loopback host on a store in memory, with the token of its owner and one of an earlier start. */
export type TestLoopback = {
  readonly test: TestBackend
  readonly loopback: Loopback
  readonly host: string
  readonly origin: string
  readonly token: string
  readonly oldToken: string
  /** Lets the minute pass in which wrong tries are counted. */
  readonly forgetTries: () => void
  /** What was noted of requests that were turned away. */
  readonly noted: readonly string[]
  readonly close: () => Promise<void>
}

export const testFiles: PageFiles = new Map([
  ['/', { type: 'text/html; charset=utf-8', bytes: new TextEncoder().encode('<title>Kept</title>') }],
  ['/assets/index.js', { type: 'text/javascript; charset=utf-8', bytes: new TextEncoder().encode('1') }],
])

export async function openTestLoopback(): Promise<TestLoopback> {
  const test = await openTestBackend()
  const clock = { at: 0 }
  const [sessions, earlier] = [createSessions(() => clock.at), createSessions()]
  const token = sessions.trade(sessions.makeCode()) ?? ''
  const noted: string[] = []
  const loopback = await serveLoopback(
    {
      ...{ backend: test.backend, files: testFiles, sessions, clock: { now: test.now }, language: 'en' },
      onTurnedAway: (what) => void noted.push(what),
    },
    0,
  )
  const host = `127.0.0.1:${loopback.port}`
  return {
    ...{ test, loopback, host, origin: `http://${host}`, token, noted },
    oldToken: earlier.trade(earlier.makeCode()) ?? '',
    forgetTries: () => void (clock.at += 61_000),
    async close() {
      await loopback.close()
      await test.close()
    },
  }
}

/** An answer as it came over the wire; status 0 where the connection ended without one. */
export type RawAnswer = {
  readonly status: number
  readonly headers: ReadonlyMap<string, string>
  readonly body: string
}

/**
 * Sends bytes as they are and gives what came back once the connection has ended, or `isEnough` says so of what
 * came so far; nothing is taken for granted but the line, the headers and the blank line between.
 */
export const askRaw = (
  port: number,
  text: string | Uint8Array,
  isEnough: (sofar: string) => boolean = () => false,
): Promise<RawAnswer> =>
  new Promise((resolve) => {
    const socket = openSocket(port, () => socket.write(text))
    let answer = ''
    const finish = () => {
      socket.destroy()
      resolve(readAnswer(answer))
    }
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString('latin1')
      if (isEnough(answer)) finish()
    })
    socket.on('close', finish)
  })

/** A connection whose end, however it comes, is no fault of the test. */
export function openSocket(port: number, onOpen: () => void = () => undefined): Socket {
  const socket = connect(port, '127.0.0.1', onOpen)
  socket.on('error', () => undefined)
  return socket
}

/** Headers and as much of the body as they announce. */
export function isWhole(sofar: string): boolean {
  const end = sofar.indexOf('\r\n\r\n')
  if (end < 0) return false
  const head = sofar.slice(0, end).toLowerCase()
  const length = /content-length: (\d+)/.exec(head)?.[1]
  if (length !== undefined) return sofar.length >= end + 4 + Number(length)
  return head.includes('transfer-encoding: chunked') && sofar.endsWith('\r\n\r\n')
}

export function readAnswer(text: string): RawAnswer {
  const [head = '', ...rest] = text.split('\r\n\r\n')
  const [first = '', ...lines] = head.split('\r\n')
  const headers = new Map(
    lines.map((line) => [line.slice(0, line.indexOf(':')).toLowerCase(), line.slice(line.indexOf(':') + 2)]),
  )
  return { status: Number(/^HTTP\/1\.1 (\d{3})/.exec(first)?.[1] ?? 0), headers, body: rest.join('\r\n\r\n') }
}
