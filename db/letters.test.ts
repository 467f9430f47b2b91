import type { Kysely } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { ClientId, LetterId } from '../shared/domain/ids'
import { claimLetter, countWaiting, listDue, markCommitting, nextLetterAt } from './delivery'
import { findDraft, getLetter, insertDraft, listDrafts, listOutbox, saveDraft } from './letters'
import { makeDraftAgain, queueLetter } from './outbox'
import { insertRow } from './record'
import type { ReadDb, Schema } from './schema'
import { openTestDatabase, planOf } from './testing'
import type { Store } from './store'

const now = Date.UTC(2026, 10, 24, 10, 40)

let store: Store
let clientId: ClientId
beforeEach(async () => {
  store = await openTestDatabase()
  const client = await store.write((db) =>
    insertRow(db, 'client', { name: 'Priya & Tom', stage: 'current', added_at: now }),
  )
  clientId = client.id
})
afterEach(() => store.close())

const matter = () => ({
  kind: 'blank' as const,
  clientId,
  projectId: null,
  waitId: null,
  promiseId: null,
  extraId: null,
})

const begin = (at = now) =>
  store.write((db) =>
    insertDraft(db, { ...matter(), conversationId: null, recipients: [], promise: null, at }),
  )

const queue = (id: LetterId, notBefore: number) =>
  store.write((db) =>
    queueLetter(
      db,
      id,
      { subject: 'x', text: 'Dear both', mime: new Uint8Array([1, 2, 3]), messageId: `<${id}@x.example>` },
      {
        envelope: { from: 'a@x.example', to: ['b@x.example'] },
        notBefore,
        isHeld: false,
        queuedAt: now,
        operationId: null,
      },
    ),
  )

/** The plan of the first query the work asks. */
async function planFor(work: (db: ReadDb) => Promise<unknown>) {
  const asked: string[] = []
  const executor = store.read.getExecutor()
  const listening = (store.read as Kysely<Schema>).withPlugin({
    transformQuery: ({ node, queryId }) => {
      asked.push(executor.compileQuery(node, queryId).sql)
      return node
    },
    transformResult: async ({ result }) => result,
  })
  await work(listening)
  return planOf(store, asked[0] ?? '')
}

describe('drafts', () => {
  it('are found again by their matter, and listed once somebody typed in them', async () => {
    const first = await begin()
    await begin(now + 1)
    const typed = { recipients: [], subject: 'a', body: 'b', fields: { reason: 'c' }, promise: null }
    await store.write((db) => saveDraft(db, first.id, typed, now + 2))

    expect(await findDraft(store.read, matter())).toMatchObject({ id: first.id, ...typed, savedAt: now + 2 })
    expect((await listDrafts(store.read, 9)).map(({ id }) => id)).toEqual([first.id])
    expect(await findDraft(store.read, { ...matter(), kind: 'acknowledge' })).toBeUndefined()
  })

  it('that are not there are refused', async () => {
    await expect(getLetter(store.read, 99 as LetterId)).rejects.toMatchObject({ code: 'E_LETTER_GONE' })
  })
})

describe('the Outbox', () => {
  it('gives a letter back as it was sent, and as it was typed once it is a draft again', async () => {
    const { id } = await begin()
    await queue(id, now)

    expect(await getLetter(store.read, id)).toMatchObject({
      state: 'queued',
      subject: 'x',
      body: 'Dear both',
    })
    const again = await store.write((db) => makeDraftAgain(db, id, now))
    expect(again).toMatchObject({
      state: 'draft',
      subject: null,
      body: null,
      messageId: null,
      queuedAt: null,
    })
  })

  it('knows what is due and when the next letter goes', async () => {
    const [soon, later] = [await begin(), await begin()]
    await queue(later.id, now + 60_000)
    await queue(soon.id, now + 20_000)

    expect(await nextLetterAt(store.read)).toBe(now + 20_000)
    expect(await listDue(store.read, now + 20_000)).toEqual([soon.id])
    expect(await countWaiting(store.read)).toBe(2)
  })

  it('lets a letter be claimed once, when its time has come', async () => {
    const { id } = await begin()
    await queue(id, now + 20_000)
    const claim = (at: number) => store.write((db) => claimLetter(db, id, at))

    expect(await claim(now)).toBeUndefined()
    expect(await claim(now + 20_000)).toMatchObject({
      letter: { state: 'sending', attempts: 1 },
      envelope: { from: 'a@x.example', to: ['b@x.example'] },
    })
    expect(await claim(now + 20_000)).toBeUndefined()
  })

  it('writes committing only for a letter that is on its way', async () => {
    const { id } = await begin()
    await queue(id, now)

    await expect(store.write((db) => markCommitting(db, id))).rejects.toThrow('queued')
  })

  it('asks indexes, however many letters there were', async () => {
    expect(await planFor((db) => findDraft(db, matter()))).toContain('letter_drafts')
    expect(await planFor((db) => listDrafts(db, 9))).toContain('letter_drafts')
    expect(await planFor((db) => listOutbox(db, 0, 9))).toContain('letter_outbox')
    expect(await planFor(nextLetterAt)).toContain('letter_waiting')
    expect(await planFor((db) => listDue(db, now))).toContain('letter_waiting')
    expect(await planFor(countWaiting)).toContain('letter_waiting')
  })
})
