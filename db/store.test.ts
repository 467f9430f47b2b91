import { expect, it } from 'vitest'
import { insertRow } from './record'
import { connect } from './connection'
import type { WriteDb } from './schema'
import { storeOf } from './store'
import { openTestDatabase, planOf, rowsOf } from './testing'

const aClient = (name: string) => ({ name, stage: 'current', added_at: 0 }) as const

it('keeps what a transaction wrote', async () => {
  const store = await openTestDatabase()

  await store.write((db) => insertRow(db, 'client', aClient('Ann & Bob')))

  expect(await rowsOf(store, 'client')).toMatchObject([{ id: 1, name: 'Ann & Bob', revision: 0 }])
  await store.close()
})

it('keeps nothing of a transaction that failed', async () => {
  const store = await openTestDatabase()
  const work = async (db: WriteDb) => {
    await insertRow(db, 'client', aClient('Ann & Bob'))
    throw new Error('after the first write')
  }

  await expect(store.write(work)).rejects.toThrow('after the first write')

  expect(await rowsOf(store, 'client')).toEqual([])
  await store.close()
})

it('runs transactions one after another, whoever asks first', async () => {
  const store = await openTestDatabase()
  const names = Array.from({ length: 20 }, (_, i) => `Client ${i}`)

  await Promise.all(names.map((name) => store.write((db) => insertRow(db, 'client', aClient(name)))))

  expect((await rowsOf(store, 'client')).map((row) => row.name)).toEqual(names)
  await store.close()
})

it('lets the outer handle wait for an open transaction, so that it would hang inside one', async () => {
  const store = await openTestDatabase()
  const order: string[] = []

  const write = store.write(async (db) => {
    await insertRow(db, 'client', aClient('Ann'))
    await new Promise((resolve) => setTimeout(resolve, 20))
    order.push('written')
  })
  const read = store.read
    .selectFrom('client')
    .selectAll()
    .execute()
    .then(() => order.push('read'))
  await Promise.all([write, read])

  expect(order).toEqual(['written', 'read'])
  await store.close()
})

it('shows how a query would run', async () => {
  const store = await openTestDatabase()

  const plan = await planOf(
    store,
    store.read
      .selectFrom('person')
      .selectAll()
      .where('client_id', '=', 1 as never),
  )

  expect(plan).toContain('person_by_client')
  await store.close()
})

it('closes its connection although nothing was ever asked', async () => {
  const connection = connect(':memory:')
  const store = storeOf(connection, ':memory:')

  await store.close()
  await store.close()

  expect(connection.open).toBe(false)
})
