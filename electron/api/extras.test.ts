import { beforeEach, describe, expect, it } from 'vitest'
import { insertClient } from '../../db/clients'
import { insertProject } from '../../db/projects'
import { insertRow } from '../../db/record'
import { insertReward } from '../../db/rewards'
import { planOf, rowsOf } from '../../db/testing'
import { ideas, pastExtras, roomLeft } from '../../db/extra-candidates'
import type { InputOf } from '../../shared/api/contract'
import { api } from '../../shared/api/index'
import type { ClientId } from '../../shared/domain/ids'
import { at } from '../../shared/testing'
import { openTestBackend, type TestBackend } from '../testing'

let kept: TestBackend
let clientId: ClientId

const jessAndCallum = {
  name: 'Jess & Callum Reid',
  shortName: 'Jess & Callum',
  stage: 'past',
  sentByClientId: null,
  language: null,
  zone: null,
} as const

beforeEach(async () => {
  kept = await openTestBackend()
  const client = await kept.store.write((db) => insertClient(db, jessAndCallum, at('Tue 2024-10-08 09:15')))
  clientId = client.id
})

const add = (differences: Partial<InputOf<typeof api.extras.add>> = {}) =>
  kept.ask(api.extras.add, {
    clientId,
    what: 'Two bottles of the cordial',
    because: 'Jess still looks for it in shops',
    occasion: 'first anniversary',
    occasionOn: '2026-11-29',
    costMinor: 1_400,
    minutes: null,
    state: 'idea',
    givenOn: null,
    ...differences,
  })

const undoLast = async () => {
  const last = await kept.ask(api.operations.last, {})
  if (last !== null) await kept.ask(api.operations.undo, { id: last.id })
}

const client = async () => (await rowsOf(kept.store, 'client'))[0]

describe('an extra that is added', () => {
  it('is an idea, a plan, or given today', async () => {
    expect(await add()).toMatchObject({ state: 'idea', givenOn: null, suggestedOn: null })
    expect((await client())?.last_extra_at).toBeNull()
    expect(await add({ state: 'given' })).toMatchObject({ state: 'given', givenOn: '2026-11-24' })
    expect((await client())?.last_extra_at).toBe(kept.now())
  })

  it('may have been given on an earlier day, not on a later one', async () => {
    expect((await add({ state: 'given', givenOn: '2026-11-03' })).givenOn).toBe('2026-11-03')
    await expect(add({ state: 'given', givenOn: '2026-11-25' })).rejects.toThrow('E_EXTRA_GIVEN_ON')
    await expect(add({ state: 'planned', givenOn: '2026-11-03' })).rejects.toThrow('E_EXTRA_GIVEN_ON')
  })

  it('is refused for a client who is not there', async () => {
    await expect(add({ clientId: (clientId + 1) as ClientId })).rejects.toThrow('E_CLIENT_GONE')
  })
})

describe('an extra', () => {
  it('is given once, and undo takes that back', async () => {
    const { id } = await add()
    expect(await kept.ask(api.extras.give, { id })).toMatchObject({ state: 'given', givenOn: '2026-11-24' })
    await expect(kept.ask(api.extras.give, { id })).rejects.toThrow('E_EXTRA_ENDED')
    await undoLast()
    expect((await rowsOf(kept.store, 'extra'))[0]).toMatchObject({ state: 'idea', given_at: null })
    expect((await client())?.last_extra_at).toBeNull()
  })

  it('is planned, changed, put aside or removed', async () => {
    const { id, ...extra } = await add()
    expect((await kept.ask(api.extras.plan, { id })).state).toBe('planned')
    const { what, because, occasion, occasionOn, minutes } = extra
    const words = { what, because, occasion, occasionOn, minutes, costMinor: 1_200 }
    expect(await kept.ask(api.extras.change, { id, revision: 1, ...words })).toMatchObject({
      costMinor: 1_200,
    })
    await expect(kept.ask(api.extras.change, { id, revision: 1, ...words, what: 'A card' })).rejects.toThrow(
      'E_CHANGED_MEANWHILE',
    )
    expect((await kept.ask(api.extras.decline, { id })).state).toBe('declined')
    await kept.ask(api.extras.remove, { id })
    await expect(kept.ask(api.extras.remove, { id })).rejects.toThrow('E_EXTRA_GONE')
  })

  it('is not removed while a letter goes with it', async () => {
    const { id } = await add()
    const texts = { recipients: '[]', fields: '{}', drafted_at: 0, saved_at: 0 }
    await kept.store.write((db) =>
      insertRow(db, 'letter', {
        kind: 'little-extra',
        client_id: clientId,
        extra_id: id,
        state: 'draft',
        ...texts,
      }),
    )
    await expect(kept.ask(api.extras.remove, { id })).rejects.toThrow('E_EXTRA_IN_LETTER')
  })
})

