import { expect, it } from 'vitest'
import type { OperationId } from '../shared/domain/ids'
import { day } from '../shared/lib/time'
import { forgetOldChanges } from './forget'
import { beginOperation } from './operations'
import { insertRow, updateRow } from './record'
import type { LetterRow, WriteDb } from './schema'
import { withOperation, type Store } from './store'
import { openTestDatabase, rowsOf } from './testing'

const now = Date.UTC(2026, 10, 24)

/** So many commands, each changing one row, the first `at` a moment and the others a second later each. */
async function work(store: Store, count: number, at: number): Promise<readonly OperationId[]> {
  const ids: OperationId[] = []
  await store.write(async (outer) => {
    for (let i = 0; i < count; i++) {
      const operation = {
        uuid: null,
        command: 'test.do',
        inputHash: null,
        at: at + i * 1000,
        isUndoable: true,
      }
      const id = await beginOperation(outer, operation)
      await updateRow(withOperation(outer, id), 'business', 1, { user_name: `Hazel ${id}` })
      ids.push(id)
    }
  })
  return ids
}

const forget = (store: Store) => store.write((db) => forgetOldChanges(db, now))
const remembered = async (store: Store) => (await rowsOf(store, 'change')).map((row) => row.operation_id)

it('forgets what is over thirty days old and not among the last thousand commands', async () => {
  const store = await openTestDatabase()
  const old = await work(store, 1010, now - 31 * day)

  await forget(store)

  expect(await remembered(store)).toEqual(old.slice(10))
  expect(await rowsOf(store, 'operation')).toHaveLength(1010)
  await store.close()
})

it('forgets nothing younger, however many commands came after', async () => {
  const store = await openTestDatabase()
  await work(store, 1500, now - 29 * day)

  await forget(store)

  expect(await remembered(store)).toHaveLength(1500)
  await store.close()
})

it.each([
  ['keeps', 'unknown', true],
  ['keeps', 'handed-over', true],
  ['keeps', 'queued', true],
  ['forgets', 'sent', false],
] as const)('%s what a letter that is %s marked', async (_, state, isKept) => {
  const store = await openTestDatabase()
  const [first] = await work(store, 1100, now - 60 * day)
  await store.write((db) => insertLetter(db, state, first))

  await forget(store)

  expect((await remembered(store)).includes(first as OperationId)).toBe(isKept)
  await store.close()
})

async function insertLetter(
  db: WriteDb,
  state: LetterRow['state'],
  operation_id: OperationId | undefined,
): Promise<void> {
  const { id } = await insertRow(db, 'client', { name: 'Ann', stage: 'current', added_at: 0 })
  const letter = { kind: 'blank', client_id: id, recipients: '[]', fields: '{}', drafted_at: 0 } as const
  await insertRow(db, 'letter', { ...letter, saved_at: 0, state, operation_id: operation_id ?? null })
}
