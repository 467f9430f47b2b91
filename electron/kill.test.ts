import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connect } from '../db/connection'
import { openStore } from '../db/open'
import { bundleProgram, rowsOf, seedBusiness, startProgram } from '../db/testing'
import type { Store } from '../db/store'
import type { Answered, Asked, Known } from './writes.torture'

const root = mkdtempSync(join(tmpdir(), 'kept-writes-'))
const now = Date.UTC(2026, 10, 24, 10, 40)
const stores = 8
const kills = 25
let program = ''

beforeAll(() => {
  program = bundleProgram('electron/writes.torture.ts')
}, 30_000)
afterAll(() => rmSync(root, { recursive: true, force: true }))

/** Everything that was acknowledged so far, in order, and the one command nobody knows the end of. */
type Told = { readonly answered: Answered[]; open: Asked | null }

it(`loses no acknowledged write and tears none, killed ${stores * kills} times while writing`, async () => {
  for (let made = 0; made < stores; made += 2) {
    const written = await Promise.all([killAgainAndAgain(kills), killAgainAndAgain(kills)])
    expect(Math.min(...written)).toBeGreaterThanOrEqual(kills / 2)
  }
}, 180_000)

async function killAgainAndAgain(times: number): Promise<number> {
  const folder = mkdtempSync(join(root, 'store-'))
  const store = await openStore({ folder, now, version: '0.1.0' })
  await store.write((db) => seedBusiness(db))
  await store.close()
  const told: Told = { answered: [], open: null }
  for (let round = 0; round < times; round++) {
    await writeUntilKilled(folder, told, round % 2 === 0)
    await expectNothingLost(folder, told)
  }
  return told.answered.length
}

/** Every other time it is killed only once it has answered, so that a busy computer writes as well. */
async function writeUntilKilled(folder: string, told: Told, isAnsweringFirst: boolean): Promise<void> {
  const { clients, promises } = modelOf(told.answered)
  const ids = { clientIds: [...clients.keys()].slice(-20), promiseIds: [...promises.keys()].slice(-20) }
  const known: Known = { folder, ...ids, again: told.open }
  const child = startProgram(program, JSON.stringify(known))
  expect(await child.firstLine).toBe('open {}')
  while (isAnsweringFirst && !child.said.some((line) => line.startsWith('answered'))) await sleep(2)
  await sleep(Math.random() * 60)
  await child.kill()
  for (const line of child.said.slice(1)) hear(told, line)
}

function hear(told: Told, line: string): void {
  const [, word, what] = /^(\w+) (\{.*\})$/.exec(line) ?? []
  if (word === 'asking') told.open = JSON.parse(what ?? '') as Asked
  if (word !== 'answered') return
  told.answered.push(JSON.parse(what ?? '') as Answered)
  told.open = null
}

/** What the store must hold: every acknowledged command applied once, those undone left out. */
function modelOf(answered: readonly Answered[]) {
  const undone = new Set(done(answered, 'operations.undo').map(({ input }) => (input as { id: number }).id))
  const kept = answered.filter(({ reply }) => reply.ok && !undone.has(reply.operationId ?? 0))
  const clients = new Map(done(kept, 'clients.add').map((each) => [idOf(each), each.id]))
  const messages = new Map(done(kept, 'messages.log').map((each) => [valueOf(each)['messageId'], each.id]))
  const keptIds = new Set(done(kept, 'promises.keep').map(({ input }) => (input as { id: number }).id))
  const promises = new Map(
    done(kept, 'promises.add').map((each) => [
      idOf(each),
      `${each.id} ${keptIds.has(idOf(each)) ? 'kept' : 'open'}`,
    ]),
  )
  return { clients, messages, promises }
}

const done = (answered: readonly Answered[], name: string) =>
  answered.filter((each) => each.name === name && each.reply.ok)
const valueOf = ({ reply }: Answered) => (reply.ok ? reply.value : {})
const idOf = (each: Answered) => Number(valueOf(each)['id'])

async function expectNothingLost(folder: string, told: Told): Promise<void> {
  const store = await openStore({ folder, now, version: '0.1.0' })
  await settle(store, told)
  const model = modelOf(told.answered)
  const [clients, people, messages, promises] = [
    await rowsOf(store, 'client'),
    await rowsOf(store, 'person'),
    await rowsOf(store, 'message'),
    await rowsOf(store, 'promise'),
  ]
  expect(new Map(clients.map((row) => [row.id, row.name]))).toEqual(model.clients)
  expect(people).toHaveLength(2 * clients.length)
  expect(new Map(messages.map((row) => [row.id, row.text]))).toEqual(model.messages)
  expect(new Map(promises.map((row) => [row.id, `${row.what} ${row.state}`]))).toEqual(model.promises)
  await store.close()
  expectWhole(store.file)
}

/** The command that was cut off is wholly there, with its answer, or not at all; either way it is known now. */
async function settle(store: Store, told: Told): Promise<void> {
  const operations = new Map((await rowsOf(store, 'operation')).map((row) => [row.uuid, row]))
  const acknowledged = told.answered.filter(({ reply }) => reply.ok)
  for (const { id, reply } of acknowledged)
    expect(operations.get(id)?.reply).toBe(reply.ok ? JSON.stringify(reply.value) : '')
  const asked = told.open
  const row = asked === null ? undefined : operations.get(asked.id)
  expect(operations.size).toBe(acknowledged.length + (row === undefined ? 0 : 1))
  if (asked === null || row === undefined) return
  const operationId = row.is_undoable === 1 ? row.id : null
  told.answered.push({ ...asked, reply: { ok: true, now, value: JSON.parse(row.reply ?? ''), operationId } })
  told.open = null
}

/** By SQLite's own word: every page, every reference, every search row. */
function expectWhole(file: string): void {
  const connection = connect(file)
  expect(connection.pragma('integrity_check', { simple: true })).toBe('ok')
  expect(connection.pragma('foreign_key_check')).toEqual([])
  for (const index of ['client_search', 'person_search', 'promise_search', 'message_search'])
    connection.exec(`insert into ${index} (${index}, rank) values ('integrity-check', 1)`)
  connection.close()
}
