import { beforeEach, expect, it } from 'vitest'
import type { ClientId, ConversationId } from '../shared/domain/ids'
import type { Snooze } from '../shared/domain/snooze'
import { aPromise, aWait, at } from '../shared/testing'
import { insertClient } from './clients'
import { insertConversation } from './conversations'
import { insertMessage } from './messages'
import { insertPromise } from './promises'
import {
  endSnooze,
  findLastSnooze,
  insertSnooze,
  lastSnooze,
  listOpenSnoozes,
  listSnoozesWokenBy,
  openSnoozes,
  snoozesWokenBy,
} from './snoozes'
import type { Store } from './store'
import { openTestDatabase, planOf } from './testing'
import { insertWait } from './waits'

const now = at('Tue 2026-11-24 10:40')
let store: Store

beforeEach(async () => {
  store = await openTestDatabase()
})

const aside = (item: Snooze['item'], itemId: number, differences: Partial<Snooze> = {}) =>
  store.write((db) =>
    insertSnooze(db, {
      ...{
        item,
        itemId,
        showOn: '2026-11-24',
        showTime: '13:00',
        snoozedAt: now,
        endedAt: null,
        endedBy: null,
      },
      ...differences,
    }),
  )

/** A client who waits in one conversation and was promised something. */
const aClient = (name: string) =>
  store.write(async (db) => {
    const names = { name, shortName: null, sentByClientId: null, language: null, zone: null } as const
    const { id: clientId } = await insertClient(db, { ...names, stage: 'current' }, now)
    const about = { clientId, projectId: null, subject: null, at: now }
    const { id: conversationId } = await insertConversation(db, about)
    const message = await insertMessage(db, {
      ...{ conversationId, clientId, personId: null, direction: 'inbound', channel: 'email', at: now },
      ...{ minutes: null, text: 'What if it rains?', gist: null, letterId: null, isHuman: true },
    })
    const names2 = { conversationId, clientId, firstMessageId: message.id }
    const { id: _, ...wait } = { ...aWait(names2) }
    const { id: __, revision: ___, ...promise } = aPromise({ clientId })
    return {
      clientId,
      conversationId,
      waitId: (await insertWait(db, wait)).id,
      promiseId: (await insertPromise(db, promise)).id,
    }
  })

const wokenBy = async (clientId: ClientId, conversationId: ConversationId) =>
  (await listSnoozesWokenBy(store.read, { clientId, conversationId })).map(({ item, itemId }) => [
    item,
    itemId,
  ])

it('gives a row back as it was written, and as it ended', async () => {
  const written = await aside('promise', 3)
  const ended = await store.write((db) => endSnooze(db, written.id, now + 1, 'reply'))

  expect(written).toMatchObject({ item: 'promise', itemId: 3, showOn: '2026-11-24', showTime: '13:00' })
  expect(ended).toEqual({ ...written, endedAt: now + 1, endedBy: 'reply' })
})

it('lists what is open, and finds how a row was put aside last', async () => {
  await aside('wait', 1, { endedAt: now, endedBy: 'user' })
  const again = await aside('wait', 1)
  const extra = await aside('extra', 1)

  expect(await listOpenSnoozes(store.read)).toEqual([extra, again])
  expect(await findLastSnooze(store.read, 'wait', 1)).toEqual(again)
  expect(await findLastSnooze(store.read, 'wait', 2)).toBeUndefined()
})

it('knows what a client’s word is about: the wait of that conversation, and their promises', async () => {
  const [priya, grace] = [await aClient('Priya'), await aClient('Grace')]
  for (const { waitId, promiseId } of [priya, grace]) {
    await aside('wait', waitId)
    await aside('promise', promiseId)
  }

  expect(await wokenBy(priya.clientId, priya.conversationId)).toEqual([
    ['wait', priya.waitId],
    ['promise', priya.promiseId],
  ])
  expect(await wokenBy(priya.clientId, 99 as ConversationId)).toEqual([['promise', priya.promiseId]])
})

it.each([
  ['everything put aside', openSnoozes, 'snooze_open'],
  ['the last time', lastSnooze, 'snooze_by_item'],
  ['what a word wakes', snoozesWokenBy, 'snooze_open'],
])('%s is found by its index', async (_, text, index) => {
  expect(await planOf(store, text)).toContain(index)
  expect(await planOf(store, text)).not.toMatch(/SCAN (wait|promise|project)/)
})
