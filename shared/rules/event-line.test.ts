import { describe, expect, it } from 'vitest'
import { ClientId, ProjectId } from '../domain/ids'
import type { ProjectFacts } from '../domain/today-facts'
import { eventDaysOf, eventLineOf, eventsOf } from './event-line'

const clientId = ClientId.parse(1)

const project = (id: number, differences: Partial<ProjectFacts> = {}): ProjectFacts => ({
  id: ProjectId.parse(id),
  clientId,
  kind: `Project ${id}`,
  eventOn: null,
  eventMonth: null,
  state: 'open',
  ...differences,
})

const lineOf = (projects: readonly ProjectFacts[], projectId: ProjectId | null = null) =>
  eventLineOf(eventsOf(projects), { clientId, projectId }, '2026-11-24')?.kind

describe('the event a row names', () => {
  it('is the row’s own project’s', () => {
    const both = [project(1, { eventOn: '2026-12-19' }), project(2, { eventOn: '2027-02-11' })]
    expect(lineOf(both, ProjectId.parse(2))).toBe('Project 2')
  })

  it('is otherwise the nearest to come, today included', () => {
    const wedding = project(1, { eventOn: '2027-06-12' })
    expect(lineOf([wedding, project(2, { eventOn: '2026-11-24' })])).toBe('Project 2')
    expect(lineOf([wedding, project(2, { eventOn: '2026-11-23' })])).toBe('Project 1')
  })

  it('is the last one where none is to come', () => {
    const done = project(1, { eventOn: '2025-11-29', state: 'done' })
    expect(lineOf([done, project(2, { eventOn: '2024-11-29', state: 'done' })])).toBe('Project 1')
  })

  it('may be known to its month, which counts until it has gone', () => {
    const november = project(1, { eventMonth: '2026-11' })
    expect(lineOf([november, project(2, { eventOn: '2026-12-19' })])).toBe('Project 1')
    expect(lineOf([project(1, { eventMonth: '2026-10' }), project(2, { eventOn: '2026-12-19' })])).toBe(
      'Project 2',
    )
  })

  it('is that of a project without a day where there is no other', () => {
    expect(lineOf([project(1)])).toBe('Project 1')
    expect(lineOf([project(1), project(2, { eventOn: '2024-06-01', state: 'done' })])).toBe('Project 2')
  })

  it('is none where every project was cancelled, or there is none', () => {
    expect(lineOf([project(1, { eventOn: '2027-06-12', state: 'cancelled' })])).toBeUndefined()
    expect(lineOf([])).toBeUndefined()
  })
})

it('lists the days of open events only', () => {
  const projects = [
    project(1, { eventOn: '2026-12-19' }),
    project(2, { eventOn: '2025-11-29', state: 'done' }),
    project(3),
  ]
  expect(eventDaysOf(eventsOf(projects), clientId)).toEqual(['2026-12-19'])
})
