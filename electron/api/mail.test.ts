import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openStore } from '../../db/open'
import { rowsOf, seedBusiness } from '../../db/testing'
import { api } from '../../shared/api/index'
import type { InputOf } from '../../shared/api/contract'
import type { ClientId, LetterId, ProjectId } from '../../shared/domain/ids'
import { hour, minute } from '../../shared/lib/time'
import { Refusal } from '../../shared/lib/refusal'
import { at } from '../../shared/testing'
import { openTestBackend, type TestBackend } from '../testing'
import { settleOutbox } from './mail-delivery'
import type { Delivery } from './ports'

const now = at('Tue 2026-11-24 10:40')
const server = { host: 'mail.example.org', port: 465, security: 'tls' as const, user: 'hazel' }
const account: InputOf<typeof api.mail.setAccount> = {
  ...server,
  revision: null,
  fromName: 'Hazel Marsh',
  fromAddress: 'hazel@marsh.example',
}
const { revision: _, ...details } = account
const local = { ...account, host: 'localhost', security: 'none' as const, user: null }

let kept: TestBackend
beforeEach(async () => {
  kept = await openTestBackend({ now })
})
afterEach(() => kept.close())

const refusal = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: { code?: string; values?: unknown }) => ({ code: error.code, values: error.values }),
  )

async function aClient() {
  const person = { called: null, relation: null, decidesOn: null, prefers: null, note: null, birthday: null }
  const { id, projectId } = await kept.ask(api.clients.add, {
    ...{
      name: 'Priya & Tom',
      shortName: null,
      stage: 'current',
      sentByClientId: null,
      language: null,
      zone: null,
    },
    people: [
      {
        ...person,
        name: 'Priya Raman',
        isInLetters: true,
        addresses: [{ kind: 'email', value: 'priya@raman.example' }],
      },
    ],
    project: {
      ...{ kind: 'Wedding', eventOn: '2027-06-12', eventMonth: null, venue: null, place: null, guests: null },
      ...{ isGuestsAbout: false, state: 'open', standing: null, cadenceDays: null },
    },
  })
  return { clientId: id, projectId: projectId as ProjectId }
}

/** Sends a status update, whose mark is the project's last update. */
async function sendUpdate(client?: { clientId: ClientId; projectId: ProjectId }) {
  const { clientId, projectId } = client ?? (await aClient())
  const { letter } = await kept.ask(api.letters.begin, { kind: 'status-update', clientId, projectId })
  return kept.ask(api.letters.send, { id: letter.id, revision: letter.revision })
}

const deliverAt = async (moment: number) => {
  kept.setNow(moment)
  return kept.ask(api.mail.deliver, {})
}
const letterOf = async (id: LetterId) => (await rowsOf(kept.store, 'letter')).find((row) => row.id === id)
const reasonOf = async () => (await kept.ask(api.letters.outbox, {})).rows[0]?.reason
const answer = (delivery: Delivery) => void kept.mail.answers.push(delivery)
const unreachable: Delivery = {
  outcome: 'later',
  code: 'E_SMTP_UNREACHABLE',
  values: { host: 'localhost', port: 25, why: 'refused' },
}

describe('the account', () => {
  it('is set up, changed and removed, never over a newer one', async () => {
    expect(await kept.ask(api.mail.account, {})).toEqual({ account: null })
    await kept.ask(api.mail.setAccount, account)
    const changed = await kept.ask(api.mail.setAccount, {
      ...account,
      revision: 0,
      port: 587,
      security: 'starttls',
    })

    expect(changed).toMatchObject({ port: 587, revision: 1, pausedBecause: null })
    expect(await refusal(kept.ask(api.mail.setAccount, { ...account, revision: 0 }))).toMatchObject({
      code: 'E_CHANGED_MEANWHILE',
    })
    await kept.ask(api.mail.removeAccount, { revision: 1 })
    expect(await kept.ask(api.mail.account, {})).toEqual({ account: null })
  })

  it('must be encrypted, but on this computer', async () => {
    const plain = { ...account, security: 'none' as const }

    expect(await refusal(kept.ask(api.mail.setAccount, plain))).toMatchObject({
      code: 'E_TLS_NEEDED',
      values: { host: 'mail.example.org' },
    })
    for (const host of ['localhost', '127.0.0.1', '[::1]'])
      expect(await refusal(kept.ask(api.mail.check, { ...details, ...plainOf(host) }))).toBeNull()
  })

  it('is checked, and its password is held for this server and user only (SE-1)', async () => {
    await kept.ask(api.mail.setAccount, account)
    expect(await refusal(kept.ask(api.mail.check, details))).toMatchObject({ code: 'E_PASSWORD_NEEDED' })

    const { greeting } = await kept.ask(api.mail.check, { ...details, password: 'p1' })

    expect(greeting).toContain('220')
    expect(await kept.ask(api.mail.status, {})).toEqual({
      needsPassword: false,
      waiting: 0,
      host: server.host,
    })
    expect(await kept.ask(api.mail.account, {})).toMatchObject({ account: { checkedAt: now } })
    const elsewhere = { ...details, host: 'evil.example' }
    expect(await refusal(kept.ask(api.mail.check, elsewhere))).toMatchObject({ code: 'E_PASSWORD_NEEDED' })
  })

  it('that is refused keeps no password', async () => {
    kept.mail.refusal = new Refusal('not-allowed', 'E_SMTP_AUTH', { host: server.host })

    expect(await refusal(kept.ask(api.mail.check, { ...details, password: 'p1' }))).toMatchObject({
      code: 'E_SMTP_AUTH',
    })
    expect(kept.host.password.get()).toBeNull()
  })
})

