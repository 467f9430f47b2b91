import { describe, expect, it } from 'vitest'
import type { ClientId } from '../shared/domain/ids'
import { at } from '../shared/testing'
import { insertClient } from './clients'
import { insertConversation } from './conversations'
import { insertMessage } from './messages'
import { insertPerson } from './people'
import { insertRow } from './record'
import type { WriteDb } from './schema'
import { openTestDatabase, planOf } from './testing'
import { listTimeline, timelines } from './timeline'

const couple = {
  name: 'Priya Raman & Tom Hollis',
  shortName: 'Priya & Tom',
  stage: 'current',
  sentByClientId: null,
  language: null,
  zone: null,
} as const

const tom = {
  name: 'Tom Hollis',
  called: null,
  relation: null,
  decidesOn: null,
  prefers: null,
  note: null,
  isInLetters: true,
  birthday: null,
  addresses: [],
}

/** A client with one thing of each kind, in the order of the picture. */
async function fill(db: WriteDb): Promise<ClientId> {
  const { id: clientId } = await insertClient(db, couple, 0)
  const { id: personId } = await insertPerson(db, clientId, tom)
  const project = await insertRow(db, 'project', {
    client_id: clientId,
    kind: 'Wedding',
    state: 'open',
    added_at: 0,
  })
  const began = { clientId, projectId: null, subject: 'Two quick questions about rain', at: 0 }
  const { id: conversationId } = await insertConversation(db, began)
  const asked = await insertMessage(db, {
    clientId,
    conversationId,
    personId,
    direction: 'inbound',
    channel: 'email',
    at: at('Tue 2026-11-24 09:55'),
    text: 'How many does the barn seat?',
    gist: null,
    minutes: null,
    letterId: null,
    isHuman: true,
  })
  const promise = await insertRow(db, 'promise', {
    client_id: clientId,
    what: 'Send the music shortlist',
    as_noun: 'the music shortlist',
    said_at: at('Tue 2026-10-20 10:00'),
    said_channel: 'call',
    due_on: '2026-11-03',
    own_on: '2026-11-02',
    state: 'kept',
    ended_at: at('Mon 2026-11-02 10:00'),
    is_kept_late: 0,
  })
  await insertRow(db, 'promise_move', {
    promise_id: promise.id,
    client_id: clientId,
    at: at('Wed 2026-10-28 10:00'),
    from_on: '2026-10-30',
    to_on: '2026-11-03',
    is_before_due: 1,
    is_told_otherwise: 1,
    reply_message_id: asked.id,
  })
  await insertRow(db, 'status_update', {
    client_id: clientId,
    project_id: project.id,
    at: at('Mon 2026-11-09 10:00'),
    topics: 'venue, music, flowers',
  })
  await insertRow(db, 'extra', {
    client_id: clientId,
    what: 'Swatch card',
    cost_minor: 600,
    state: 'given',
    given_on: '2026-11-03',
    given_at: at('Tue 2026-11-03 12:00'),
  })
  return clientId
}

describe('the timeline of a client', () => {
  it('tells messages, promises made, moved and kept, updates and extras, newest first', async () => {
    const store = await openTestDatabase()
    const clientId = await store.write(fill)

    const rows = await listTimeline(store.read, clientId, 'all', { before: null, limit: 50 })

    expect(rows.map(({ kind, what }) => `${kind}: ${what}`)).toEqual([
      'message: How many does the barn seat?',
      'update: venue, music, flowers',
      'extra: Swatch card',
      'promise-kept: Send the music shortlist',
      'promise-moved: Send the music shortlist',
      'promise-made: Send the music shortlist',
    ])
    expect(rows[0]).toMatchObject({ name: 'Tom Hollis', subject: 'Two quick questions about rain' })
    expect(rows[4]).toMatchObject({
      noun: 'the music shortlist',
      from_on: '2026-10-30',
      due_on: '2026-11-03',
      reply: expect.anything(),
    })
    await store.close()
  })

  it('tells a promise with the day that was said first, however often it was moved since', async () => {
    const store = await openTestDatabase()
    const clientId = await store.write(fill)

    const rows = await listTimeline(store.read, clientId, 'promises', { before: null, limit: 50 })

    expect(rows.find(({ kind }) => kind === 'promise-made')?.due_on).toBe('2026-10-30')
    expect(rows.find(({ kind }) => kind === 'promise-kept')?.due_on).toBe('2026-11-03')
    await store.close()
  })

  it.each([
    ['messages', 1],
    ['promises', 3],
    ['updates', 1],
    ['extras', 1],
  ] as const)('shows only %s', async (part, count) => {
    const store = await openTestDatabase()
    const clientId = await store.write(fill)

    expect(await listTimeline(store.read, clientId, part, { before: null, limit: 50 })).toHaveLength(count)
    await store.close()
  })

  it('goes on before a moment, and never tears one moment apart', async () => {
    const store = await openTestDatabase()
    const clientId = await store.write(fill)
    const extra = (what: string) =>
      store.write((db) =>
        insertRow(db, 'extra', {
          client_id: clientId,
          what,
          state: 'given',
          given_at: 5,
          given_on: '1970-01-01',
        }),
      )
    for (const what of ['one', 'two', 'three']) await extra(what)

    const first = await listTimeline(store.read, clientId, 'extras', { before: null, limit: 2 })
    const rest = await listTimeline(store.read, clientId, 'extras', { before: 5, limit: 2 })

    expect(first.map(({ what }) => what)).toEqual(['Swatch card', 'three', 'two', 'one'])
    expect(rest).toEqual([])
    await store.close()
  })

  it('merges its arms over the indexes by client and moment, and sorts nothing', async () => {
    const store = await openTestDatabase()

    const plan = await planOf(store, timelines.all.text)

    expect(plan).toContain('MERGE (UNION ALL)')
    expect(plan).not.toContain('TEMP B-TREE')
    for (const index of [
      'message_by_client',
      'promise_by_client',
      'promise_ended_by_client',
      'promise_move_by_client',
      'status_update_by_client',
      'extra_given_by_client',
    ])
      expect(plan).toContain(index)
    await store.close()
  })
})
