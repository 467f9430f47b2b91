import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { OperationId } from '../shared/domain/ids'
import { Refusal } from '../shared/lib/refusal'
import { beginOperation, endOperation, findOperation, lastUndoable, newestToUndo } from './operations'
import { insertRow, removeRow, updateRow } from './record'
import type { WriteDb } from './schema'
import { withOperation, type Store } from './store'
import { openTestDatabase, planOf, rowsOf } from './testing'
import { takeBackMarks, undoOperation } from './undo'
import { otherWaits } from './undo-waits'

const aClient = { name: 'Ann & Bob', stage: 'current', added_at: 0 } as const

/** Does some work as one command and gives its operation's id. */
const command = (store: Store, work: (db: WriteDb) => Promise<unknown>, at = 0): Promise<OperationId> =>
  store.write(async (db) => {
    const id = await beginOperation(db, {
      uuid: null,
      command: 'test.do',
      inputHash: null,
      at,
      isUndoable: true,
    })
    await work(withOperation(db, id))
    return id
  })

const undo = (store: Store, id: OperationId) => store.write((db) => undoOperation(db, id, 1))
const tooLate = new Refusal('conflict', 'E_UNDO_TOO_LATE')

describe('an operation', () => {
  it('is found again by the id its caller gave it, with its reply', async () => {
    const store = await openTestDatabase()
    const operation = { uuid: 'a-uuid', command: 'clients.add', inputHash: 'h', at: 5, isUndoable: true }

    await store.write(async (db) => endOperation(db, await beginOperation(db, operation), '{"id":1}'))

    expect(await findOperation(store.read, 'a-uuid')).toMatchObject({
      command: 'clients.add',
      reply: '{"id":1}',
    })
    expect(await findOperation(store.read, 'another')).toBeUndefined()
    await store.close()
  })

  it('can be undone when it is the newest one since a moment that changed something', async () => {
    const store = await openTestDatabase()
    const old = await command(store, (db) => insertRow(db, 'client', aClient), 10)
    await command(store, () => Promise.resolve(), 20)

    expect(await lastUndoable(store.read, 10)).toMatchObject({ id: old })
    expect(await lastUndoable(store.read, 11)).toBeUndefined()
    await undo(store, old)
    expect(await lastUndoable(store.read, 10)).toBeUndefined()
    await store.close()
  })

  it('is looked for among the commands of the day, however many there were before', async () => {
    const store = await openTestDatabase()

    expect(await planOf(store, newestToUndo)).toContain('operation_to_undo (at>?)')
    await store.close()
  })
})