const plainOf = (host: string) => ({ host, security: 'none' as const, user: null })

describe('a letter that waits', () => {
  it('goes after its hold, not a millisecond before', async () => {
    await kept.ask(api.mail.setAccount, local)
    const { id } = await sendUpdate()

    expect(await deliverAt(now + 19_999)).toEqual({ sent: 0, waiting: 1 })
    expect(await deliverAt(now + 20_000)).toEqual({ sent: 1, waiting: 0 })
    expect(await letterOf(id)).toMatchObject({ state: 'sent', sent_at: now + 20_000, error: null })
    expect(kept.mail.sent).toHaveLength(1)
  })

  it('goes once, although delivery is asked for twice at the same time', async () => {
    await kept.ask(api.mail.setAccount, local)
    await sendUpdate()
    kept.setNow(now + minute)

    await Promise.all([kept.ask(api.mail.deliver, {}), kept.ask(api.mail.deliver, {})])

    expect(kept.mail.sent).toHaveLength(1)
  })

  it('is tried again after 1, 5, 15 and 60 minutes and then hourly, and given up after 48 hours (OM-3)', async () => {
    await kept.ask(api.mail.setAccount, local)
    const { id } = await sendUpdate()
    const first = now + 20_000
    const attempts: number[] = []
    for (let moment = first; moment <= first + 60 * hour; moment += minute) {
      answer(unreachable)
      const before = (await letterOf(id))?.attempts
      await deliverAt(moment)
      if ((await letterOf(id))?.attempts !== before) attempts.push((moment - first) / minute)
      if ((await letterOf(id))?.state === 'failed') break
    }

    expect(attempts.slice(0, 6)).toEqual([0, 1, 6, 21, 81, 141])
    expect(attempts).toHaveLength(52)
    expect(await letterOf(id)).toMatchObject({ state: 'failed', next_attempt_at: null })
    expect(await reasonOf()).toEqual({
      code: 'E_MAIL_GIVEN_UP',
      text: 'We tried for two days and could not reach localhost. The letter was sent to nobody.',
    })
    expect(await rowsOf(kept.store, 'status_update')).toEqual([])
    expect(kept.mail.sent).toEqual([])
  }, 60_000)

  it('waits for the password after a restart, and goes once it is there', async () => {
    await kept.ask(api.mail.setAccount, account)
    await sendUpdate()
    expect(await deliverAt(now + minute)).toEqual({ sent: 0, waiting: 1 })
    expect(await reasonOf()).toEqual({
      code: 'E_PASSWORD_NEEDED',
      text: 'It waits for the password of hazel@marsh.example.',
    })
    expect(await kept.ask(api.mail.status, {})).toMatchObject({ needsPassword: true, waiting: 1 })

    kept.setNow(now + hour)
    await kept.ask(api.mail.unlock, { password: 'p1' })

    expect(await kept.ask(api.mail.deliver, {})).toEqual({ sent: 1, waiting: 0 })
    expect(kept.mail.sent[0]?.server).toEqual({ ...server, password: 'p1' })
    expect(kept.mail.sent[0]?.envelope).toEqual({ from: 'hazel@marsh.example', to: ['priya@raman.example'] })
  })

  it('waits with all others when the password is refused, and none is counted against it', async () => {
    await kept.ask(api.mail.setAccount, account)
    await kept.ask(api.mail.unlock, { password: 'wrong' })
    const client = await aClient()
    for (const _n of [1, 2, 3]) await sendUpdate(client)
    answer({ outcome: 'paused', code: 'E_SMTP_AUTH', values: { host: server.host, answer: '535' } })

    expect(await deliverAt(now + minute)).toEqual({ sent: 0, waiting: 3 })
    expect(await deliverAt(now + 72 * hour)).toEqual({ sent: 0, waiting: 3 })

    expect(await reasonOf()).toEqual({
      code: 'E_SMTP_AUTH',
      text: 'mail.example.org refused the password. 3 letters wait. Give the right one in Settings.',
    })
    expect((await rowsOf(kept.store, 'letter')).map(({ attempts }) => attempts)).toEqual([0, 0, 0])
    await kept.ask(api.mail.unlock, { password: 'right' })
    expect(await kept.ask(api.mail.deliver, {})).toEqual({ sent: 3, waiting: 0 })
  })

  it('goes to this computer only while the clock is set by hand', async () => {
    kept.host.isClockSet = true
    await kept.ask(api.mail.setAccount, account)
    await kept.ask(api.mail.unlock, { password: 'p1' })
    await sendUpdate()

    expect(await deliverAt(now + minute)).toEqual({ sent: 0, waiting: 1 })
    expect(await reasonOf()).toMatchObject({ code: 'E_CLOCK_SET' })
    await kept.ask(api.mail.setAccount, { ...local, revision: 0 })
    expect(await kept.ask(api.mail.deliver, {})).toEqual({ sent: 1, waiting: 0 })
  })

  it('says nothing new to the windows while it waits', async () => {
    await kept.ask(api.mail.setAccount, account)
    await sendUpdate()
    await deliverAt(now + minute)
    const { length } = kept.pushes

    await deliverAt(now + 2 * minute)

    expect(kept.pushes).toHaveLength(length)
  })
})

