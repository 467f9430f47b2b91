import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, request } from 'node:http'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bundleProgram } from '../../db/testing'
import { openSocket } from './testing'

/*
 * Kept in a process of its own, with somebody at its door who wants to keep the owner out or to fill the memory (LH-5).
 */

const root = mkdtempSync(join(tmpdir(), 'kept-flood-'))
const MB = 1024 * 1024
const lasting = 1_500
const atLeast = 10

let kept: Kept
beforeAll(async () => {
  kept = await startKept()
}, 60_000)
afterAll(async () => {
  await kept.stop()
  rmSync(root, { recursive: true, force: true })
})

type Condition = { readonly rss: number; readonly connections: number }
type Kept = {
  readonly port: number
  readonly token: string
  readonly condition: () => Promise<Condition>
  readonly stop: () => Promise<unknown>
}

async function startKept(): Promise<Kept> {
  const program = bundleProgram('electron/loopback.torture.ts')
  const child = spawn(process.execPath, ['--expose-gc', program, root], {
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  const { port, hash, origin } = new URL(String((await lines.next()).value))
  const traded = await fetch(`${origin}/session`, {
    ...{ method: 'POST', headers: { origin, 'content-type': 'application/json' } },
    body: JSON.stringify({ code: hash.slice(1) }),
  })
  const { token } = (await traded.json()) as { token: string }
  return {
    ...{ port: Number(port), token, stop: () => stop(child) },
    async condition() {
      child.stdin.write('\n')
      return JSON.parse(String((await lines.next()).value)) as Condition
    },
  }
}

function stop(child: ChildProcess): Promise<unknown> {
  child.stdin?.end()
  return once(child, 'exit')
}

/** What the owner's window asks most, on a connection of its own or on one that stays; how long it took, in ms. */
function ask(agent: Agent | false = false): Promise<number> {
  const began = performance.now()
  const headers = {
    ...{ origin: `http://127.0.0.1:${kept.port}`, authorization: `Bearer ${kept.token}` },
    ...{ 'content-type': 'application/json', 'content-length': 2 },
  }
  return new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port: kept.port,
      method: 'POST',
      path: '/api/today.show',
      headers,
      agent,
    }
    const asked = request(options, (response) => {
      let text = ''
      response.on('data', (chunk: Buffer) => (text += chunk.toString()))
      response.on('end', () =>
        text.startsWith('{"ok":true') ? resolve(performance.now() - began) : reject(new Error(text)),
      )
    })
    asked.on('error', reject)
    asked.end('{}')
  })
}

/** A window as it opens: the page without a token first, each on a connection of its own. */
const openPage = () =>
  new Promise<number>((resolve, reject) => {
    const options = { host: '127.0.0.1', port: kept.port, path: '/nothing', agent: false }
    request(options, (response) => response.resume().on('end', () => resolve(response.statusCode ?? 0)))
      .on('error', reject)
      .end()
  })

type Flood = { readonly stop: () => void; readonly ended: () => number }

/** As many connections as said, each begun again as soon as it was ended. */
function flood(count: number, behave: (socket: Socket) => void): Flood {
  const state = { isOver: false, ended: 0 }
  const sockets = new Set<Socket>()
  const open = () => {
    const socket = openSocket(kept.port, () => behave(socket))
    sockets.add(socket)
    socket.resume()
    socket.on('close', () => {
      sockets.delete(socket)
      state.ended += 1
      setTimeout(() => !state.isOver && open(), 50)
    })
  }
  for (let opened = 0; opened < count; opened++) open()
  return {
    ended: () => state.ended,
    stop() {
      state.isOver = true
      for (const socket of sockets) socket.destroy()
    },
  }
}

const dripping = (beginning: string) => (socket: Socket) => {
  socket.write(beginning)
  const drip = setInterval(() => socket.write('a'), 500)
  socket.on('close', () => clearInterval(drip))
}
const head = (path: string, ...lines: readonly string[]) =>
  [
    `POST ${path} HTTP/1.1`,
    `Host: 127.0.0.1:${kept.port}`,
    `Origin: http://127.0.0.1:${kept.port}`,
    ...lines,
    '',
  ].join('\r\n')
const withBody = (path: string, length: number) =>
  `${head(path, 'Content-Type: application/json', `Content-Length: ${length}`)}\r\n`
const block = Buffer.alloc(256 * 1024, 'a')
const pumping = (beginning: string) => (socket: Socket) => {
  const send = () => socket.writable && socket.write(block, send)
  socket.write(beginning, send)
}

const floods: readonly (readonly [string, number, (socket: Socket) => void])[] = [
  [
    '500 that say their head letter by letter',
    500,
    (socket) => dripping(`${head('/session')}X-Slow: `)(socket),
  ],
  ['500 that say nothing', 500, () => undefined],
  ['500 that say their code letter by letter', 500, (socket) => dripping(withBody('/session', 900))(socket)],
  [
    '500 that say a letter of a body for a token letter by letter',
    500,
    (socket) => dripping(withBody('/api/clients.add', 900_000))(socket),
  ],
  [
    '20 that send bodies of 10 GB',
    20,
    (socket) => pumping(withBody('/api/clients.add', 10 * 1024 * MB))(socket),
  ],
  [
    '20 that send chunks without end',
    20,
    (socket) =>
      pumping(
        `${head('/session', 'Content-Type: application/json', 'Transfer-Encoding: chunked')}\r\nffffffff\r\n`,
      )(socket),
  ],
  ['20 that send heads without end', 20, (socket) => pumping(`${head('/session')}X-Long: `)(socket)],
  [
    '3 that ask without waiting for answers',
    3,
    (socket) => void socket.write(`GET /api HTTP/1.1\r\nHost: 127.0.0.1:${kept.port}\r\n\r\n`.repeat(5_000)),
  ],
  [
    '100 that guess tokens',
    100,
    (socket) =>
      void socket.write(
        `GET /api HTTP/1.1\r\nHost: 127.0.0.1:${kept.port}\r\nAuthorization: Bearer guess\r\nConnection: close\r\n\r\n`,
      ),
  ],
]

describe('the owner is served within a second, and the memory stays as it was, with', () => {
  it.each(floods)(
    '%s',
    async (_, count, behave) => {
      const agent = new Agent({ keepAlive: true })
      for (let warm = 0; warm < 200; warm++) await ask(agent)
      const before = await kept.condition()
      const flooding = flood(count, behave)
      const times: number[] = []
      let most = before.rss
      const until = performance.now() + lasting
      while (performance.now() < until || times.length < atLeast) {
        times.push(await ask(), await ask(agent))
        expect(await openPage()).toBe(404)
        if (times.length % 10 === 0) most = Math.max(most, (await kept.condition()).rss)
        await sleep(50)
      }
      const { connections } = await kept.condition()
      flooding.stop()
      agent.destroy()

      const [slowest, usual] = [Math.max(...times), times.sort((a, b) => a - b)[times.length / 2] ?? 0]
      console.log(
        `${times.length} asked, usually ${usual.toFixed(0)} ms, slowest ${slowest.toFixed(0)} ms; ` +
          `${((most - before.rss) / MB).toFixed(1)} MB more; ${connections} connections, ${flooding.ended()} ended`,
      )
      // One that waited for its turn on a busy computer says nothing; all of them would.
      expect(usual).toBeLessThan(1_000)
      expect(most - before.rss).toBeLessThan(50 * MB)
    },
    120_000,
  )
})
