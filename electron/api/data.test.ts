import { expect, it } from 'vitest'
import { api } from '../../shared/api/index'
import { Refusal } from '../../shared/lib/refusal'
import { openTestBackend } from '../testing'

it('says where the store is and what backups there are', async () => {
  const backend = await openTestBackend()

  const made = await backend.ask(api.data.backUp, { why: 'by-hand' })

  expect(made).toMatchObject({ at: backend.now(), why: 'by-hand' })
  expect(await backend.ask(api.data.show, {})).toEqual({
    store: ':memory:',
    backups: [made],
    version: '0.1.0',
  })
  await backend.close()
})

it('offers no way out where nothing is missing', async () => {
  const backend = await openTestBackend()
  const refusal = new Refusal('conflict', 'E_NOTHING_MISSING')

  expect(await backend.ask(api.recovery.show, {})).toBeNull()
  await expect(backend.ask(api.recovery.restore, { file: 'x' })).rejects.toEqual(refusal)
  await expect(backend.ask(api.recovery.choose, { file: 'x' })).rejects.toEqual(refusal)
  await expect(backend.ask(api.recovery.startEmpty, {})).rejects.toEqual(refusal)
  await backend.close()
})