describe('a letter the server refuses', () => {
  const rejected: Delivery = {
    outcome: 'refused',
    code: 'E_SMTP_REJECTED',
    values: {
      host: 'localhost',
      recipient: 'priya@raman.example',
      which: 'recipient',
      answer: '550 no such user',
    },
  }

  it('is left to the user, its marks taken back', async () => {
    await kept.ask(api.mail.setAccount, local)
    const { id } = await sendUpdate()
    answer(rejected)
    await deliverAt(now + minute)

    expect(await letterOf(id)).toMatchObject({ state: 'failed', attempts: 1 })
    expect(await reasonOf()).toEqual({
      code: 'E_SMTP_REJECTED',
      text: 'localhost refused “priya@raman.example”: 550 no such user. It was sent to nobody.',
    })
    expect(await rowsOf(kept.store, 'status_update')).toEqual([])
    expect(await rowsOf(kept.store, 'message')).toEqual([])
    expect(await rowsOf(kept.store, 'project')).toMatchObject([{ last_update_at: null }])
    expect(await deliverAt(now + 72 * hour)).toEqual({ sent: 0, waiting: 0 })
  })

  it('can be sent again with the same bytes, which sets its marks again', async () => {
    await kept.ask(api.mail.setAccount, local)
    const { id } = await sendUpdate()
    const frozen = await letterOf(id)
    answer(rejected)
    await deliverAt(now + minute)

    await kept.ask(api.letters.sendNow, { id })
    expect(await kept.ask(api.mail.deliver, {})).toEqual({ sent: 1, waiting: 0 })

    expect(kept.mail.sent.map(({ bytes }) => bytes)).toEqual([frozen?.mime])
    expect(await rowsOf(kept.store, 'status_update')).toMatchObject([{ letter_id: id, at: now + minute }])
  })

  it('can become a draft again, or be put aside', async () => {
    await kept.ask(api.mail.setAccount, local)
    const client = await aClient()
    const first = await sendUpdate(client)
    const second = await sendUpdate(client)
    answer(rejected)
    answer(rejected)
    await deliverAt(now + minute)

    expect(await kept.ask(api.letters.takeBack, { id: first.id })).toMatchObject({
      state: 'draft',
      error: null,
    })
    await kept.ask(api.letters.discard, { id: second.id })

    const outbox = await kept.ask(api.letters.outbox, {})
    expect([outbox.rows.length, outbox.drafts.length]).toEqual([0, 1])
  })

  it('by some of its recipients is sent, and says by whom not', async () => {
    await kept.ask(api.mail.setAccount, local)
    await sendUpdate()
    answer({ outcome: 'sent', answer: '250 OK', refused: ['tom@hollis.example'] })
    await deliverAt(now + minute)

    expect(await reasonOf()).toEqual({
      code: 'E_SMTP_PARTLY',
      text: 'Sent, but localhost refused tom@hollis.example.',
    })
  })
})

