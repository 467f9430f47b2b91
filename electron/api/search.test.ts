import { expect, it } from 'vitest'
import { api } from '../../shared/api/index'
import { aNewClient, aNewPerson } from '../../shared/testing'
import { openTestBackend } from '../testing'

it('finds what was put in through the same door, until it is taken back', async () => {
  const backend = await openTestBackend()
  const people = [aNewPerson('Meera Raman')]
  const { id } = await backend.ask(api.clients.add, aNewClient('Priya & Tom', { people }))
  const find = (text: string) => backend.ask(api.search.everything, { text })

  expect(await find('meer')).toEqual([
    { kind: 'person', id: 1, clientId: id, clientName: 'Priya & Tom', title: 'Meera Raman', snippet: null },
  ])
  expect(await find('nobody')).toEqual([])
  const last = await backend.ask(api.operations.last, {})
  if (last) await backend.ask(api.operations.undo, { id: last.id })

  expect(await find('meer')).toEqual([])
  await backend.close()
})
