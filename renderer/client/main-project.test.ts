import { describe, expect, it } from 'vitest'
import { ClientId, ProjectId } from '../../shared/domain/ids'
import type { Project } from '../../shared/domain/project'
import { crumbOf } from './crumb'
import { mainProject } from './main-project'

const project = (id: number, differences: Partial<Project> = {}): Project => ({
  id: ProjectId.parse(id),
  clientId: ClientId.parse(1),
  kind: 'Wedding',
  eventOn: null,
  eventMonth: null,
  venue: null,
  place: null,
  guests: null,
  isGuestsAbout: false,
  state: 'open',
  standing: null,
  cadenceDays: null,
  addedAt: 0,
  lastUpdateAt: null,
  nextUpdateOn: null,
  revision: 0,
  ...differences,
})
const today = '2026-11-24'
const mainOf = (...projects: Project[]) => mainProject(projects, today)?.id

describe('the project a page is about', () => {
  it('is the nearest to come', () => {
    expect(
      mainOf(
        project(1, { eventOn: '2027-06-12' }),
        project(2, { eventOn: '2026-12-01' }),
        project(3, { eventOn: '2025-06-12', state: 'done' }),
      ),
    ).toBe(2)
  })

  it('is the one held last where none is to come', () => {
    expect(
      mainOf(
        project(1, { eventOn: '2024-06-12', state: 'done' }),
        project(2, { eventOn: '2025-06-12', state: 'done' }),
      ),
    ).toBe(2)
  })

  it('may still come while its month lasts', () => {
    expect(mainOf(project(1, { eventMonth: '2026-11' }), project(2, { eventOn: '2026-12-01' }))).toBe(1)
  })

  it('is never a cancelled one while there is another', () => {
    expect(mainOf(project(1, { eventOn: '2026-12-01', state: 'cancelled' }), project(2))).toBe(2)
  })

  it('is a cancelled one where there is nothing else', () => {
    expect(mainOf(project(1, { state: 'cancelled' }))).toBe(1)
  })

  it('is none for a client without projects', () => {
    expect(mainOf()).toBeUndefined()
  })
})

describe('the drawer a project lies in', () => {
  it.each([
    ['Wedding', 'Weddings, 2027'],
    ['Ruby anniversary', 'Ruby anniversaries, 2027'],
    ['Open day', 'Open days, 2027'],
    ['Lunch', 'Lunches, 2027'],
  ])('of a %s is called %s', (kind, crumb) => {
    expect(crumbOf(project(1, { kind, eventOn: '2027-06-12' }))).toBe(crumb)
  })

  it('has no year while the date is not known', () => {
    expect(crumbOf(project(1))).toBe('Weddings')
  })
})
