import { beforeEach, describe, expect, it } from 'vitest'
import type { ClientId, ProjectId } from '../shared/domain/ids'
import type { ClientPromise } from '../shared/domain/promise'
import type { SnoozeItem } from '../shared/domain/snooze'
import { aPromise, at } from '../shared/testing'
import { insertClient, setArchived } from './clients'
import { insertExtra } from './extras'
import { insertMilestone } from './milestones'
import { insertProject } from './projects'
import { insertPromise } from './promises'
import { insertRow } from './record'
import { insertSnooze } from './snoozes'
import { insertStatusUpdate } from './status-updates'
import type { Store } from './store'
import { openTestDatabase, planOf } from './testing'
import { loadToday, type TodayWindow } from './today'
import { comingList, doneToday, figuresOfToday, heldList, lengthsOfLists } from './today-around'
import { asideList, extraList, projectList, promiseList, updateList, waitingList } from './today-lists'
import { begunLetter, stepsAhead } from './update-letter'

let store: Store
let clientId: ClientId
let projectId: ProjectId

const now = at('Tue 2026-11-24 10:40')

const window: TodayWindow = {
  now,
  today: '2026-11-24',
  tomorrow: '2026-11-25',
  until: '2026-12-01',
  updatesUntil: '2026-11-25',
  midnight: at('Tue 2026-11-24 00:00'),
  quarter: { from: '2026-10-01', until: '2026-12-31' },
  mostExtras: 3,
}

const names = { name: 'Priya Raman & Tom Hollis', shortName: 'Priya & Tom' }
const details = { ...names, stage: 'current', sentByClientId: null, language: null, zone: null } as const

const aProject = (nextUpdateOn: string | null, eventOn: string | null = '2027-06-12') => ({
  clientId,
  kind: 'Wedding',
  eventOn,
  eventMonth: null,
  venue: null,
  place: null,
  guests: null,
  isGuestsAbout: false,
  state: 'open' as const,
  standing: null,
  cadenceDays: null,
  addedAt: at('Mon 2026-08-17 10:05'),
  nextUpdateOn,
})

beforeEach(async () => {
  store = await openTestDatabase()
  await store.write(async (db) => {
    clientId = (await insertClient(db, details, at('Mon 2026-08-17 10:05'))).id
    projectId = (await insertProject(db, aProject('2026-11-23'))).id
  })
})

const load = () => loadToday(store.read, window)
const add = (differences: Partial<ClientPromise>) =>
  store.write((db) => insertPromise(db, aPromise({ clientId, ...differences })))

const addWait = (endedAt: number | null = null, endedBy: 'reply' | 'acknowledgement' | null = null) =>
  store.write(async (db) => {
    const arrivedAt = at('Tue 2026-11-24 09:55')
    const person = await insertRow(db, 'person', {
      client_id: clientId,
      name: 'Tom Hollis',
      is_in_letters: 1,
    })
    const conversation = await insertRow(db, 'conversation', {
      client_id: clientId,
      project_id: projectId,
      subject: 'Two quick questions about rain',
      last_activity_at: arrivedAt,
    })
    const about = {
      conversation_id: conversation.id,
      client_id: clientId,
      channel: 'email',
      is_human: 1,
    } as const
    const message = await insertRow(db, 'message', {
      ...about,
      direction: 'inbound',
      at: arrivedAt,
      text: 'How many does the barn seat?',
    })
    if (endedAt !== null)
      await insertRow(db, 'message', {
        ...about,
        direction: 'outbound',
        at: endedAt,
        text: 'Ninety.',
        gist: 'the barn seats ninety',
      })
    const { id: standardId } = await db.selectFrom('standard').select('id').executeTakeFirstOrThrow()
    return insertRow(db, 'wait', {
      client_id: clientId,
      conversation_id: conversation.id,
      person_id: person.id,
      first_message_id: message.id,
      waiting_since: arrivedAt,
      ack_minutes: 240,
      ack_due_at: at('Tue 2026-11-24 13:55'),
      answer_days: 1,
      answer_due_at: at('Wed 2026-11-25 17:30'),
      because: 'usual',
      standard_id: standardId,
      calendar_version: 1,
      ended_at: endedAt,
      ended_by: endedBy,
    })
  })

