import { afterEach, describe, expect, it } from 'vitest'
import { rowsOf } from '../../db/testing'
import { api } from '../../shared/api/index'
import { aNewClient, aNewPerson } from '../../shared/testing'
import { openTestBackend, type TestBackend } from '../testing'

const open: TestBackend[] = []
afterEach(() => Promise.all(open.splice(0).map((backend) => backend.close())))

const email = (value: string) => ({ kind: 'email' as const, value })
const phone = (value: string) => ({ kind: 'phone' as const, value })

async function aDesk() {
  const backend = await openTestBackend()
  open.push(backend)
  const { id: clientId } = await backend.ask(api.clients.add, aNewClient('Ann'))
  const people = async () => (await backend.ask(api.clients.show, { id: clientId })).people
  return { backend, clientId, people }
}

describe('a person', () => {
  it('has any number of addresses, kept as typed and compared without case and spaces', async () => {
    const { backend, clientId, people } = await aDesk()
    const addresses = [email('Meera@Raman.example'), email('m@r.example'), phone('0049 (170) 555.01')]

    const person = await backend.ask(api.people.add, { clientId, ...aNewPerson('Meera', { addresses }) })

    expect(await people()).toEqual([person])
    expect(person.addresses).toMatchObject(addresses)
    expect((await rowsOf(backend.store, 'address')).map(({ folded }) => folded)).toEqual([
      'meera@raman.example',
      'm@r.example',
      '+4917055501',
    ])
  })

  it('keeps the addresses that stay when others change', async () => {
    const { backend, clientId } = await aDesk()
    const before = [email('a@a.example'), phone('123'), email('b@b.example')]
    const added = await backend.ask(api.people.add, {
      clientId,
      ...aNewPerson('Meera', { addresses: before }),
    })
    const after = [email('a@a.example'), email('b@b.example')]

    const changed = await backend.ask(api.people.change, {
      id: added.id,
      revision: added.revision,
      ...aNewPerson('Meera Raman', { addresses: after }),
    })

    expect(changed).toMatchObject({ name: 'Meera Raman', revision: 1, addresses: after })
    expect(changed.addresses[0]?.id).toBe(added.addresses[0]?.id)
  })

  it('is not changed over what was changed meanwhile', async () => {
    const { backend, clientId } = await aDesk()
    const { id } = await backend.ask(api.people.add, { clientId, ...aNewPerson('Meera') })
    await backend.ask(api.people.change, { id, revision: 0, ...aNewPerson('Meera Raman') })

    await expect(
      backend.ask(api.people.change, { id, revision: 0, ...aNewPerson('Mira') }),
    ).rejects.toMatchObject({ code: 'E_CHANGED_MEANWHILE', values: { theirs: 'Meera Raman', yours: 'Mira' } })
  })

  it('is removed with the addresses, and returns with them by undo', async () => {
    const { backend, clientId, people } = await aDesk()
    const addresses = [email('m@r.example')]
    const person = await backend.ask(api.people.add, { clientId, ...aNewPerson('Meera', { addresses }) })

    await backend.ask(api.people.remove, { id: person.id })
    const without = await people()
    const last = await backend.ask(api.operations.last, {})
    if (last) await backend.ask(api.operations.undo, { id: last.id })

    expect(without).toEqual([])
    expect(await people()).toMatchObject([{ id: person.id, addresses: person.addresses }])
  })

  it('is not removed while a message names them', async () => {
    const { backend, clientId } = await aDesk()
    const { id } = await backend.ask(api.people.add, { clientId, ...aNewPerson('Meera') })
    const call = {
      channel: 'call',
      direction: 'inbound',
      at: backend.now(),
      text: 'Keep it to ninety.',
    } as const
    await backend.ask(api.messages.log, { clientId, personId: id, ...call })

    expect(await backend.reply(api.people.remove, { id })).toMatchObject({
      error: {
        code: 'E_PERSON_IN_USE',
        message: expect.stringContaining('Meera cannot be removed'),
      },
    })
  })

  it('is removed although a draft would go to them, and the draft still goes', async () => {
    const { backend, clientId } = await aDesk()
    await backend.ask(api.mail.setAccount, {
      ...{ revision: null, host: 'localhost', port: 2525, security: 'none', user: null },
      ...{ fromName: 'Hazel Marsh', fromAddress: 'hazel@marsh.example' },
    })
    const meera = { clientId, ...aNewPerson('Meera', { addresses: [email('m@r.example')] }) }
    const { id } = await backend.ask(api.people.add, meera)
    const { letter } = await backend.ask(api.letters.begin, { kind: 'blank', clientId })
    const { recipients, subject, fields, promise, revision } = letter
    const words = {
      recipients: [...recipients],
      subject: subject ?? 'Hello',
      body: 'Good to meet you.',
      fields,
      promise,
    }
    const typed = await backend.ask(api.letters.save, { id: letter.id, revision, ...words })

    await backend.ask(api.people.remove, { id })
    const sent = await backend.ask(api.letters.send, { id: letter.id, revision: typed.letter.revision })

    expect(sent).toMatchObject({ state: 'queued', recipients: [{ address: 'm@r.example' }] })
    expect(await rowsOf(backend.store, 'message')).toMatchObject([{ direction: 'outbound', person_id: null }])
  })

  it('belongs to a client who is there', async () => {
    const { backend, clientId } = await aDesk()
    const last = await backend.ask(api.operations.last, {})
    if (last) await backend.ask(api.operations.undo, { id: last.id })

    await expect(backend.ask(api.people.add, { clientId, ...aNewPerson('Meera') })).rejects.toMatchObject({
      code: 'E_CLIENT_GONE',
    })
  })
})
