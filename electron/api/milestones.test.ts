import { afterEach, describe, expect, it } from 'vitest'
import { api } from '../../shared/api/index'
import { PersonId } from '../../shared/domain/ids'
import { aMilestone, aNewClient, aNewPerson } from '../../shared/testing'
import { openTestBackend, type TestBackend } from '../testing'

const open: TestBackend[] = []
afterEach(() => Promise.all(open.splice(0).map((backend) => backend.close())))

const { id: _id, clientId: _clientId, doneAt: _doneAt, revision: _revision, ...menuCall } = aMilestone()

async function aDesk() {
  const backend = await openTestBackend()
  open.push(backend)
  const { id: clientId } = await backend.ask(api.clients.add, aNewClient('Ann'))
  const keyDates = async () => (await backend.ask(api.clients.show, { id: clientId })).keyDates
  return { backend, clientId, keyDates }
}

describe('a key date', () => {
  it('is listed by its day until it is done and over', async () => {
    const { backend, clientId, keyDates } = await aDesk()
    const later = await backend.ask(api.milestones.add, { clientId, ...menuCall, onDay: '2026-12-14' })
    const past = await backend.ask(api.milestones.add, { clientId, ...menuCall, onDay: '2026-11-20' })

    const before = await keyDates()
    await backend.ask(api.milestones.done, { id: past.id, isDone: true })
    await backend.ask(api.milestones.done, { id: later.id, isDone: true })

    expect(before.map(({ id }) => id)).toEqual([past.id, later.id])
    expect(await keyDates()).toMatchObject([{ id: later.id, doneAt: backend.now() }])
  })

  it('stays done since it was first ticked, and can be opened again', async () => {
    const { backend, clientId } = await aDesk()
    const { id } = await backend.ask(api.milestones.add, { clientId, ...menuCall })
    const first = backend.now()
    await backend.ask(api.milestones.done, { id, isDone: true })
    backend.setNow(first + 1)

    const again = await backend.ask(api.milestones.done, { id, isDone: true })
    const reopened = await backend.ask(api.milestones.done, { id, isDone: false })

    expect([again.doneAt, reopened.doneAt]).toEqual([first, null])
  })

  it('is changed, and removed', async () => {
    const { backend, clientId, keyDates } = await aDesk()
    const { id } = await backend.ask(api.milestones.add, { clientId, ...menuCall })

    const changed = await backend.ask(api.milestones.change, {
      id,
      revision: 0,
      ...menuCall,
      atTime: '15:00',
    })
    await backend.ask(api.milestones.remove, { id })

    expect(changed).toMatchObject({ atTime: '15:00', revision: 1 })
    expect(await keyDates()).toEqual([])
    await expect(backend.ask(api.milestones.remove, { id })).rejects.toMatchObject({
      code: 'E_MILESTONE_GONE',
    })
  })

  it('names nobody of another client', async () => {
    const { backend, clientId } = await aDesk()
    const people = [aNewPerson('Bo')]
    const { personIds } = await backend.ask(api.clients.add, aNewClient('Bo', { people }))
    const personId = PersonId.parse(personIds[0])

    await expect(backend.ask(api.milestones.add, { clientId, ...menuCall, personId })).rejects.toMatchObject({
      code: 'E_OTHER_CLIENT',
      values: { field: 'personId' },
    })
  })
})
