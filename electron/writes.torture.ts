import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { openStore } from '../db/open'
import type { Reply } from '../shared/api/contract'
import { createBackend, type Backend } from './api/backend'
import { mime } from './mail/mime'
import { smtpMail } from './mail/smtp'
import { noShell } from './no-shell'
import { nothingMissing } from './recovery'

/*
 * What the test of lost writes runs in a process of its own and kills: one command after another, through the
 * whole backend, on a store of its own. Each is announced before it is asked and reported after it was answered.
 */

/** One command as it is asked; `id` is the operation id under which it may be asked again. */
export type Asked = { readonly id: string; readonly name: string; readonly input: object }
/** What a report holds besides: the answer. */
export type Answered = Asked & { readonly reply: Reply<Readonly<Record<string, unknown>>> }
/** What is known when the process starts: what it can refer to, and the command to ask again. */
export type Known = {
  readonly folder: string
  readonly clientIds: readonly number[]
  readonly promiseIds: readonly number[]
  readonly again: Asked | null
}

const now = Date.UTC(2026, 10, 24, 10, 40)
const tell = (word: string, what: object) => void writeSync(1, `${word} ${JSON.stringify(what)}\n`)
const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(Math.random() * from.length)]

async function ask(backend: Backend, asked: Asked): Promise<Answered> {
  tell('asking', asked)
  const reply = await backend.answer(asked.name, { ...asked.input, operationId: asked.id })
  const answered = { ...asked, reply: reply as Answered['reply'] }
  tell('answered', answered)
  return answered
}

const client = (name: string) => ({
  ...{
    name,
    shortName: null,
    stage: 'current',
    sentByClientId: null,
    language: null,
    zone: null,
    project: null,
  },
  people: ['Ann', 'Bob'].map((called) => ({
    ...{ name: `${called} ${name}`, called, relation: null, decidesOn: null, prefers: null, note: null },
    ...{ isInLetters: true, birthday: null, addresses: [{ kind: 'email', value: 'ann@example.org' }] },
  })),
})

const promise = (clientId: number, what: string) => ({
  ...{
    clientId,
    what,
    asNoun: null,
    doneAs: null,
    note: null,
    dueOn: '2026-12-04',
    dueTime: null,
    ownOn: null,
  },
})

const voicemail = (clientId: number, text: string) => ({
  ...{ clientId, personId: null, channel: 'voicemail', direction: 'inbound', at: now, text },
})

/** The next command, any one that is possible. */
function choose(clientIds: number[], promiseIds: number[], operationIds: number[]): Asked {
  const id = randomUUID()
  const clientId = pick(clientIds)
  const promiseId = pick(promiseIds)
  const operationId = pick(operationIds.slice(-3))
  const possible = [
    { name: 'clients.add', input: client(id) },
    ...(clientId === undefined ? [] : [{ name: 'messages.log', input: voicemail(clientId, id) }]),
    ...(clientId === undefined ? [] : [{ name: 'promises.add', input: promise(clientId, id) }]),
    ...(promiseId === undefined ? [] : [{ name: 'promises.keep', input: { id: promiseId } }]),
    ...(operationId === undefined ? [] : [{ name: 'operations.undo', input: { id: operationId } }]),
  ]
  return { id, ...(pick(possible) ?? { name: 'clients.add', input: client(id) }) }
}

async function writeOn(backend: Backend, known: Known): Promise<never> {
  const clientIds = [...known.clientIds]
  const promiseIds = [...known.promiseIds]
  const operationIds: number[] = []
  if (known.again !== null) await ask(backend, known.again)
  for (;;) {
    const { name, reply } = await ask(backend, choose(clientIds, promiseIds, operationIds))
    if (!reply.ok) continue
    if (name === 'clients.add') clientIds.push(Number(reply.value['id']))
    if (name === 'promises.add') promiseIds.push(Number(reply.value['id']))
    if (reply.operationId !== null) operationIds.push(reply.operationId)
  }
}

const known = JSON.parse(process.argv[2] ?? '') as Known
const store = await openStore({ folder: known.folder, now, version: '0.1.0' })
const host = {
  ...{ version: '0.1.0', storeFile: store.file, isClockSet: false, recovery: nothingMissing },
  password: { get: () => null, set: () => undefined },
  backUp: () => Promise.reject(new Error('No backups here')),
  listBackups: () => Promise.resolve([]),
  ...noShell,
}
const onFault = ({ error }: { readonly error: unknown }) => {
  throw error
}
tell('open', {})
const backend = createBackend({
  ...{ store, host, mime, onFault, mail: smtpMail(), clock: { now: () => now }, language: 'en' },
})
await writeOn(backend, known)
