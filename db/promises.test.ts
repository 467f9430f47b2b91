import { beforeEach, describe, expect, it } from 'vitest'
import { ClientId, PromiseId } from '../shared/domain/ids'
import type { ClientPromise } from '../shared/domain/promise'
import { aPromise, at } from '../shared/testing'
import { insertClient } from './clients'
import { insertMove, listMoves, setMoveReply } from './promise-moves'
import { promiseRecord, readPromiseRecord } from './promise-record'
import {
  getPromise,
  insertPromise,
  listOpenPromisesOf,
  loadsByDay,
  openByDay,
  updatePromise,
} from './promises'
import type { Store } from './store'
import { openTestDatabase, planOf } from './testing'

let store: Store
let clientId: ClientId

const aClientDetails = {
  name: 'Priya Raman & Tom Hollis',
  shortName: 'Priya & Tom',
  stage: 'current',
  sentByClientId: null,
  language: null,
  zone: null,
} as const

beforeEach(async () => {
  store = await openTestDatabase()
  const client = await store.write((db) => insertClient(db, aClientDetails, at('Tue 2026-09-01 09:00')))
  clientId = client.id
})

const add = (differences: Partial<ClientPromise> = {}) =>
  store.write((db) => insertPromise(db, aPromise({ clientId, ...differences })))

describe('a promise', () => {
  it('comes back as it was kept', async () => {
    const promise = await add({ note: 'Priya decides', dueTime: '13:00' })
    expect(await getPromise(store.read, promise.id)).toEqual({
      ...aPromise({ clientId, note: 'Priya decides', dueTime: '13:00' }),
      id: promise.id,
    })
  })

  it('that is not there is refused', async () => {
    await expect(getPromise(store.read, PromiseId.parse(9))).rejects.toThrow('E_PROMISE_GONE')
  })

  it('raises its revision with every change', async () => {
    const promise = await add()
    const kept = {
      ...promise,
      state: 'kept',
      endedAt: at('Wed 2026-11-25 10:00'),
      isKeptLate: false,
    } as const
    expect(await store.write((db) => updatePromise(db, kept))).toEqual({ ...kept, revision: 1 })
  })
})

describe('the open promises of a client', () => {
  it('are listed by their told day, without those that ended', async () => {
    const later = await add({ dueOn: '2026-12-01' })
    const sooner = await add({ dueOn: '2026-11-26' })
    await add({ state: 'kept', endedAt: at('Wed 2026-11-18 11:00'), isKeptLate: false })
    const open = await listOpenPromisesOf(store.read, clientId)
    expect(open.map(({ id }) => id)).toEqual([sooner.id, later.id])
  })

  it('are counted by told day, from a day on, leaving one out', async () => {
    await add({ dueOn: '2026-11-25' })
    await add({ dueOn: '2026-11-27' })
    const moving = await add({ dueOn: '2026-11-27' })
    await add({ dueOn: '2026-11-27', state: 'withdrawn', endedAt: at('Tue 2026-11-24 09:00') })
    expect(await loadsByDay(store.read, '2026-11-26')).toEqual(new Map([['2026-11-27', 2]]))
    expect(await loadsByDay(store.read, '2026-11-24', { exceptPromiseId: moving.id })).toEqual(
      new Map([
        ['2026-11-25', 1],
        ['2026-11-27', 1],
      ]),
    )
  })

  it('are found by indexes that hold nothing else', async () => {
    const openOnes = `select * from promise where state = 'open' and client_id = 1 order by due_on, id`
    expect(await planOf(store, openOnes)).toContain('promise_open_by_client')
    expect(await planOf(store, openByDay)).toContain('promise_open_by_day')
  })
})

describe('the record of a client’s promises', () => {
  it('tells kept, moved ahead of time and missed apart', async () => {
    const endedAt = at('Wed 2026-11-18 11:00')
    const kept = await add({ state: 'kept', endedAt, isKeptLate: false })
    await add({ state: 'kept', endedAt, isKeptLate: true })
    await add({ state: 'broken', endedAt })
    await add({ state: 'withdrawn', endedAt })
    await add()
    const move = { ...aMoveOf(kept), isBeforeDue: true }
    await store.write(async (db) => {
      await insertMove(db, move)
      await insertMove(db, move)
      await insertMove(db, { ...move, isBeforeDue: false })
    })
    expect(await readPromiseRecord(store.read, clientId)).toEqual({ kept: 1, movedAhead: 1, missed: 2 })
  })

  it('is nothing at first, and reads one client’s rows only', async () => {
    expect(await readPromiseRecord(store.read, clientId)).toEqual({ kept: 0, movedAhead: 0, missed: 0 })
    const plan = await planOf(store, promiseRecord)
    expect(plan).toContain('promise_ended_by_client')
    expect(plan).toContain('promise_move_by_client')
  })
})

describe('the moves of a date', () => {
  it('are kept in order, with the client’s reply', async () => {
    const promise = await add()
    const { messageId } = await aConversation()
    const later = { ...aMoveOf(promise), at: at('Tue 2026-11-24 10:00'), toOn: '2026-11-30' }
    const [second, first] = await store.write(async (db) => [
      await insertMove(db, later),
      await insertMove(db, aMoveOf(promise)),
    ])
    await store.write((db) => setMoveReply(db, first.id, messageId))
    const moves = await listMoves(store.read, promise.id)
    expect(moves).toEqual([{ ...first, replyMessageId: messageId }, second])
  })
})

const aMoveOf = (promise: ClientPromise) => ({
  promiseId: promise.id,
  clientId,
  at: at('Mon 2026-11-23 10:00'),
  fromOn: '2026-11-24',
  fromTime: null,
  toOn: '2026-11-26',
  toTime: null,
  isBeforeDue: true,
  why: null,
  letterId: null,
  isToldOtherwise: true,
})

const aConversation = () =>
  store.write(async (db) => {
    const arrivedAt = at('Mon 2026-11-23 13:50')
    const conversation = await db
      .insertInto('conversation')
      .values({ client_id: clientId, last_activity_at: arrivedAt })
      .returning('id')
      .executeTakeFirstOrThrow()
    const message = await db
      .insertInto('message')
      .values({
        conversation_id: conversation.id,
        client_id: clientId,
        direction: 'inbound',
        channel: 'email',
        at: arrivedAt,
        text: 'Is the quartet still confirmed?',
        is_human: 1,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return { conversationId: conversation.id, messageId: message.id, arrivedAt }
  })