describe('a letter nobody knows about (OM-4)', () => {
  const unknown: Delivery = { outcome: 'unknown', code: 'E_MAIL_UNKNOWN', values: { host: 'localhost' } }

  it('keeps its marks and is never sent again by Kept', async () => {
    await kept.ask(api.mail.setAccount, local)
    const { id } = await sendUpdate()
    answer(unknown)
    await deliverAt(now + minute)

    expect(await deliverAt(now + 72 * hour)).toEqual({ sent: 0, waiting: 0 })
    expect(await letterOf(id)).toMatchObject({ state: 'unknown' })
    expect(await rowsOf(kept.store, 'status_update')).toHaveLength(1)
    expect((await kept.ask(api.letters.outbox, {})).rows[0]).toMatchObject({
      reason: { code: 'E_MAIL_UNKNOWN' },
      can: ['mark-sent', 'send-again', 'not-sent'],
    })
  })

  it('is what the user says it is', async () => {
    await kept.ask(api.mail.setAccount, local)
    const client = await aClient()
    const [sent, again, never] = [
      await sendUpdate(client),
      await sendUpdate(client),
      await sendUpdate(client),
    ]
    for (const _n of [1, 2, 3]) answer(unknown)
    await deliverAt(now + minute)

    expect(await kept.ask(api.letters.markSent, { id: sent.id })).toMatchObject({ state: 'sent' })
    expect(await kept.ask(api.letters.notSent, { id: never.id })).toMatchObject({ state: 'draft' })
    await kept.ask(api.letters.sendNow, { id: again.id })
    await kept.ask(api.mail.deliver, {})

    expect(await letterOf(again.id)).toMatchObject({ state: 'sent', message_id: again.messageId })
    expect((await rowsOf(kept.store, 'status_update')).map(({ letter_id }) => letter_id)).toEqual([
      sent.id,
      again.id,
    ])
  })
})

describe('the next start', () => {
  const settle = (moment: number) => kept.store.write((db) => settleOutbox(db, moment))

  it('finds a letter whose last dot may have left, and one that had not come so far', async () => {
    await kept.ask(api.mail.setAccount, local)
    const client = await aClient()
    const [committing, sending] = [await sendUpdate(client), await sendUpdate(client)]
    const set = (id: LetterId, state: 'committing' | 'sending') =>
      kept.store.write((db) => db.updateTable('letter').set({ state }).where('id', '=', id).execute())
    await set(committing.id, 'committing')
    await set(sending.id, 'sending')

    await settle(now + hour)

    expect(await letterOf(committing.id)).toMatchObject({ state: 'unknown' })
    expect(await letterOf(sending.id)).toMatchObject({ state: 'queued', next_attempt_at: now + hour })
    expect(await deliverAt(now + hour)).toEqual({ sent: 1, waiting: 0 })
  })

  it('cuts a hold that reaches further ahead than its own length', async () => {
    await kept.ask(api.mail.setAccount, local)
    const { id } = await sendUpdate()
    const yesterday = now - 24 * hour

    await settle(yesterday)

    expect(await letterOf(id)).toMatchObject({ next_attempt_at: yesterday + 20_000 })
  })
})

it('writes no password to the disk (SE-1)', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kept-canary-'))
  const store = await openStore({ folder, now, version: '0.1.0' })
  await store.write((db) => seedBusiness(db))
  const onDisk = await openTestBackend({ now, store })
  await onDisk.ask(api.mail.setAccount, account)
  await onDisk.ask(api.mail.check, { ...details, password: 'canary-5f1d' })
  await onDisk.ask(api.mail.unlock, { password: 'canary-5f1d' })
  onDisk.mail.refusal = new Refusal('not-allowed', 'E_SMTP_AUTH', { host: server.host })
  await refusal(onDisk.ask(api.mail.check, { ...details, password: 'canary-5f1d' }))
  await onDisk.close()

  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((file) => file.isFile())
  const holding = files.filter((file) =>
    readFileSync(join(file.parentPath, file.name)).includes('canary-5f1d'),
  )
  rmSync(folder, { recursive: true, force: true })

  expect(files.length).toBeGreaterThan(0)
  expect(holding).toEqual([])
})