describe('Today reads', () => {
  it('who waits, with what they wrote', async () => {
    const wait = await addWait()
    const { waiting, projects } = await load()
    expect(waiting).toEqual([
      {
        clientId,
        name: 'Priya Raman & Tom Hollis',
        shortName: 'Priya & Tom',
        waitId: wait.id,
        conversationId: wait.conversation_id,
        personId: wait.person_id,
        waitingSince: at('Tue 2026-11-24 09:55'),
        ackMinutes: 240,
        ackDueAt: at('Tue 2026-11-24 13:55'),
        because: 'usual',
        personName: 'Tom Hollis',
        personCalled: null,
        projectId,
        subject: 'Two quick questions about rain',
        channel: 'email',
        text: 'How many does the barn seat?',
        answerPromisedOn: null,
      },
    ])
    expect(projects.map(({ id }) => id)).toEqual([projectId])
  })

  it('the day an answer was promised for, where they wrote again', async () => {
    const wait = await addWait()
    const promise = await add({ conversationId: wait.conversation_id, dueOn: '2026-11-26' })
    expect((await load()).waiting[0]?.answerPromisedOn).toBeNull()
    await store.write(async (db) => {
      const earlier = {
        ...wait,
        id: undefined,
        ended_at: wait.waiting_since,
        ended_by: 'acknowledgement',
      } as const
      await insertRow(db, 'wait', { ...earlier, answer_promise_id: promise.id })
    })
    expect((await load()).waiting[0]?.answerPromisedOn).toBe('2026-11-26')
  })

  it('promises from their own day on, whatever their told day is', async () => {
    const own = await add({ dueOn: '2026-11-25', ownOn: '2026-11-24' })
    await add({ dueOn: '2026-11-26', ownOn: '2026-11-25' })
    await add({ dueOn: '2026-11-20', ownOn: '2026-11-19', state: 'kept', endedAt: now, isKeptLate: true })
    expect((await load()).promises.map(({ promiseId }) => promiseId)).toEqual([own.id])
  })

  it('updates of current clients that are due by the next working day, before their event', async () => {
    const other = await store.write(async (db) => {
      await insertProject(db, aProject('2026-11-26'))
      await insertProject(db, aProject('2026-11-20', '2026-11-24'))
      await insertProject(db, { ...aProject('2026-11-20', null), eventMonth: '2026-10' })
      return insertProject(db, { ...aProject('2026-11-25', null), eventMonth: '2026-11' })
    })
    const { updates, counts } = await load()
    expect(updates.map(({ project }) => project.id)).toEqual([projectId, other.id])
    expect(counts.today).toBe(2)
    await store.write((db) => db.updateTable('client').set({ stage: 'past' }).execute())
    expect((await load()).updates).toEqual([])
  })

  it('three extras that are suggested or planned, the nearest occasion first, and what was spent', async () => {
    const extra = {
      ...{ clientId, projectId: null, rewardId: null, what: 'The cordial', because: null, occasion: null },
      ...{ occasionOn: null, costMinor: 1_400, minutes: null, suggestedOn: null, givenOn: null },
    }
    await store.write(async (db) => {
      await insertExtra(db, { ...extra, state: 'idea' }, null)
      await insertExtra(db, { ...extra, state: 'suggested', what: 'Undated' }, null)
      await insertExtra(db, { ...extra, state: 'planned', occasionOn: '2026-12-20' }, null)
      await insertExtra(db, { ...extra, state: 'suggested', occasionOn: '2026-11-29' }, null)
      await insertExtra(db, { ...extra, state: 'planned', what: 'A fourth' }, null)
      await insertExtra(db, { ...extra, state: 'given', givenOn: '2026-10-01' }, null)
      await insertExtra(db, { ...extra, state: 'given', givenOn: '2026-09-30' }, null)
      await insertExtra(db, { ...extra, state: 'given', givenOn: '2026-11-24' }, at('Tue 2026-11-24 09:30'))
    })
    const { extras, extrasSpentMinor, done } = await load()
    expect(extras.map(({ occasionOn, what }) => occasionOn ?? what)).toEqual([
      '2026-11-29',
      '2026-12-20',
      'Undated',
    ])
    expect(extrasSpentMinor).toBe(2_800)
    expect(done.map(({ kind, at: doneAt }) => [kind, doneAt])).toEqual([
      ['extra-given', at('Tue 2026-11-24 09:30')],
    ])
  })

  it('what was done since midnight, in order', async () => {
    await addWait(at('Mon 2026-11-23 16:00'), 'reply')
    await addWait(at('Tue 2026-11-24 10:30'), 'reply')
    await add({ state: 'kept', endedAt: at('Tue 2026-11-24 10:10'), isKeptLate: false })
    await add({ state: 'withdrawn', endedAt: at('Tue 2026-11-24 10:11') })
    const letterId = null
    await store.write((db) =>
      insertStatusUpdate(db, {
        projectId,
        clientId,
        letterId,
        at: at('Tue 2026-11-24 09:40'),
        topics: 'venue',
      }),
    )
    expect((await load()).done.map(({ kind, what, personName }) => [kind, what, personName])).toEqual([
      ['update-sent', 'venue', null],
      ['promise-kept', 'three florists to choose from', null],
      ['answered', 'the barn seats ninety', 'Tom Hollis'],
    ])
  })

  it('the week ahead: milestones, events, promises by their told day, updates and occasions', async () => {
    const step = { personId: null, kind: 'call', place: null, whose: 'own', toldAs: null } as const
    await store.write(async (db) => {
      await insertMilestone(db, clientId, {
        ...step,
        projectId,
        what: 'Menu call',
        onDay: '2026-11-25',
        atTime: '11:00',
      })
      await insertMilestone(db, clientId, {
        ...step,
        projectId,
        what: 'Today',
        onDay: '2026-11-24',
        atTime: null,
      })
      await insertMilestone(db, clientId, {
        ...step,
        projectId,
        what: 'Far',
        onDay: '2026-12-02',
        atTime: null,
      })
      await insertProject(db, aProject('2026-11-27', '2026-12-01'))
    })
    await add({ dueOn: '2026-11-26', ownOn: '2026-11-25' })
    await add({ dueOn: '2026-11-24', ownOn: '2026-11-23' })
    const { coming } = await load()
    expect(coming.map(({ kind, day, what }) => [kind, day, what])).toEqual([
      ['milestone', '2026-11-24', 'Today'],
      ['milestone', '2026-11-25', 'Menu call'],
      ['promise', '2026-11-26', 'Send three florists to choose from'],
      ['update', '2026-11-27', 'Wedding'],
      ['event', '2026-12-01', 'Wedding'],
    ])
  })

  it('the figures of the sidebar and the letters still held', async () => {
    await addWait()
    await add({ dueOn: '2026-11-24', ownOn: '2026-11-23' })
    await add({ dueOn: '2026-12-20', ownOn: '2026-12-18' })
    const letter = {
      kind: 'blank',
      client_id: clientId,
      recipients: '[]',
      fields: '{}',
      drafted_at: now,
      saved_at: now,
    } as const
    const held = await store.write(async (db) => {
      await insertRow(db, 'letter', { ...letter, state: 'draft' })
      await insertRow(db, 'letter', { ...letter, state: 'sent', queued_at: now })
      await insertRow(db, 'letter', { ...letter, state: 'unknown', queued_at: now })
      await insertRow(db, 'letter', { ...letter, state: 'queued', queued_at: now, not_before: now })
      return [
        (await insertRow(db, 'letter', { ...letter, state: 'queued', queued_at: now, not_before: now + 1 }))
          .id,
        (await insertRow(db, 'letter', { ...letter, state: 'queued', queued_at: now, is_held: 1 })).id,
      ]
    })
    const { counts, heldLetters } = await load()
    expect(counts).toEqual({ today: 3, clients: 1, promises: 2, outbox: 4 })
    expect(heldLetters).toEqual(held)
  })

  it('more than a hundred of a kind as a number only', async () => {
    for (let n = 0; n < 101; n++) await add({ dueOn: '2026-11-24', ownOn: '2026-11-23' })
    const { promises, counts } = await load()
    expect(promises).toHaveLength(100)
    expect(counts.today).toBe(102)
  })

  it('nothing of clients who are archived', async () => {
    await addWait()
    await addWait(now, 'reply')
    await add({ dueOn: '2026-11-24', ownOn: '2026-11-23' })
    await add({ dueOn: '2026-11-26' })
    await store.write((db) => setArchived(db, clientId, now))
    expect(await load()).toEqual({
      waiting: [],
      promises: [],
      updates: [],
      extras: [],
      done: [],
      coming: [],
      projects: [],
      counts: { today: 0, clients: 0, promises: 0, outbox: 0 },
      extrasSpentMinor: 0,
      heldLetters: [],
      aside: [],
    })
  })

  it('what is put aside until today or later and was not taken back, whatever it is', async () => {
    const until = (item: SnoozeItem, itemId: number, showOn: string, endedBy: 'reply' | null = null) =>
      store.write((db) =>
        insertSnooze(db, {
          ...{ item, itemId, showOn, showTime: '09:00', snoozedAt: now },
          ...{ endedAt: endedBy && now, endedBy },
        }),
      )
    await until('wait', 7, '2026-11-24')
    await until('promise', 3, '2026-11-30')
    await until('promise', 4, '2026-11-23')
    await until('extra', 5, '2026-11-30', 'reply')

    expect((await load()).aside).toEqual([
      { item: 'promise', itemId: 3, showOn: '2026-11-30', showTime: '09:00', snoozedAt: now },
      { item: 'wait', itemId: 7, showOn: '2026-11-24', showTime: '09:00', snoozedAt: now },
    ])
  })
})

