import { describe, expect, it } from 'vitest'
import { rowsOf } from '../../db/testing'
import { api } from '../../shared/api/index'
import { day } from '../../shared/lib/time'
import { Refusal } from '../../shared/lib/refusal'
import { aNewClient, aNewPerson, aNewProject, at } from '../../shared/testing'
import { openTestBackend } from '../testing'

const email = (value: string) => ({ kind: 'email' as const, value })
const phone = (value: string) => ({ kind: 'phone' as const, value })

describe('adding a client', () => {
  it('puts in people, addresses and the first project in one go', async () => {
    const backend = await openTestBackend()
    const addresses = [email('Priya@Raman.example'), phone('+49 170 555-01')]

    const added = await backend.ask(
      api.clients.add,
      aNewClient('Priya Raman & Tom Hollis', {
        people: [aNewPerson('Priya Raman', { addresses }), aNewPerson('Tom Hollis')],
        project: aNewProject(),
        note: 'Met at the fair.',
      }),
    )

    const page = await backend.ask(api.clients.show, { id: added.id })
    expect(page.client).toMatchObject({ name: 'Priya Raman & Tom Hollis', shortName: 'Priya & Tom' })
    expect(page.people.map(({ id }) => id)).toEqual(added.personIds)
    expect(page.people[0]?.addresses).toMatchObject(addresses)
    expect(page.projects).toMatchObject([{ id: added.projectId, eventOn: '2027-06-12', guests: 90 }])
    expect(await rowsOf(backend.store, 'address')).toMatchObject([
      { folded: 'priya@raman.example' },
      { folded: '+4917055501' },
    ])
    expect(await rowsOf(backend.store, 'wait')).toEqual([])
    await backend.close()
  })

  it('makes the event a working day and sets the day of the first update', async () => {
    const backend = await openTestBackend()

    const { id } = await backend.ask(api.clients.add, aNewClient('Ann', { project: aNewProject() }))

    const { calendar } = await backend.ask(api.calendar.show, {})
    const { projects } = await backend.ask(api.clients.show, { id })
    expect(calendar).toMatchObject({ version: 2, eventDays: ['2027-06-12'] })
    expect(projects[0]?.nextUpdateOn).toBe('2026-12-08')
    await backend.close()
  })

  it('keeps a short name that was typed, and needs none for one person', async () => {
    const backend = await openTestBackend()
    const people = [aNewPerson('Grace Bell'), aNewPerson('Liam Bell')]

    const typed = await backend.ask(api.clients.add, aNewClient('Bell', { people, shortName: 'The Bells' }))
    const one = await backend.ask(
      api.clients.add,
      aNewClient('Margaret Ellison', { people: people.slice(0, 1) }),
    )

    const nameOf = async (id: typeof one.id) => (await backend.ask(api.clients.show, { id })).client.shortName
    expect([await nameOf(typed.id), await nameOf(one.id)]).toEqual(['The Bells', null])
    await backend.close()
  })

  it('can be undone as a whole', async () => {
    const backend = await openTestBackend()
    const people = [aNewPerson('Ann', { addresses: [{ kind: 'email', value: 'a@b.example' }] })]
    const input = aNewClient('Ann', { people, project: aNewProject(), note: 'Hello' })

    const reply = await backend.reply(api.clients.add, input)

    expect(reply.ok && reply.operationId).toEqual(expect.any(Number))
    await undoLast(backend)
    for (const table of ['client', 'person', 'address', 'project', 'message', 'conversation'] as const)
      expect(await rowsOf(backend.store, table)).toEqual([])
    expect((await backend.ask(api.calendar.show, {})).calendar.eventDays).toEqual([])
    await backend.close()
  })

  it('refuses a sender who is not there', async () => {
    const backend = await openTestBackend()
    const { id } = await backend.ask(api.clients.add, aNewClient('Ann'))
    await undoLast(backend)

    await expect(
      backend.ask(api.clients.add, aNewClient('Bo', { sentByClientId: id })),
    ).rejects.toMatchObject({ code: 'E_CLIENT_GONE' })
    await backend.close()
  })
})

