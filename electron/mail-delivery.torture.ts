import { writeSync } from 'node:fs'
import { kill, pid } from 'node:process'
import { openStore } from '../db/open'
import { api } from '../shared/api/index'
import type { InputOf, Named, OutputOf, Reply } from '../shared/api/contract'
import { weddingPlanner } from '../shared/packs/wedding-planner'
import { createBackend } from './api/backend'
import { settleOutbox } from './api/mail-delivery'
import type { Host, Mail } from './api/ports'
import { fillFirstStore } from './first-store'
import { mime } from './mail/mime'
import { smtpMail } from './mail/smtp'
import { noShell } from './no-shell'
import { nothingMissing } from './recovery'

/*
 * What the tests of delivery run in a process of its own, to kill it in the middle: opens the store, settles what
 * the last end left open, sends a letter where asked, and delivers. It dies at the step it is told.
 */

const tell = (line: string) => void writeSync(1, `${line}\n`)
const [, , task = '', folder = '', port = '', at = '', diesAt = ''] = process.argv

const dieAt = (step: string) => {
  if (step === diesAt) kill(pid, 'SIGKILL')
}

const world = smtpMail()
const mail: Mail = {
  check: world.check,
  async send(server, envelope, bytes, beforeLastDot) {
    dieAt('claimed')
    const delivery = await world.send(server, envelope, bytes, async () => {
      dieAt('handing-over')
      await beforeLastDot()
      dieAt('committing')
    })
    dieAt('handed-over')
    return delivery
  },
}

const store = await openStore({ folder, now: Date.now(), version: '0.1.0' })
/** A machine of which delivery needs no more than that its clock was not set, and that no password is there. */
const host: Host = {
  version: '0.1.0',
  storeFile: store.file,
  isClockSet: false,
  password: { get: () => null, set: () => undefined },
  backUp: () => Promise.reject(new Error('No backups here')),
  listBackups: async () => [],
  recovery: nothingMissing,
  ...noShell,
}
const clock = { now: () => Number(at) }
const faults: unknown[] = []
const backend = createBackend({
  store,
  clock,
  host,
  mail,
  mime,
  language: 'en',
  onFault: ({ error }) => void faults.push(error),
})

async function ask<E extends Named>(endpoint: E, input: InputOf<E>): Promise<OutputOf<E>> {
  const reply = (await backend.answer(endpoint.name, input)) as Reply<OutputOf<E>>
  if (reply.ok) return reply.value
  throw new Error(`${reply.error.code} ${reply.error.message} ${String(faults.pop())}`)
}

/** A client who waits, acknowledged by a letter that goes through this very server. */
async function sendOne(): Promise<void> {
  const place = { zone: 'Europe/London', country: 'GB', region: null, currency: 'GBP' }
  const business = { userName: 'Hazel', businessName: 'Marsh Weddings', samplePack: null, ...place }
  await store.write((db) => fillFirstStore(db, weddingPlanner, business))
  await ask(api.mail.setAccount, {
    revision: null,
    host: '127.0.0.1',
    port: Number(port),
    security: 'none',
    user: null,
    fromName: 'Hazel',
    fromAddress: 'hazel@marsh.example',
  })
  const person = {
    name: 'Priya Raman',
    addresses: [{ kind: 'email' as const, value: 'priya@raman.example' }],
  }
  const nothing = { called: null, relation: null, decidesOn: null, prefers: null, note: null, birthday: null }
  const { id, personIds } = await ask(api.clients.add, {
    ...{ name: 'Priya', shortName: null, stage: 'current', sentByClientId: null, language: null, zone: null },
    people: [{ ...person, ...nothing, isInLetters: true }],
    project: null,
  })
  const logged = await ask(api.messages.log, {
    ...{
      clientId: id,
      personId: (personIds[0] ?? null) as never,
      channel: 'voicemail',
      direction: 'inbound',
    },
    at: Number(at),
    text: 'How many does the barn seat?',
  })
  const { letter } = await ask(api.letters.acknowledge, { waitId: logged.startedWaitId as never })
  tell(letter.messageId ?? '')
  dieAt('sent')
}

if (task === 'send') await sendOne()
if (task === 'deliver') {
  await store.write((db) => settleOutbox(db, clock.now()))
  await ask(api.mail.deliver, {})
  dieAt('settled')
}
await store.close()
