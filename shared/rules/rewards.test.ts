import { describe, expect, it } from 'vitest'
import type { Reward, RewardRule } from '../domain/extra'
import { ClientId, ProjectId, RewardId } from '../domain/ids'
import { at } from '../testing'
import { nextAnniversary } from './occasion'
import { rewardGrants, type LoyalClient } from './rewards'

const today = '2026-11-24'

const reward = (rule: RewardRule, isOn = true): Reward => ({
  id: RewardId.parse(rule.length),
  rule,
  what: 'A card',
  costMinor: 600,
  minutes: 15,
  isOn,
  revision: 0,
})

const married = {
  id: ProjectId.parse(1),
  kind: 'Wedding',
  eventOn: '2025-11-29',
  state: 'done',
  addedAt: at('Tue 2024-10-08 09:15'),
} as const

const client = (differences: Partial<LoyalClient> = {}): LoyalClient => ({
  clientId: ClientId.parse(1),
  projects: [],
  sent: [],
  ...differences,
})

const grants = (loyal: LoyalClient, rule: RewardRule) =>
  rewardGrants([loyal], [reward(rule)], today, 'Europe/London')

describe('an anniversary', () => {
  it('is rewarded from two weeks before', () => {
    expect(grants(client({ projects: [married] }), 'anniversary')).toMatchObject([
      { occasionOn: '2026-11-29', because: { kind: 'anniversary', years: 1, what: 'Wedding' } },
    ])
    expect(grants(client({ projects: [{ ...married, eventOn: '2025-12-09' }] }), 'anniversary')).toEqual([])
  })

  it('is not the event itself, nor one of an event that was cancelled', () => {
    const ahead = { ...married, eventOn: '2026-11-29', state: 'open' } as const
    expect(grants(client({ projects: [ahead] }), 'anniversary')).toEqual([])
    const cancelled = { ...married, state: 'cancelled' } as const
    expect(grants(client({ projects: [cancelled] }), 'anniversary')).toEqual([])
  })

  it('comes every year, and on 28 February for a wedding of the 29th', () => {
    expect(nextAnniversary('2025-11-29', '2026-11-29')).toEqual({ on: '2026-11-29', years: 1 })
    expect(nextAnniversary('2025-11-29', '2026-11-30')).toEqual({ on: '2027-11-29', years: 2 })
    expect(nextAnniversary('2028-02-29', '2029-02-20')).toEqual({ on: '2029-02-28', years: 1 })
    expect(nextAnniversary('2028-02-29', '2032-02-01')).toEqual({ on: '2032-02-29', years: 4 })
    expect(nextAnniversary('2026-11-24', '2026-11-24')).toEqual({ on: '2027-11-24', years: 1 })
  })
})

describe('sending somebody on', () => {
  const sent = {
    clientId: ClientId.parse(2),
    name: 'Priya & Tom',
    stage: 'current',
    addedAt: at('Mon 2026-08-17 10:05'),
  } as const

  it('is rewarded once they have become a client', () => {
    expect(grants(client({ sent: [sent] }), 'referral')).toMatchObject([
      { because: { kind: 'referral', name: 'Priya & Tom' } },
    ])
    expect(grants(client({ sent: [{ ...sent, stage: 'lead' }] }), 'referral')).toEqual([])
  })

  it('is rewarded within a year', () => {
    const longAgo = { ...sent, addedAt: at('Mon 2025-11-17 10:05') }
    expect(grants(client({ sent: [longAgo] }), 'referral')).toEqual([])
  })
})

describe('coming back', () => {
  const again = {
    id: ProjectId.parse(2),
    kind: 'Christening',
    eventOn: '2027-05-02',
    state: 'open',
    addedAt: at('Mon 2026-10-12 09:00'),
  } as const

  it('is rewarded when a new project follows one that is over', () => {
    expect(grants(client({ projects: [married, again] }), 'returning')).toMatchObject([
      { projectId: 2, because: { kind: 'returning', what: 'Christening' } },
    ])
  })

  it('is not having two projects at a time, nor a first one', () => {
    const other = { ...married, eventOn: '2027-02-11', state: 'open' } as const
    expect(grants(client({ projects: [other, again] }), 'returning')).toEqual([])
    expect(grants(client({ projects: [again] }), 'returning')).toEqual([])
  })
})

it('grants nothing by a rule that is switched off', () => {
  const off = [reward('anniversary', false)]
  expect(rewardGrants([client({ projects: [married] })], off, today, 'Europe/London')).toEqual([])
})