describe('changing a client', () => {
  it('refuses what was changed meanwhile, with both values', async () => {
    const backend = await openTestBackend()
    const { id } = await backend.ask(api.clients.add, aNewClient('Ann'))
    const details = {
      stage: 'current',
      shortName: null,
      sentByClientId: null,
      language: null,
      zone: null,
    } as const
    await backend.ask(api.clients.change, { ...details, id, revision: 0, name: 'Ann & Bo' })

    const late = await backend.reply(api.clients.change, { ...details, id, revision: 0, name: 'Ann Bell' })

    expect(late).toMatchObject({
      ok: false,
      error: {
        kind: 'conflict',
        code: 'E_CHANGED_MEANWHILE',
        values: { field: 'name', theirs: 'Ann & Bo', yours: 'Ann Bell', revision: 1 },
        message: expect.stringContaining('“name” is now “Ann & Bo”; you typed “Ann Bell”.'),
      },
    })
    await backend.close()
  })

  it('refuses a client who would have sent themselves', async () => {
    const backend = await openTestBackend()
    const { id } = await backend.ask(api.clients.add, aNewClient('Ann'))
    const details = { name: 'Ann', stage: 'current', shortName: null, language: null, zone: null } as const

    await expect(
      backend.ask(api.clients.change, { ...details, id, revision: 0, sentByClientId: id }),
    ).rejects.toMatchObject({ code: 'E_SENT_BY_SELF' })
    await backend.close()
  })

  it('is not disturbed by a message that came in while the form was open', async () => {
    const backend = await openTestBackend()
    const { id } = await backend.ask(api.clients.add, aNewClient('Ann'))
    const text = { channel: 'text', direction: 'inbound', at: backend.now(), text: 'Hello?' } as const
    await backend.ask(api.messages.log, { clientId: id, personId: null, ...text })

    const details = {
      stage: 'past',
      shortName: null,
      sentByClientId: null,
      language: null,
      zone: null,
    } as const
    const changed = await backend.ask(api.clients.change, { ...details, id, revision: 0, name: 'Ann' })

    expect(changed).toMatchObject({ stage: 'past', revision: 1, lastInboundAt: backend.now() })
    await backend.close()
  })
})

describe('the list of clients', () => {
  it('is in the order of names, whatever their capitals, a page at a time', async () => {
    const backend = await openTestBackend()
    for (const name of ['Zoe', 'anna', 'Ben', 'de Vries'])
      await backend.ask(api.clients.add, aNewClient(name))

    const all = await backend.ask(api.clients.list, {})
    const second = await backend.ask(api.clients.list, { offset: 2, limit: 1 })

    expect(all.rows.map(({ name }) => name)).toEqual(['anna', 'Ben', 'de Vries', 'Zoe'])
    expect(second).toMatchObject({ rows: [{ name: 'de Vries' }], total: 4 })
    await backend.close()
  })

  it('says what comes next, what is owed and who waits', async () => {
    const backend = await openTestBackend()
    const { id } = await backend.ask(api.clients.add, aNewClient('Ann', { project: aNewProject() }))
    await backend.ask(api.milestones.add, {
      clientId: id,
      projectId: null,
      personId: null,
      kind: 'tasting',
      what: 'Tasting at the barn',
      onDay: '2026-12-04',
      atTime: '14:00',
      place: null,
      whose: 'client',
      toldAs: null,
    })
    const text = { channel: 'text', direction: 'inbound', text: 'Hello?' } as const
    const said = at('Tue 2026-11-24 09:55')
    await backend.ask(api.messages.log, { clientId: id, personId: null, at: said, ...text })

    const { rows } = await backend.ask(api.clients.list, {})

    expect(rows).toMatchObject([
      {
        event: { kind: 'Wedding', eventOn: '2027-06-12', state: 'open' },
        nextOn: '2026-12-04',
        lastHeardAt: said,
        lastWrittenAt: null,
        owedPromises: 0,
        waitingSince: said,
      },
    ])
    await backend.close()
  })

  it('shows the nearest event to come, else the last one', async () => {
    const backend = await openTestBackend()
    const { id } = await backend.ask(
      api.clients.add,
      aNewClient('Jess', { project: aNewProject({ eventOn: '2025-11-29' }) }),
    )
    const eventOn = async () => (await backend.ask(api.clients.list, {})).rows[0]?.event?.eventOn

    const before = await eventOn()
    await backend.ask(api.projects.add, { clientId: id, ...aNewProject({ eventOn: '2028-01-01' }) })
    await backend.ask(api.projects.add, { clientId: id, ...aNewProject({ eventOn: '2027-01-01' }) })

    expect([before, await eventOn()]).toEqual(['2025-11-29', '2027-01-01'])
    await backend.close()
  })

  it.each(['pri', 'PRIYA hol', 'tom', 'raman.example', '0170 555', '+49 170', 'priya@'])(
    'finds a client by “%s”',
    async (text) => {
      const backend = await openTestBackend()
      const addresses = [email('priya@raman.example'), phone('+49 170 55501')]
      const people = [aNewPerson('Priya Hollis', { addresses }), aNewPerson('Tom Hollis')]
      await backend.ask(api.clients.add, aNewClient('Raman & Hollis', { people }))
      await backend.ask(api.clients.add, aNewClient('Somebody else'))

      const found = await backend.ask(api.clients.list, { text })

      expect(found).toMatchObject({ rows: [{ name: 'Raman & Hollis' }], total: 1 })
      await backend.close()
    },
  )

  it('lists both clients who share an address', async () => {
    const backend = await openTestBackend()
    const people = [aNewPerson('Meera', { addresses: [{ kind: 'phone', value: '+44 20 7946' }] })]
    await backend.ask(api.clients.add, aNewClient('Ann', { people }))
    await backend.ask(api.clients.add, aNewClient('Bo', { people }))

    const found = await backend.ask(api.clients.list, { text: '020 7946' })

    expect(found.rows.map(({ name }) => name)).toEqual(['Ann', 'Bo'])
    await backend.close()
  })

  it('filters by stage', async () => {
    const backend = await openTestBackend()
    await backend.ask(api.clients.add, aNewClient('Ann', { stage: 'lead' }))
    await backend.ask(api.clients.add, aNewClient('Bo', { stage: 'past' }))

    const { rows } = await backend.ask(api.clients.list, { stage: 'past' })

    expect(rows.map(({ name }) => name)).toEqual(['Bo'])
    await backend.close()
  })
})

