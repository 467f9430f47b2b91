import { beforeEach, describe, expect, it } from 'vitest'
import { api } from '../../shared/api/index'
import type { ClientId } from '../../shared/domain/ids'
import type { InputOf } from '../../shared/api/contract'
import { at } from '../../shared/testing'
import { insertClient } from '../../db/clients'
import { rowsOf } from '../../db/testing'
import { openTestBackend, type TestBackend } from '../testing'

let kept: TestBackend
let clientId: ClientId

beforeEach(async () => {
  kept = await openTestBackend()
  const client = await kept.store.write((db) => insertClient(db, graceAndLiam, kept.now()))
  clientId = client.id
})

const graceAndLiam = {
  name: 'Grace Okafor & Liam Walsh',
  shortName: 'Grace & Liam',
  stage: 'current',
  sentByClientId: null,
  language: null,
  zone: null,
} as const

const add = (differences: Partial<InputOf<typeof api.promises.add>> = {}) =>
  kept.ask(api.promises.add, {
    clientId,
    what: 'Send the revised budget, with marquee',
    asNoun: 'the revised budget',
    doneAs: null,
    note: null,
    dueOn: '2026-11-26',
    dueTime: null,
    ownOn: null,
    ...differences,
  })

const undoLast = async () => {
  const last = await kept.ask(api.operations.last, {})
  if (last !== null) await kept.ask(api.operations.undo, { id: last.id })
}

describe('a promise that is added', () => {
  it('is open, said now, with the working day before it as the own day', async () => {
    expect(await add({ saidChannel: 'email' })).toMatchObject({
      state: 'open',
      saidAt: at('Tue 2026-11-24 10:40'),
      saidChannel: 'email',
      ownOn: '2026-11-25',
      revision: 0,
    })
    expect((await add({ dueOn: '2026-11-30' })).ownOn).toBe('2026-11-27')
    expect((await add({ dueOn: '2026-11-25' })).ownOn).toBe('2026-11-24')
  })

  it('is refused for a moment that has gone by', async () => {
    await expect(add({ dueOn: '2026-11-23' })).rejects.toThrow('E_PROMISE_IN_PAST')
    await expect(add({ dueOn: '2026-11-24', dueTime: '10:40' })).rejects.toThrow('E_PROMISE_IN_PAST')
    expect((await add({ dueOn: '2026-11-24', dueTime: '13:00' })).dueTime).toBe('13:00')
  })

  it('is refused with an own day after the told day', async () => {
    await expect(add({ ownOn: '2026-11-27' })).rejects.toThrow('E_OWN_DAY_LATE')
  })

  it('is refused for a client who is not there', async () => {
    await expect(add({ clientId: (clientId + 1) as ClientId })).rejects.toThrow('E_CLIENT_GONE')
  })

  it('is gone again after undo', async () => {
    await add()
    await undoLast()
    expect(await rowsOf(kept.store, 'promise')).toEqual([])
  })
})

describe('the days to choose from', () => {
  it('are two weeks from tomorrow, with what each holds', async () => {
    for (let n = 0; n < 3; n++) await add({ dueOn: '2026-11-25' })
    await add({ dueOn: '2026-11-26' })
    const choice = await kept.ask(api.promises.days, {})
    expect(choice.days).toHaveLength(14)
    expect(choice.earliest).toBe('2026-11-26')
    expect(choice.days.slice(0, 2)).toMatchObject([
      { day: '2026-11-25', promises: 3, isFull: true, why: 'full' },
      { day: '2026-11-26', promises: 1, isFull: false, why: null },
    ])
  })

  it('leave out the promise that is being moved', async () => {
    const promise = await add({ dueOn: '2026-11-25' })
    const from = '2026-11-25'
    const choice = await kept.ask(api.promises.days, { from, exceptPromiseId: promise.id, count: 1 })
    expect(choice.days).toMatchObject([{ day: '2026-11-25', promises: 0 }])
  })

  it('begin after the told day of the promise that is being moved', async () => {
    const promise = await add({ dueOn: '2026-11-27' })
    const choice = await kept.ask(api.promises.days, { exceptPromiseId: promise.id, count: 1 })
    expect(choice).toMatchObject({ earliest: '2026-11-30', days: [{ day: '2026-11-28' }] })
  })

  it('leave out what was promised to a client who is archived, until they are restored', async () => {
    for (let n = 0; n < 3; n++) await add({ dueOn: '2026-11-25' })

    await kept.ask(api.clients.archive, { id: clientId })
    const archived = await kept.ask(api.promises.days, { count: 1 })
    await kept.ask(api.clients.restore, { id: clientId })

    expect(archived).toMatchObject({ earliest: '2026-11-25', days: [{ promises: 0, isFull: false }] })
    expect((await kept.ask(api.promises.days, {})).earliest).toBe('2026-11-26')
  })
})

