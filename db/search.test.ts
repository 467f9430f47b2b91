import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { ClientId, OperationId } from '../shared/domain/ids'
import { beginOperation } from './operations'
import { insertRow, removeRow, updateRow } from './record'
import type { WriteDb } from './schema'
import { searchedColumns } from './search-index'
import { messages, promises, searchEverything } from './search'
import { runStatement } from './statements'
import { withOperation, type Store } from './store'
import { openTestDatabase, planOf } from './testing'
import { undoOperation } from './undo'

const aClient = { stage: 'current', added_at: 0 } as const
const hers = { client_id: 1 as ClientId, conversation_id: 1 as never }
const aMessage = { ...hers, direction: 'inbound', channel: 'text', at: 0, is_human: 1 } as const
const aPromise = {
  client_id: 1 as ClientId,
  said_at: 0,
  said_channel: 'call',
  due_on: '2026-11-27',
  own_on: '2026-11-26',
  state: 'open',
} as const

async function openFilled(): Promise<Store> {
  const store = await openTestDatabase()
  await store.write(async (db) => {
    await insertRow(db, 'client', {
      ...aClient,
      name: 'Priya & Tom',
      short_name: 'Priya',
      last_inbound_at: 5,
    })
    await insertRow(db, 'client', { ...aClient, name: 'Zoë O’Brien-Clarke', last_outbound_at: 9 })
    await insertRow(db, 'person', { client_id: 1 as ClientId, name: 'Priya Shah', is_in_letters: 1 })
    await insertRow(db, 'person', {
      client_id: 1 as ClientId,
      name: 'Anjali',
      called: 'Mum',
      is_in_letters: 0,
    })
    const folded = 'priya.shah@example.org'
    await insertRow(db, 'address', {
      person_id: 1 as never,
      kind: 'email',
      value: 'Priya.Shah@example.org',
      folded,
    })
    const number = { value: '07700 900 123', folded: '07700900123' }
    await insertRow(db, 'address', { person_id: 2 as never, kind: 'phone', ...number })
    await insertRow(db, 'conversation', {
      client_id: 1 as ClientId,
      subject: 'The barn',
      last_activity_at: 0,
    })
    await insertRow(db, 'promise', {
      ...aPromise,
      what: 'Send the revised budget',
      as_noun: 'the revised budget',
    })
    await insertRow(db, 'message', { ...aMessage, text: 'Could the quartet play outside in the evening?' })
    await insertRow(db, 'message', { ...aMessage, text: 'The quartet is confirmed, thank you.' })
  })
  return store
}

const titles = async (store: Store, typed: string) =>
  (await searchEverything(store.read, typed, 30)).map((found) => `${found.kind} ${found.title}`)

describe('search', () => {
  it('finds clients and people by the beginnings of their words', async () => {
    const store = await openFilled()

    expect(await titles(store, 'pri')).toEqual(['client Priya & Tom', 'person Priya Shah'])
    expect(await titles(store, 'to pr')).toEqual(['client Priya & Tom'])
    expect(await titles(store, 'mum')).toEqual(['person Anjali'])
    await store.close()
  })

  it('puts the clients last in touch first while few letters are typed', async () => {
    const store = await openFilled()

    await store.write((db) => insertRow(db, 'client', { ...aClient, name: 'Tamsin', added_at: 7 }))

    expect(await titles(store, 't')).toEqual(['client Tamsin', 'client Priya & Tom'])
    await store.close()
  })

  it('does not mind accents, capitals or marks', async () => {
    const store = await openFilled()

    for (const typed of ['zoe', 'ZOË', 'o’brien', 'obrien'.slice(1), 'brien-cl', '  clarke  '])
      expect(await titles(store, typed), typed).toEqual(['client Zoë O’Brien-Clarke'])
    await store.close()
  })

  it('finds people by the beginning of an address', async () => {
    const store = await openFilled()

    expect(await searchEverything(store.read, 'Priya.S', 30)).toHaveLength(1)
    expect(await titles(store, '(07700) 9')).toEqual(['person Anjali'])
    expect(await searchEverything(store.read, 'priya.shah@ex', 30)).toMatchObject([
      { kind: 'person', id: 1, clientName: 'Priya & Tom', snippet: 'Priya.Shah@example.org' },
    ])
    await store.close()
  })

  it('finds promises and messages, newest first, and marks what was typed', async () => {
    const store = await openFilled()

    expect(await searchEverything(store.read, 'quart', 30)).toMatchObject([
      { kind: 'message', id: 2, title: 'The barn', snippet: 'The «quartet» is confirmed, thank you.' },
      { kind: 'message', id: 1, snippet: 'Could the «quartet» play outside in the evening?' },
    ])
    expect(await searchEverything(store.read, 'revised bud', 30)).toMatchObject([
      { kind: 'promise', clientId: 1, title: 'Send the revised budget' },
    ])
    await store.close()
  })

  it('gives no more than asked for, and nothing for nothing', async () => {
    const store = await openFilled()

    expect(await searchEverything(store.read, 'quartet', 1)).toHaveLength(1)
    for (const typed of ['', '   ', '&', '"', '*', '💐', '\0'])
      expect(await titles(store, typed), typed).toEqual([])
    await store.close()
  })

  it.each([
    ['promises', promises],
    ['messages', messages],
  ])('takes %s newest first straight off the index', async (_, text) => {
    const store = await openFilled()

    const plan = await planOf(store, text)

    expect(plan).toContain('VIRTUAL TABLE INDEX')
    expect(plan).not.toContain('TEMP B-TREE')
    await store.close()
  })

  it('never fails, whatever is typed', async () => {
    const store = await openFilled()
    const odd = fc.constantFrom(
      '"',
      '*',
      '(',
      ')',
      'AND',
      'NOT',
      'NEAR(',
      '^',
      '-',
      ':',
      '{',
      '\0',
      '\ud800',
      ' ',
      '@',
      '1',
    )
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(fc.oneof(odd, fc.string({ maxLength: 4 })), { maxLength: 30 }).map((parts) => parts.join('')),
    )

    await fc.assert(
      fc.asyncProperty(typed, async (text) => {
        expect(await searchEverything(store.read, text, 50)).toBeInstanceOf(Array)
      }),
      { numRuns: 500 },
    )
    await store.close()
  })

  it('finds a client by any beginning of any word of its name', async () => {
    const store = await openTestDatabase()
    const letter = fc.constantFrom(...'abcxyzABCéöñçßÅøłœæžДжλΣ7あ漢')
    const word = fc.array(letter, { minLength: 1, maxLength: 9 }).map((letters) => letters.join(''))
    const name = fc.array(word, { minLength: 1, maxLength: 4 })
    const separator = fc.constantFrom(' ', ' & ', '-', '’', ', ', '/', '"')

    await fc.assert(
      fc.asyncProperty(name, separator, fc.nat(), fc.nat(), async (words, between, which, length) => {
        const { id } = await store.write((db) =>
          insertRow(db, 'client', { ...aClient, name: words.join(between) }),
        )
        const word = [...(words[which % words.length] ?? '')]
        const typed = word.slice(0, 1 + (length % word.length)).join('')
        const found = await searchEverything(store.read, typed, 50)
        await store.write((db) => removeRow(db, 'client', id))
        expect(found.map((row) => row.id)).toContain(id)
      }),
      { numRuns: 300 },
    )
    await store.close()
  })
})