describe('archiving a client', () => {
  it('takes them out of the list and their event out of the calendar, until they are restored', async () => {
    const backend = await openTestBackend()
    const { id } = await backend.ask(api.clients.add, aNewClient('Ann', { project: aNewProject() }))
    const listed = async (isArchived: boolean) =>
      (await backend.ask(api.clients.list, { isArchived })).rows.map(({ name }) => name)
    const eventDays = async () => (await backend.ask(api.calendar.show, {})).calendar.eventDays

    await backend.ask(api.clients.archive, { id })
    const archived = [await listed(false), await listed(true), await eventDays()]
    await backend.ask(api.clients.restore, { id })

    expect(archived).toEqual([[], ['Ann'], []])
    expect([await listed(false), await listed(true), await eventDays()]).toEqual([
      ['Ann'],
      [],
      ['2027-06-12'],
    ])
    await backend.close()
  })

  it('can be undone', async () => {
    const backend = await openTestBackend()
    const { id } = await backend.ask(api.clients.add, aNewClient('Ann'))

    await backend.ask(api.clients.archive, { id })
    await undoLast(backend)

    expect((await backend.ask(api.clients.show, { id })).client.archivedAt).toBeNull()
    await backend.close()
  })
})

describe('a client page', () => {
  it('knows the clients before and after by name, and who sent them', async () => {
    const backend = await openTestBackend()
    const [ann, bo, cy] = [
      await backend.ask(api.clients.add, aNewClient('ann')),
      await backend.ask(api.clients.add, aNewClient('Bo')),
      await backend.ask(api.clients.add, aNewClient('cy')),
    ]
    const details = { stage: 'current', shortName: null, language: null, zone: null } as const
    await backend.ask(api.clients.change, {
      ...details,
      id: bo.id,
      revision: 0,
      name: 'Bo',
      sentByClientId: cy.id,
    })

    const page = await backend.ask(api.clients.show, { id: bo.id })

    expect(page).toMatchObject({ previousId: ann.id, nextId: cy.id, sentBy: { id: cy.id, name: 'cy' } })
    await backend.close()
  })

  it('explains every clock that runs, with the open time it needs', async () => {
    const backend = await openTestBackend()
    const { id } = await backend.ask(api.clients.add, aNewClient('Ann'))
    const said = at('Fri 2026-11-20 17:00')
    const voicemail = { channel: 'voicemail', direction: 'inbound', at: said, text: 'Please ring.' } as const
    await backend.ask(api.messages.log, { clientId: id, personId: null, ...voicemail })

    const { waits, calendar } = await backend.ask(api.clients.show, { id })

    expect(waits).toMatchObject([
      {
        waitingSince: said,
        dueAt: at('Mon 2026-11-23 12:30'),
        ackMinutes: 240,
        explanation: { text: 'arrived Fri 17:00, 30 min counted, weekend skipped, due Mon 12:30' },
      },
    ])
    expect(calendar[0]).toEqual({ opensAt: said, closesAt: at('Fri 2026-11-20 17:30') })
    expect(calendar.at(-1)?.closesAt).toBe(backend.now() + day)
    await backend.close()
  })

  it('tells what happened, newest first', async () => {
    const backend = await openTestBackend()
    const { id } = await backend.ask(
      api.clients.add,
      aNewClient('Ann', { people: [aNewPerson('Tom Hollis')], note: 'Met.' }),
    )
    const [tom] = (await backend.ask(api.clients.show, { id })).people
    const said = { channel: 'email', direction: 'inbound', at: at('Mon 2026-11-23 10:00') } as const
    const about = { subject: 'Rain', text: 'What if it rains?', gist: 'rain' }
    await backend.ask(api.messages.log, { clientId: id, personId: tom?.id ?? null, ...said, ...about })

    const entries = await backend.ask(api.clients.timeline, { id })
    const updates = await backend.ask(api.clients.timeline, { id, kind: 'updates' })

    expect(entries).toMatchObject([
      { kind: 'message', direction: 'internal', channel: 'note', text: 'Met.', who: null },
      { kind: 'message', who: 'Tom', direction: 'inbound', subject: 'Rain', gist: 'rain' },
    ])
    expect(updates).toEqual([])
    await backend.close()
  })

  it('refuses a client who is not there', async () => {
    const backend = await openTestBackend()
    const id = (await backend.ask(api.clients.add, aNewClient('Ann'))).id
    await undoLast(backend)

    await expect(backend.ask(api.clients.show, { id })).rejects.toEqual(
      new Refusal('not-found', 'E_CLIENT_GONE', { clientId: id }),
    )
    await backend.close()
  })
})

async function undoLast(backend: Awaited<ReturnType<typeof openTestBackend>>): Promise<void> {
  const last = await backend.ask(api.operations.last, {})
  if (last) await backend.ask(api.operations.undo, { id: last.id })
}