describe('the words of a promise', () => {
  it('change, and its told day does not', async () => {
    const { id } = await add()
    const words = { what: 'Send the budget', asNoun: null, doneAs: null, note: 'Both', ownOn: '2026-11-24' }
    const changed = await kept.ask(api.promises.change, { id, revision: 0, ...words })
    expect(changed).toMatchObject({ ...words, dueOn: '2026-11-26', revision: 1 })
  })

  it('are not changed over a newer change', async () => {
    const { id } = await add()
    const words = { what: 'Send it', asNoun: null, doneAs: null, note: null, ownOn: '2026-11-25' }
    await kept.ask(api.promises.change, { id, revision: 0, ...words })
    await expect(
      kept.ask(api.promises.change, { id, revision: 0, ...words, what: 'Post it' }),
    ).rejects.toThrow('E_CHANGED_MEANWHILE')
  })
})

describe('a promise ends', () => {
  it('kept, once, and undo opens it again', async () => {
    const { id } = await add()
    expect(await kept.ask(api.promises.keep, { id })).toMatchObject({ state: 'kept', isKeptLate: false })
    await expect(kept.ask(api.promises.keep, { id })).rejects.toThrow('E_PROMISE_ENDED')
    await undoLast()
    expect((await kept.ask(api.promises.show, { id })).promise).toMatchObject({
      state: 'open',
      endedAt: null,
    })
  })

  it('kept late after it was due', async () => {
    const { id } = await add()
    kept.setNow(at('Thu 2026-11-26 17:31'))
    expect((await kept.ask(api.promises.keep, { id })).isKeptLate).toBe(true)
  })

  it('broken only once it was due', async () => {
    const { id } = await add()
    await expect(kept.ask(api.promises.break, { id })).rejects.toThrow('E_PROMISE_NOT_DUE')
    kept.setNow(at('Fri 2026-11-27 09:00'))
    expect((await kept.ask(api.promises.break, { id })).state).toBe('broken')
  })

  it('withdrawn when the client no longer wants it', async () => {
    const { id } = await add()
    expect((await kept.ask(api.promises.withdraw, { id })).state).toBe('withdrawn')
  })
})

describe('a date moves', () => {
  it('with a row of where it was, and undo brings it back', async () => {
    const { id, revision } = await add()
    const to = { dueOn: '2026-11-30', dueTime: '13:00' }
    const moved = await kept.ask(api.promises.move, { id, revision, ...to, why: 'The firm is late' })
    expect(moved).toMatchObject({ ...to, ownOn: '2026-11-27', state: 'open' })
    expect((await kept.ask(api.promises.show, { id })).moves).toMatchObject([
      {
        fromOn: '2026-11-26',
        toOn: '2026-11-30',
        why: 'The firm is late',
        isBeforeDue: true,
        isToldOtherwise: true,
        letterId: null,
      },
    ])
    await undoLast()
    const back = await kept.ask(api.promises.show, { id })
    expect(back.promise.dueOn).toBe('2026-11-26')
    expect(back.moves).toEqual([])
  })

  it('from a row that is still as it was shown', async () => {
    const { id, revision } = await add()
    const to = { dueOn: '2026-11-30', dueTime: null, why: null }
    await kept.ask(api.promises.move, { id, revision, ...to })
    await expect(kept.ask(api.promises.move, { id, revision, ...to, dueOn: '2026-12-01' })).rejects.toThrow(
      'E_CHANGED_MEANWHILE',
    )
  })

  it('not to where it is, nor into the past', async () => {
    const { id, revision } = await add()
    const here = { id, revision, dueOn: '2026-11-26', dueTime: null, why: null }
    await expect(kept.ask(api.promises.move, here)).rejects.toThrow('E_PROMISE_SAME_DAY')
    await expect(kept.ask(api.promises.move, { ...here, dueOn: '2026-11-20' })).rejects.toThrow(
      'E_PROMISE_IN_PAST',
    )
  })
})
