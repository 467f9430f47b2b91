import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openSocket, openTestLoopback, type TestLoopback } from './testing'

let door: TestLoopback
let sockets: Socket[]
beforeEach(async () => {
  door = await openTestLoopback()
  sockets = []
})
afterEach(async () => {
  for (const socket of sockets) socket.destroy()
  await door.close()
})

/** A connection that asks when it is told to, and how many answers it has got. */
function open() {
  const socket = openSocket(door.loopback.port)
  const state = { answers: '' }
  sockets.push(socket)
  socket.on('data', (chunk: Buffer) => (state.answers += chunk.toString()))
  const ask = (...lines: readonly string[]) =>
    socket.write(['GET /api HTTP/1.1', `Host: ${door.host}`, ...lines, '', ''].join('\r\n'))
  return {
    socket,
    ask,
    statuses: () => [...state.answers.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status),
  }
}
const isOpen = ({ socket }: { readonly socket: Socket }) => !socket.closed
const crowd = (count: number) => Array.from({ length: count }, open)

it('lets a hundred connections stay and ends those first that were not heard for longest', async () => {
  const early = crowd(60)
  await vi.waitFor(() => expect(early.every(({ socket }) => !socket.connecting)).toBe(true))
  const [speaking, ...silent] = early
  const late = crowd(90)
  await vi.waitFor(() => expect(late.every(({ socket }) => !socket.connecting)).toBe(true))
  speaking?.ask()

  await vi.waitFor(() => expect([...early, ...late].filter(isOpen)).toHaveLength(100))
  expect(late.every(isOpen)).toBe(true)
  expect(silent.filter(isOpen)).toHaveLength(9)
  expect(speaking?.statuses()).toEqual(['401'])
})

it('ends no connection that has shown a token, however many strangers come', async () => {
  const owner = open()
  owner.ask(`Authorization: Bearer ${door.token}`)
  await vi.waitFor(() => expect(owner.statuses()).toEqual(['200']))

  const strangers = crowd(300)
  await vi.waitFor(() => expect(strangers.filter(isOpen)).toHaveLength(99))
  owner.ask(`Authorization: Bearer ${door.token}`)
  await vi.waitFor(() => expect(owner.statuses()).toEqual(['200', '200']))
})

it('gives whoever has just come the chance to be heard, although others spoke later', async () => {
  const chatting = crowd(110)
  const talk = () => chatting.forEach((one) => isOpen(one) && one.ask())
  await vi.waitFor(() => expect(chatting.every(({ socket }) => !socket.connecting)).toBe(true))
  await sleep(400)
  const owner = open()
  await vi.waitFor(() => expect(owner.socket.connecting).toBe(false))
  talk()

  await vi.waitFor(() => expect(chatting.filter(isOpen).length).toBeLessThan(110))
  owner.ask(`Authorization: Bearer ${door.token}`)
  await vi.waitFor(() => expect(owner.statuses()).toEqual(['200']))
})

it('lets in and answers whoever comes while it is full', async () => {
  crowd(500)
  for (let comes = 0; comes < 5; comes++) {
    const owner = open()
    owner.ask(`Authorization: Bearer ${door.token}`)
    await vi.waitFor(() => expect(owner.statuses()).toEqual(['200']))
    crowd(100)
    await sleep(20)
  }
})
