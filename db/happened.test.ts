import { beforeEach, describe, expect, it } from 'vitest'
import type { ClientId, ProjectId } from '../shared/domain/ids'
import type { ClientPromise } from '../shared/domain/promise'
import { aPromise, at } from '../shared/testing'
import { insertClient } from './clients'
import { doneSince, keptSince, listHappened, movedSince, stillOpen } from './happened'
import { insertMilestone, setDone } from './milestones'
import { insertProject, updateCadence } from './projects'
import { insertMove } from './promise-moves'
import { insertPromise } from './promises'
import type { Store } from './store'
import { openTestDatabase, planOf } from './testing'

let store: Store
let clientId: ClientId
let projectId: ProjectId
let otherId: ProjectId

const addedAt = at('Mon 2026-08-17 10:05')
const lastUpdateAt = at('Mon 2026-11-09 10:15')

beforeEach(async () => {
  store = await openTestDatabase()
  await store.write(async (db) => {
    const names = { name: 'Northgate Arts Trust', shortName: 'Northgate' }
    const details = { ...names, stage: 'current', sentByClientId: null, language: null, zone: null } as const
    clientId = (await insertClient(db, details, addedAt)).id
    projectId = (await insertProject(db, aProject())).id
    otherId = (await insertProject(db, aProject())).id
    await updateCadence(db, projectId, lastUpdateAt, '2026-11-23')
  })
})

const aProject = () =>
  ({
    clientId,
    kind: 'Supper',
    eventOn: '2027-02-11',
    eventMonth: null,
    venue: null,
    place: null,
    guests: null,
    isGuestsAbout: false,
    state: 'open',
    standing: null,
    cadenceDays: null,
    addedAt,
    nextUpdateOn: null,
  }) as const

const add = (differences: Partial<ClientPromise>) =>
  store.write((db) => insertPromise(db, aPromise({ clientId, ...differences })))

const happenedIn = async (id: ProjectId) => {
  const happened = (await listHappened(store.read, [id])).get(id)
  return {
    kept: happened?.keptPromises.map((promise) => promise.id),
    done: happened?.doneMilestones.map((milestone) => milestone.id),
    moves: happened?.moves.map((move) => move.id),
    open: happened?.openPromises.map((promise) => promise.id),
  }
}

const keptOn = (moment: string) => ({ state: 'kept', endedAt: at(moment), isKeptLate: false }) as const

describe('what happened in a project', () => {
  it('is nothing at first', async () => {
    expect(await happenedIn(projectId)).toEqual({ kept: [], done: [], moves: [], open: [] })
    expect(await listHappened(store.read, [])).toEqual(new Map())
  })

  it('is what was kept since the last update, its own or its client’s', async () => {
    await add({ projectId, ...keptOn('Mon 2026-11-09 10:15') })
    const own = await add({ projectId, ...keptOn('Wed 2026-11-18 16:20') })
    const clients = await add(keptOn('Thu 2026-11-19 16:20'))
    await add({ projectId: otherId, ...keptOn('Wed 2026-11-18 16:20') })
    await add({ projectId, state: 'broken', endedAt: at('Wed 2026-11-18 16:20') })
    expect((await happenedIn(projectId)).kept).toEqual([own.id, clients.id])
  })

  it('is everything since it began where nobody was told yet', async () => {
    const early = await add({ projectId: otherId, ...keptOn('Tue 2026-08-18 16:20') })
    expect((await happenedIn(otherId)).kept).toEqual([early.id])
  })

  it('is what was done, and which dates were moved', async () => {
    const promise = await add({ projectId })
    const { milestone, move } = await store.write(async (db) => {
      const step = {
        projectId,
        personId: null,
        kind: 'deadline',
        atTime: null,
        place: null,
        whose: 'own',
      } as const
      const details = { ...step, what: 'Hold a string trio', onDay: '2026-11-13', toldAs: null }
      const { id } = await insertMilestone(db, clientId, details)
      await insertMilestone(db, clientId, details)
      return {
        milestone: await setDone(db, id, at('Thu 2026-11-12 15:30')),
        move: await insertMove(db, {
          promiseId: promise.id,
          clientId,
          at: at('Thu 2026-11-19 09:30'),
          fromOn: '2026-11-23',
          fromTime: null,
          toOn: '2026-11-26',
          toTime: null,
          isBeforeDue: true,
          why: null,
          letterId: null,
          isToldOtherwise: true,
        }),
      }
    })
    expect(await happenedIn(projectId)).toEqual({
      kept: [],
      done: [milestone.id],
      moves: [move.id],
      open: [promise.id],
    })
  })

  it('is read for many projects at once, each with its own', async () => {
    const one = await add({ projectId })
    const other = await add({ projectId: otherId })
    const happened = await listHappened(store.read, [projectId, otherId])
    expect(happened.get(projectId)?.openPromises.map(({ id }) => id)).toEqual([one.id])
    expect(happened.get(otherId)?.openPromises.map(({ id }) => id)).toEqual([other.id])
  })

  it('is found by indexes, whatever else the client has', async () => {
    expect(await planOf(store, keptSince)).toContain('promise_ended_by_client (client_id=? AND ended_at>?)')
    expect(await planOf(store, doneSince)).toContain('milestone_by_client (client_id=?)')
    expect(await planOf(store, movedSince)).toContain('promise_move_by_client (client_id=? AND at>?)')
    expect(await planOf(store, stillOpen)).toContain('promise_open_by_client (client_id=?)')
  })
})
