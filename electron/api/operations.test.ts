import { afterEach, describe, expect, it } from 'vitest'
import { rowsOf } from '../../db/testing'
import { api } from '../../shared/api/index'
import type { OperationId } from '../../shared/domain/ids'
import { hour } from '../../shared/lib/time'
import { Refusal } from '../../shared/lib/refusal'
import { aNewClient } from '../../shared/testing'
import { openTestBackend, type TestBackend } from '../testing'

const open: TestBackend[] = []
afterEach(() => Promise.all(open.splice(0).map((backend) => backend.close())))

async function aBackend(): Promise<TestBackend> {
  const backend = await openTestBackend()
  open.push(backend)
  return backend
}

const last = (backend: TestBackend) => backend.ask(api.operations.last, {})
const undo = (backend: TestBackend, id: OperationId) => backend.ask(api.operations.undo, { id })

describe('undo', () => {
  it('takes back the last command and names it, and then the one before', async () => {
    const backend = await aBackend()
    const { id } = await backend.ask(api.clients.add, aNewClient('Ann & Bob'))
    await backend.ask(api.clients.archive, { id })

    const archived = await last(backend)
    expect(archived).toMatchObject({ command: 'clients.archive', at: backend.now() })
    expect(await undo(backend, archived?.id as OperationId)).toEqual({ command: 'clients.archive' })
    expect(await rowsOf(backend.store, 'client')).toMatchObject([{ archived_at: null }])

    const added = await last(backend)
    expect(await undo(backend, added?.id as OperationId)).toEqual({ command: 'clients.add' })
    expect(await rowsOf(backend.store, 'client')).toEqual([])
    expect(await last(backend)).toBeNull()
  })

  it('reaches a day back, no further', async () => {
    const backend = await aBackend()
    await backend.ask(api.clients.add, aNewClient('Ann & Bob'))
    const added = await last(backend)

    backend.setNow(backend.now() + 24 * hour + 1)

    expect(await last(backend)).toBeNull()
    await expect(undo(backend, added?.id as OperationId)).rejects.toEqual(
      new Refusal('conflict', 'E_UNDO_TOO_LATE'),
    )
  })

  it('is told to every window, as any other change', async () => {
    const backend = await aBackend()
    await backend.ask(api.clients.add, aNewClient('Ann & Bob'))
    const before = backend.pushes.length

    await undo(backend, (await last(backend))?.id as OperationId)

    expect(backend.pushes.length).toBe(before + 1)
  })

  it('takes a promise back although a letter about it was begun, unless something was typed in it', async () => {
    const backend = await aBackend()
    const { id: clientId } = await backend.ask(api.clients.add, aNewClient('Ann'))
    const begun = async () => {
      const words = { what: 'Send the plan', asNoun: null, doneAs: null, note: null }
      const day = { dueOn: '2026-11-26', dueTime: null, ownOn: null }
      const { id: promiseId } = await backend.ask(api.promises.add, { ...words, ...day, clientId })
      return backend.ask(api.letters.begin, { kind: 'move-the-date', clientId, promiseId })
    }
    await begun()
    await undo(backend, (await last(backend))?.id as OperationId)
    const { letter } = await begun()
    const { id, revision, subject, body, promise } = letter
    const typed = { recipients: [], subject, body, promise, fields: { reason: 'It snows.' } }
    await backend.ask(api.letters.save, { ...typed, id, revision })

    await expect(undo(backend, (await last(backend))?.id as OperationId)).rejects.toMatchObject({
      code: 'E_UNDO_TOO_LATE',
    })

    expect(await rowsOf(backend.store, 'promise')).toHaveLength(1)
    expect(await rowsOf(backend.store, 'letter')).toHaveLength(1)
  })
})