describe('the search rows', () => {
  it('stay in step with their records, whatever is done and taken back', async () => {
    const step = fc.record({
      kind: fc.constantFrom('add', 'change', 'remove', 'undo'),
      id: fc.integer({ min: 1, max: 5 }),
      name: fc.string(),
      note: fc.option(fc.string()),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 20 }), async (steps) => {
        const store = await openTestDatabase()
        const done: OperationId[] = []
        for (const { kind, id, name, note } of steps)
          if (kind === 'undo') await undoLast(store, done)
          else done.push(await act(store, kind, id, { name, short_name: note }))
        await expectInStep(store)
        await store.close()
      }),
      { numRuns: 60 },
    )
  })

  it('of every searched table are written, changed and removed', async () => {
    const store = await openFilled()

    await store.write(async (db) => {
      await updateRow(db, 'message', 1, { gist: 'music outside' })
      await updateRow(db, 'promise', 1, { what: 'Send the new budget', note: 'with the barn' })
      await updateRow(db, 'person', 2, { called: 'Mama' })
      await removeRow(db, 'message', 2)
    })

    await expectInStep(store)
    expect(await titles(store, 'mama')).toEqual(['person Anjali'])
    expect(await titles(store, 'mum')).toEqual([])
    expect(await titles(store, 'confirmed')).toEqual([])
    await store.close()
  })
})

it('out of step would be noticed', async () => {
  const store = await openFilled()

  await store.write((db) =>
    db
      .updateTable('client')
      .set({ name: 'Behind its back' })
      .where('id', '=', 1 as ClientId)
      .execute(),
  )

  await expect(expectInStep(store)).rejects.toThrow()
  await store.close()
})

const act = (store: Store, kind: string, id: number, values: { name: string; short_name: string | null }) =>
  store.write(async (outer) => {
    const operation = await beginOperation(outer, {
      uuid: null,
      command: kind,
      inputHash: null,
      at: 0,
      isUndoable: true,
    })
    const db = withOperation(outer, operation)
    const ids = (await rowsOfClients(db)).map((row) => row.id)
    if (kind === 'add') await insertRow(db, 'client', { ...aClient, ...values })
    if (kind === 'change' && ids.includes(id as ClientId)) await updateRow(db, 'client', id, values)
    if (kind === 'remove' && ids.includes(id as ClientId)) await removeRow(db, 'client', id)
    return operation
  })

const rowsOfClients = (db: WriteDb) => db.selectFrom('client').select('id').execute()

async function undoLast(store: Store, done: OperationId[]): Promise<void> {
  const last = done.pop()
  if (last !== undefined) await store.write((db) => undoOperation(db, last, 1))
}

/** FTS5 compares its index with the tables itself; rank 1 makes it read them. */
async function expectInStep(store: Store): Promise<void> {
  for (const table of Object.keys(searchedColumns)) {
    const index = `${table}_search`
    const check = `insert into ${index} (${index}, rank) values ('integrity-check', 1)`
    await expect(store.write((db) => runStatement(db, check))).resolves.toEqual([])
  }
}
