import { mkdtempSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '../db/open'
import { bundleProgram, rowsOf, startProgram } from '../db/testing'
import { hour, minute } from '../shared/lib/time'
import { at } from '../shared/testing'

const now = at('Tue 2026-11-24 10:40')
const root = mkdtempSync(join(tmpdir(), 'kept-delivery-'))

/** Message-IDs the server has taken, and what is done once a letter is complete, before the answer. */
const taken: string[] = []
let onLetter: () => Promise<void> = async () => undefined

const server = new SMTPServer({
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData(stream, _session, done) {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      taken.push(/^Message-ID: (.*)$/m.exec(Buffer.concat(chunks).toString())?.[1]?.trim() ?? '')
      void onLetter().then(() => done())
    })
  },
})
server.on('error', () => undefined)

let program = ''
let port = 0
beforeAll(async () => {
  program = bundleProgram('electron/mail-delivery.torture.ts')
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  port = (server.server.address() as AddressInfo).port
})
afterAll(async () => {
  await new Promise<void>((resolve) => server.close(resolve))
  rmSync(root, { recursive: true, force: true })
})
beforeEach(() => {
  taken.length = 0
  onLetter = async () => undefined
})

const start = (task: string, folder: string, moment: number, diesAt: string) =>
  startProgram(program, task, folder, String(port), String(moment), diesAt)

/** A folder in which a letter was sent by a process that was killed with -9 right after Send. */
async function sentAndKilled() {
  const folder = mkdtempSync(join(root, 'store-'))
  const child = start('send', folder, now, 'sent')
  const messageId = await child.firstLine
  await child.ended
  return { folder, messageId }
}

async function letterIn(folder: string) {
  const store = await openStore({ folder, now: Date.now(), version: '0.1.0' })
  const [letter] = await rowsOf(store, 'letter')
  const marks = { waits: await rowsOf(store, 'wait'), promises: await rowsOf(store, 'promise') }
  await store.close()
  return { letter, ...marks }
}

describe('a letter whose process is killed with -9', () => {
  it('right after Send is in the Outbox with its marks, and goes once after the next start (OM-1)', async () => {
    const { folder, messageId } = await sentAndKilled()
    const { letter, waits, promises } = await letterIn(folder)

    expect(letter).toMatchObject({ state: 'queued', message_id: messageId })
    expect([waits[0]?.ended_by, promises[0]?.state]).toEqual(['acknowledgement', 'open'])

    await start('deliver', folder, now + minute, '').ended
    await start('deliver', folder, now + hour, '').ended

    expect(taken).toEqual([messageId])
    expect((await letterIn(folder)).letter?.state).toBe('sent')
  }, 60_000)

  it.each([
    ['claimed', 'sent', 1],
    ['handing-over', 'sent', 1],
    ['committing', 'unknown', 0],
    ['handed-over', 'unknown', 1],
    ['settled', 'sent', 1],
  ])(
    'once it is %s ends as %s, and no server ever takes it twice (OM-2, OM-4)',
    async (step, state, times) => {
      const { folder, messageId } = await sentAndKilled()
      await start('deliver', folder, now + minute, step).ended

      for (const hours of [1, 2, 3]) await start('deliver', folder, now + hours * hour, '').ended

      const { letter, waits } = await letterIn(folder)
      expect([letter?.state, taken]).toEqual([state, Array.from({ length: times }, () => messageId)])
      expect(waits[0]?.ended_by).toBe('acknowledgement')
    },
    60_000,
  )

  it('while the server has the whole letter and has not answered is unknown, and stays so', async () => {
    const { folder, messageId } = await sentAndKilled()
    const child = start('deliver', folder, now + minute, '')
    onLetter = () => child.kill()
    await child.ended
    onLetter = async () => undefined

    await start('deliver', folder, now + hour, '').ended

    const { letter } = await letterIn(folder)
    expect([letter?.state, taken]).toEqual(['unknown', [messageId]])
    expect(JSON.parse(letter?.error ?? '')).toMatchObject({ code: 'E_MAIL_UNKNOWN' })
  }, 60_000)
})
