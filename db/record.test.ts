import { expect, it } from 'vitest'
import { beginOperation } from './operations'
import { insertRow, removeRow, updateRow } from './record'
import type { WriteDb } from './schema'
import { withOperation } from './store'
import { openTestDatabase, rowsOf } from './testing'

const aClient = { name: 'Ann & Bob', stage: 'current', added_at: 0 } as const

const begin = async (db: WriteDb) =>
  withOperation(
    db,
    await beginOperation(db, { uuid: null, command: 'test.do', inputHash: null, at: 0, isUndoable: true }),
  )

it('gives an inserted row back with what the table filled in', async () => {
  const store = await openTestDatabase()

  const row = await store.write((db) => insertRow(db, 'client', aClient))

  expect(row).toMatchObject({ id: 1, name: 'Ann & Bob', short_name: null, revision: 0 })
  await store.close()
})

it('raises the revision with every change', async () => {
  const store = await openTestDatabase()

  const row = await store.write(async (db) => {
    const { id } = await insertRow(db, 'client', aClient)
    await updateRow(db, 'client', id, { short_name: 'Ann' })
    return updateRow(db, 'client', id, { short_name: 'Ann & B', language: undefined })
  })

  expect(row).toMatchObject({ short_name: 'Ann & B', revision: 2, language: null })
  await store.close()
})

it('raises no revision where only what follows by itself has changed', async () => {
  const store = await openTestDatabase()

  const client = await store.write(async (db) => {
    const { id } = await insertRow(db, 'client', aClient)
    return updateRow(db, 'client', id, { last_inbound_at: 5 })
  })

  expect(client).toMatchObject({ last_inbound_at: 5, revision: 0 })
  await store.close()
})

it('changes a row that counts no revisions, and takes no columns at all', async () => {
  const store = await openTestDatabase()

  const row = await store.write(async (db) => {
    await updateRow(db, 'span', 1, {})
    return updateRow(db, 'span', 1, { opens_at: '08:00' })
  })

  expect(row).toEqual({ id: 1, weekday: 1, opens_at: '08:00', closes_at: '17:30' })
  await store.close()
})

it('remembers what an operation inserted, changed and removed', async () => {
  const store = await openTestDatabase()

  await store.write(async (outer) => {
    const db = await begin(outer)
    const { id } = await insertRow(db, 'span', { weekday: 6, opens_at: '09:00', closes_at: '12:00' })
    await updateRow(db, 'span', id, { closes_at: '13:00', opens_at: '09:00' })
    await removeRow(db, 'span', id)
  })

  const [inserted, changed, removed] = await rowsOf(store, 'change')
  expect(inserted).toMatchObject({ table_name: 'span', row_id: 6, before: null })
  expect(changed).toMatchObject({ before: '{"closes_at":"12:00"}', after: '{"closes_at":"13:00"}' })
  expect(removed).toMatchObject({ after: null })
  await store.close()
})

it('remembers nothing without an operation', async () => {
  const store = await openTestDatabase()

  await store.write((db) => insertRow(db, 'client', aClient))

  expect(await rowsOf(store, 'change')).toEqual([])
  await store.close()
})

it('fails for a row that is not there', async () => {
  const store = await openTestDatabase()

  await expect(store.write((db) => updateRow(db, 'client', 9, { name: 'Nobody' }))).rejects.toThrow(
    'No row 9',
  )
  await expect(store.write((db) => removeRow(db, 'client', 9))).rejects.toThrow('No row 9')
  await store.close()
})