describe('the suggestion of the day', () => {
  it('takes up the idea whose occasion is near, once a day', async () => {
    await add({ what: 'Later', occasionOn: '2026-12-20' })
    const near = await add()
    const other = await kept.store.write((db) => insertClient(db, jessAndCallum, kept.now()))
    await add({ clientId: other.id, what: 'Another', occasionOn: '2026-11-30' })
    expect(await kept.ask(api.extras.suggest, {})).toMatchObject({
      id: near.id,
      state: 'suggested',
      suggestedOn: '2026-11-24',
    })
    expect(await kept.ask(api.extras.suggest, {})).toBeNull()
    kept.setNow(at('Wed 2026-11-25 09:00'))
    expect(await kept.ask(api.extras.suggest, {})).toMatchObject({ what: 'Another' })
  })

  it('stands beside at most two others', async () => {
    for (const what of ['One', 'Two', 'Three']) await add({ what, state: 'planned' })
    await add({ what: 'Four' })
    expect(await kept.ask(api.extras.suggest, {})).toBeNull()
  })

  it('keeps within the yearly budget, open ones counted in', async () => {
    await add({ what: 'A weekend away', state: 'given', costMinor: 118_000 })
    const other = await kept.store.write((db) => insertClient(db, jessAndCallum, kept.now()))
    await add({ clientId: other.id, what: 'A card', state: 'planned', costMinor: 700 })
    await add({ costMinor: 1_400 })
    expect(await kept.ask(api.extras.suggest, {})).toBeNull()
  })

  it('keeps within the client’s share', async () => {
    await add({ what: 'Theatre tickets', state: 'given', costMinor: 11_000 })
    await add({ costMinor: 1_400 })
    expect(await kept.ask(api.extras.suggest, {})).toBeNull()
  })

  it('is not for somebody who has another one open', async () => {
    await add({ what: 'A card', state: 'planned', costMinor: 700 })
    await add()
    expect(await kept.ask(api.extras.suggest, {})).toBeNull()
  })

  it('is not what they had within a year, even if it was put aside then', async () => {
    const { id } = await add()
    await kept.ask(api.extras.decline, { id })
    kept.setNow(at('Wed 2026-11-25 09:00'))
    await add()
    expect(await kept.ask(api.extras.suggest, {})).toBeNull()
  })

  it('rewards an anniversary with its reason in words', async () => {
    await kept.store.write(async (db) => {
      await insertProject(db, {
        clientId,
        kind: 'Wedding',
        eventOn: '2025-11-29',
        eventMonth: null,
        venue: null,
        place: null,
        guests: null,
        isGuestsAbout: false,
        state: 'done',
        standing: null,
        cadenceDays: null,
        addedAt: at('Tue 2024-10-08 09:15'),
        nextUpdateOn: null,
      })
      await insertReward(db, {
        rule: 'anniversary',
        what: 'A handwritten card',
        costMinor: 600,
        minutes: 15,
        isOn: true,
      })
    })
    expect(await kept.ask(api.extras.suggest, {})).toMatchObject({
      state: 'suggested',
      what: 'A handwritten card',
      because: 'A year since their wedding',
      occasion: 'first anniversary',
      occasionOn: '2026-11-29',
      costMinor: 600,
    })
    kept.setNow(at('Wed 2026-11-25 09:00'))
    expect(await kept.ask(api.extras.suggest, {})).toBeNull()
  })

  it('rewards those who sent somebody', async () => {
    await kept.store.write(async (db) => {
      const sent = { ...jessAndCallum, name: 'Priya & Tom', shortName: null, stage: 'current' } as const
      await insertClient(db, { ...sent, sentByClientId: clientId }, at('Mon 2026-08-17 10:05'))
      await insertReward(db, {
        rule: 'referral',
        what: 'Flowers',
        costMinor: 3_500,
        minutes: null,
        isOn: true,
      })
    })
    expect(await kept.ask(api.extras.suggest, {})).toMatchObject({
      clientId,
      what: 'Flowers',
      because: 'They sent Priya & Tom to you',
      occasion: 'for sending Priya & Tom',
    })
  })

  it('is chosen by indexes', async () => {
    expect(await planOf(kept.store, ideas)).toContain('extra_open')
    expect(await planOf(kept.store, pastExtras)).toContain('extra_by_client')
    const plan = await planOf(kept.store, roomLeft)
    for (const index of ['extra_open', 'extra_by_suggestion', 'extra_given_by_day'])
      expect(plan).toContain(index)
  })
})

describe('the rewards', () => {
  it('are listed and changed', async () => {
    const reward = { rule: 'referral', what: 'Flowers', costMinor: 3_500, minutes: null, isOn: true } as const
    await kept.store.write((db) => insertReward(db, reward))
    const change = { ...reward, revision: 0, isOn: false }
    expect(await kept.ask(api.extras.changeReward, change)).toMatchObject({ isOn: false, revision: 1 })
    expect(await kept.ask(api.extras.rewards, {})).toMatchObject([{ isOn: false }])
    await expect(kept.ask(api.extras.changeReward, { ...change, what: 'A card' })).rejects.toThrow(
      'E_CHANGED_MEANWHILE',
    )
    await expect(kept.ask(api.extras.changeReward, { ...change, rule: 'returning' })).rejects.toThrow(
      'E_REWARD_GONE',
    )
  })
})