describe('undo', () => {
  it('removes what was inserted, in reverse order', async () => {
    const store = await openTestDatabase()
    const id = await command(store, async (db) => {
      const client = await insertRow(db, 'client', aClient)
      await insertRow(db, 'person', { client_id: client.id, name: 'Ann', is_in_letters: 1 })
    })

    await undo(store, id)

    expect(await rowsOf(store, 'client')).toEqual([])
    expect(await rowsOf(store, 'person')).toEqual([])
    expect(await rowsOf(store, 'operation')).toMatchObject([{ id, undone_at: 1 }])
    await store.close()
  })

  it('brings back what was removed, under its old id', async () => {
    const store = await openTestDatabase()
    const before = await rowsOf(store, 'span')
    const id = await command(store, (db) => removeRow(db, 'span', 3))

    await undo(store, id)

    expect(await rowsOf(store, 'span')).toEqual(before)
    await store.close()
  })

  it('gives old values back under a new revision', async () => {
    const store = await openTestDatabase()
    await store.write((db) => insertRow(db, 'client', aClient))
    const id = await command(store, (db) => updateRow(db, 'client', 1, { name: 'Ann & Carl' }))

    await undo(store, id)

    expect(await rowsOf(store, 'client')).toMatchObject([{ name: 'Ann & Bob', revision: 2 }])
    await store.close()
  })

  it('leaves alone what another command changed in the same row', async () => {
    const store = await openTestDatabase()
    await store.write((db) => insertRow(db, 'client', aClient))
    const id = await command(store, (db) => updateRow(db, 'client', 1, { name: 'Ann & Carl' }))
    await command(store, (db) => updateRow(db, 'client', 1, { short_name: 'Ann' }))

    await undo(store, id)

    expect(await rowsOf(store, 'client')).toMatchObject([{ name: 'Ann & Bob', short_name: 'Ann' }])
    await store.close()
  })

  it('goes further back each time', async () => {
    const store = await openTestDatabase()
    await command(store, (db) => insertRow(db, 'client', aClient))
    await command(store, (db) => updateRow(db, 'client', 1, { name: 'Ann & Carl' }))
    await command(store, (db) => updateRow(db, 'client', 1, { name: 'Ann & Dan' }))

    for (const name of ['Ann & Carl', 'Ann & Bob', undefined]) {
      const last = await lastUndoable(store.read, 0)
      await undo(store, last?.id as OperationId)
      expect((await rowsOf(store, 'client'))[0]?.name).toBe(name)
    }
    await store.close()
  })

  it('lets the version of the calendar rise, never fall', async () => {
    const store = await openTestDatabase()
    const id = await command(store, (db) =>
      updateRow(db, 'business', 1, { calendar_version: 2, country: 'DE' }),
    )

    await undo(store, id)

    expect(await rowsOf(store, 'business')).toMatchObject([{ calendar_version: 3, country: 'GB' }])
    await store.close()
  })

  it('gives bytes back as they were', async () => {
    const store = await openTestDatabase()
    const mime = new Uint8Array([0, 1, 255])
    await store.write(async (db) => {
      const client = await insertRow(db, 'client', aClient)
      await insertRow(db, 'letter', {
        ...{ kind: 'blank', client_id: client.id, recipients: '[]', fields: '{}', state: 'draft' },
        ...{ drafted_at: 0, saved_at: 0, mime },
      })
    })
    const id = await command(store, (db) => updateRow(db, 'letter', 1, { mime: null }))

    await undo(store, id)

    expect(Buffer.from((await rowsOf(store, 'letter'))[0]?.mime ?? [])).toEqual(Buffer.from(mime))
    await store.close()
  })

  it.each([
    ['changed again', (db: WriteDb) => updateRow(db, 'client', 1, { name: 'Somebody else' })],
    ['removed', (db: WriteDb) => removeRow(db, 'client', 1)],
  ])('is too late when a value was %s since, and then changes nothing', async (_, later) => {
    const store = await openTestDatabase()
    await store.write((db) => insertRow(db, 'client', aClient))
    const id = await command(store, async (db) => {
      await updateRow(db, 'client', 1, { name: 'Ann & Carl' })
      await updateRow(db, 'business', 1, { user_name: 'Somebody' })
    })
    await store.write<unknown>(later)
    const before = await rowsOf(store, 'client')

    await expect(undo(store, id)).rejects.toEqual(tooLate)

    expect(await rowsOf(store, 'client')).toEqual(before)
    expect(await rowsOf(store, 'business')).toMatchObject([{ user_name: 'Somebody' }])
    await store.close()
  })

  it('is too late when something hangs on what was inserted', async () => {
    const store = await openTestDatabase()
    const id = await command(store, (db) => insertRow(db, 'client', aClient))
    await command(store, (db) =>
      insertRow(db, 'person', { client_id: 1 as never, name: 'Ann', is_in_letters: 1 }),
    )

    await expect(undo(store, id)).rejects.toEqual(tooLate)
    await store.close()
  })

  it('is too late the second time, and for what never was', async () => {
    const store = await openTestDatabase()
    const id = await command(store, (db) => insertRow(db, 'client', aClient))
    await undo(store, id)

    await expect(undo(store, id)).rejects.toEqual(tooLate)
    await expect(undo(store, 99 as OperationId)).rejects.toEqual(tooLate)
    await store.close()
  })

  it('restores any store to what it was, whatever was done', async () => {
    const step = fc.record({
      kind: fc.constantFrom('add', 'change', 'remove'),
      id: fc.nat(6),
      name: fc.string(),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(step, { maxLength: 5 }), { maxLength: 5 }), async (commands) => {
        const store = await openTestDatabase()
        const before = [await withoutRevision(store)]
        const ids: OperationId[] = []
        for (const steps of commands) {
          ids.push(await command(store, (db) => walk(db, steps)))
          before.push(await withoutRevision(store))
        }
        for (const id of ids.reverse()) {
          expect(await withoutRevision(store)).toEqual(before.pop())
          await undo(store, id)
        }
        expect(await withoutRevision(store)).toEqual(before.pop())
        await store.close()
      }),
      { numRuns: 60 },
    )
  })
})

type Step = { readonly kind: string; readonly id: number; readonly name: string }

async function walk(db: WriteDb, steps: readonly Step[]): Promise<void> {
  for (const { kind, id, name } of steps) {
    const row = await db
      .selectFrom('client')
      .select('id')
      .where('id', '=', id as never)
      .executeTakeFirst()
    if (kind === 'add') await insertRow(db, 'client', { ...aClient, name })
    if (kind === 'change' && row) await updateRow(db, 'client', id, { name })
    if (kind === 'remove' && row) await removeRow(db, 'client', id)
  }
}

