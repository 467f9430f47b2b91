import { afterEach, describe, expect, it } from 'vitest'
import { api } from '../../shared/api/index'
import { ProjectId } from '../../shared/domain/ids'
import { aNewClient, aNewProject } from '../../shared/testing'
import { openTestBackend, type TestBackend } from '../testing'

const open: TestBackend[] = []
afterEach(() => Promise.all(open.splice(0).map((backend) => backend.close())))

async function aDesk() {
  const backend = await openTestBackend()
  open.push(backend)
  const added = await backend.ask(api.clients.add, aNewClient('Ann', { project: aNewProject() }))
  const calendar = async () => (await backend.ask(api.calendar.show, {})).calendar
  return { backend, clientId: added.id, projectId: ProjectId.parse(added.projectId), calendar }
}

describe('a project', () => {
  it('moves its event day in the calendar, and its next update with the ramp', async () => {
    const { backend, projectId, calendar } = await aDesk()
    const change = { id: projectId, revision: 0, ...aNewProject({ eventOn: '2026-12-12' }) }

    const changed = await backend.ask(api.projects.change, change)

    expect(changed).toMatchObject({ eventOn: '2026-12-12', nextUpdateOn: '2026-12-01', revision: 1 })
    expect((await calendar()).eventDays).toEqual(['2026-12-12'])
  })

  it('leaves the calendar alone when other things of it change', async () => {
    const { backend, projectId, calendar } = await aDesk()
    const before = await calendar()

    await backend.ask(api.projects.change, {
      id: projectId,
      revision: 0,
      ...aNewProject({ guests: 120, standing: 'hall contract on track' }),
    })

    expect(await calendar()).toEqual(before)
  })

  it.each(['done', 'cancelled'] as const)('once %s asks for no update and opens no day', async (state) => {
    const { backend, projectId, calendar } = await aDesk()

    const changed = await backend.ask(api.projects.change, {
      id: projectId,
      revision: 0,
      ...aNewProject({ state }),
    })

    expect(changed.nextUpdateOn).toBeNull()
    expect((await calendar()).eventDays).toEqual([])
  })

  it('of the same day as another keeps that day open when it moves', async () => {
    const { backend, clientId, projectId, calendar } = await aDesk()
    await backend.ask(api.projects.add, { clientId, ...aNewProject() })

    await backend.ask(api.projects.change, {
      id: projectId,
      revision: 0,
      ...aNewProject({ eventOn: '2027-07-10' }),
    })

    expect((await calendar()).eventDays).toEqual(['2027-06-12', '2027-07-10'])
  })

  it('has the rhythm the client asked for', async () => {
    const { backend, clientId } = await aDesk()

    const added = await backend.ask(api.projects.add, { clientId, ...aNewProject({ cadenceDays: 21 }) })

    expect(added).toMatchObject({ cadenceDays: 21, nextUpdateOn: '2026-12-15', addedAt: backend.now() })
  })
})