describe('Today does not grow with history:', () => {
  const indexes = async (text: string) =>
    [...(await planOf(store, text)).matchAll(/USING (?:COVERING )?INDEX (\w+)/g)].map(([, name]) => name)
  const scans = async (text: string) =>
    [...(await planOf(store, text)).matchAll(/SCAN (?!wanted|\(|\d|CONSTANT)(.*)/g)].map(([, what]) => what)

  it.each([
    ['who waits', waitingList, ['wait_open_by_due', 'promise_by_conversation', 'wait_by_promise']],
    ['promises due', promiseList, ['promise_open_by_own_day']],
    ['updates due', updateList, ['project_by_next_update']],
    ['extras', extraList, ['extra_open']],
    ['projects of listed clients', projectList, ['project_by_client']],
    ['letters held', heldList, ['letter_open']],
    ['rows put aside', asideList, ['snooze_open']],
    ['steps ahead', stepsAhead, ['milestone_by_client']],
    ['a letter begun', begunLetter, ['letter_drafts']],
  ])('%s are found by an index of open rows', async (_, text, expected) => {
    expect(await indexes(text)).toEqual(expect.arrayContaining(expected))
  })

  it('what was done is found by when it ended', async () => {
    const found = await indexes(doneToday)
    for (const index of ['wait_by_end', 'promise_by_end', 'status_update_by_time', 'extra_given_by_day'])
      expect(found).toContain(index)
  })

  it('the week ahead is found by its days', async () => {
    const found = await indexes(comingList)
    for (const index of [
      'milestone_open_by_day',
      'project_by_event',
      'promise_open_by_day',
      'project_by_next_update',
      'extra_open',
      'wait_by_promise',
    ])
      expect(found).toContain(index)
  })

  it('figures are counted from indexes of open rows', async () => {
    const found = [...(await indexes(figuresOfToday)), ...(await indexes(lengthsOfLists))]
    for (const index of [
      'wait_open_by_due',
      'promise_open_by_own_day',
      'promise_open_by_day',
      'project_by_next_update',
      'letter_open',
      'extra_given_by_day',
    ])
      expect(found).toContain(index)
  })

  it('no table is read from end to end', async () => {
    for (const text of [
      waitingList,
      promiseList,
      updateList,
      extraList,
      projectList,
      doneToday,
      comingList,
      heldList,
      asideList,
    ])
      expect((await scans(text)).filter((what) => what !== undefined && !/INDEX/.test(what))).toEqual([])
  })
})