const withoutRevision = async (store: Store) =>
  (await rowsOf(store, 'client')).map(({ revision: _, ...row }) => row)

describe('a wait that opens again', () => {
  it('lives on from its first message, and the wait of the chaser goes', async () => {
    const store = await storeWithWait()
    const acknowledged = await command(store, endFirst)
    const chased = await command(store, chase)

    await undo(store, acknowledged)

    expect(await rowsOf(store, 'wait')).toMatchObject([
      { id: 1, waiting_since: 10, ended_at: null, ended_by: null },
    ])
    expect(await rowsOf(store, 'letter')).toMatchObject([{ wait_id: 1 }])

    await undo(store, chased)

    expect(await rowsOf(store, 'wait')).toHaveLength(1)
    expect(await rowsOf(store, 'message')).toHaveLength(1)
    await store.close()
  })

  it('stays ended when a later one was answered since', async () => {
    const store = await storeWithWait()
    const acknowledged = await command(store, endFirst)
    await command(store, chase)
    await command(store, (db) => updateRow(db, 'wait', 2, { ended_at: 40, ended_by: 'call' }))

    await expect(undo(store, acknowledged)).rejects.toEqual(tooLate)
    await store.close()
  })

  it('stays out of the way of cycles that ended before it began', async () => {
    const store = await storeWithWait()
    await command(store, endFirst)
    await command(store, chase)
    const answered = await command(store, (db) =>
      updateRow(db, 'wait', 2, { ended_at: 40, ended_by: 'reply' }),
    )

    await undo(store, answered)

    expect(await rowsOf(store, 'wait')).toMatchObject([{ ended_at: 20 }, { ended_at: null }])
    await store.close()
  })
})

it('makes room for a wait within its own conversation, without walking others', async () => {
  const store = await openTestDatabase()

  expect(await planOf(store, otherWaits)).not.toContain('SCAN')
  await store.close()
})

const conversation = { client_id: 1 as never, conversation_id: 1 as never }
const aMessage = { ...conversation, direction: 'inbound', channel: 'text', is_human: 1 } as const
const targets = {
  ack_minutes: 240,
  ack_due_at: 0,
  answer_days: 1,
  answer_due_at: 0,
  because: 'usual',
} as const
const aWait = { ...conversation, ...targets, standard_id: 1 as never, calendar_version: 1 }
const aDraft = {
  kind: 'blank',
  client_id: 1 as never,
  recipients: '[]',
  fields: '{}',
  state: 'draft',
} as const

async function storeWithWait(): Promise<Store> {
  const store = await openTestDatabase()
  await store.write(async (db) => {
    await insertRow(db, 'client', aClient)
    await insertRow(db, 'conversation', { client_id: 1 as never, last_activity_at: 10 })
    await insertRow(db, 'message', { ...aMessage, at: 10, text: 'Hello?' })
    await insertRow(db, 'wait', { ...aWait, first_message_id: 1 as never, waiting_since: 10 })
  })
  return store
}

const endFirst = (db: WriteDb) => updateRow(db, 'wait', 1, { ended_at: 20, ended_by: 'acknowledgement' })

async function chase(db: WriteDb): Promise<void> {
  const { id } = await insertRow(db, 'message', { ...aMessage, at: 30, text: 'Are you there?' })
  const wait = await insertRow(db, 'wait', { ...aWait, first_message_id: id, waiting_since: 30 })
  await db
    .insertInto('letter')
    .values({ ...aDraft, wait_id: wait.id, drafted_at: 0, saved_at: 0 })
    .execute()
}

describe('taking marks back', () => {
  it('keeps what changed since, and leaves the tables alone that it is told to', async () => {
    const store = await storeWithWait()
    const sent = await command(store, async (db) => {
      await updateRow(db, 'wait', 1, { ended_at: 20, ended_by: 'reply' })
      await updateRow(db, 'client', 1, { last_outbound_at: 20, name: 'Ann' })
      await updateRow(db, 'conversation', 1, { last_activity_at: 20 })
    })
    await store.write((db) => updateRow(db, 'client', 1, { last_outbound_at: 50 }))

    await store.write((db) => takeBackMarks(db, sent, 60, ['conversation']))

    expect(await rowsOf(store, 'wait')).toMatchObject([{ ended_at: null, ended_by: null }])
    expect(await rowsOf(store, 'client')).toMatchObject([{ last_outbound_at: 50, name: 'Ann' }])
    expect(await rowsOf(store, 'conversation')).toMatchObject([{ last_activity_at: 20 }])
    expect(await rowsOf(store, 'operation')).toMatchObject([{ undone_at: 60 }])
    await store.close()
  })
})
