import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Extra, Reward } from '../domain/extra'
import { ClientId, ExtraId, RewardId } from '../domain/ids'
import { addDays } from '../lib/time'
import { quarterBudget, quarterOf, yearOf } from './extra-budget'
import { suggestExtra, type Candidate, type ExtraChoiceFacts } from './extras'
import type { RewardGrant } from './rewards'

const today = '2026-11-24'
const client = (n: number) => ClientId.parse(n)

const anExtra = (differences: Partial<Extra> = {}): Extra => ({
  id: ExtraId.parse(1),
  clientId: client(1),
  projectId: null,
  rewardId: null,
  what: 'Two bottles of the cordial from their toast',
  because: 'Jess still looks for it in shops',
  occasion: 'first anniversary',
  occasionOn: '2026-11-29',
  costMinor: 1_400,
  minutes: null,
  state: 'idea',
  suggestedOn: null,
  givenOn: null,
  letterId: null,
  revision: 0,
  ...differences,
})

const idea = (differences: Partial<Extra> = {}): Candidate => ({ kind: 'idea', extra: anExtra(differences) })

const aReward: Reward = {
  id: RewardId.parse(1),
  rule: 'referral',
  what: 'Flowers and a card',
  costMinor: 3_500,
  minutes: 10,
  isOn: true,
  revision: 0,
}

const earned = (differences: Partial<RewardGrant> = {}): Candidate => ({
  kind: 'reward',
  grant: {
    reward: aReward,
    clientId: client(2),
    projectId: null,
    occasionOn: null,
    because: { kind: 'referral', name: 'Priya & Tom' },
    ...differences,
  },
})

const facts = (differences: Partial<ExtraChoiceFacts> = {}): ExtraChoiceFacts => ({
  today,
  isSuggestedToday: false,
  openCount: 0,
  clientsWithOpen: new Set(),
  recent: [],
  leftMinor: 120_000,
  clientShareMinor: 12_000,
  leftByClient: new Map(),
  ...differences,
})

describe('the extra suggested today', () => {
  it('is the one with the nearest occasion', () => {
    const near = idea({ id: ExtraId.parse(2), occasionOn: '2026-11-27' })
    expect(suggestExtra([idea(), near, earned()], facts())).toEqual({
      candidate: near,
      because: 'occasion-near',
    })
  })

  it('is otherwise what was earned, then the oldest idea', () => {
    const old = idea({ id: ExtraId.parse(3), occasionOn: null })
    const newer = idea({ id: ExtraId.parse(4), occasionOn: null, what: 'Bookplates' })
    expect(suggestExtra([newer, old, earned()], facts())?.because).toBe('earned')
    expect(suggestExtra([newer, old], facts())).toEqual({ candidate: old, because: 'idea' })
  })

  it('is none where nothing fits', () => {
    expect(suggestExtra([], facts())).toBeNull()
  })

  it('is not one whose occasion is more than two weeks ahead, or has passed', () => {
    expect(suggestExtra([idea({ occasionOn: '2026-12-08' })], facts())).not.toBeNull()
    expect(suggestExtra([idea({ occasionOn: '2026-12-09' })], facts())).toBeNull()
    expect(suggestExtra([idea({ occasionOn: '2026-11-24' })], facts())).not.toBeNull()
    expect(suggestExtra([idea({ occasionOn: '2026-11-23' })], facts())).toBeNull()
  })

  it('comes once a day', () => {
    expect(suggestExtra([idea()], facts({ isSuggestedToday: true }))).toBeNull()
  })

  it('does not come while three are open', () => {
    expect(suggestExtra([idea()], facts({ openCount: 2 }))).not.toBeNull()
    expect(suggestExtra([idea()], facts({ openCount: 3 }))).toBeNull()
  })

  it('stays within what is left of the year’s budget', () => {
    expect(suggestExtra([idea({ costMinor: 1_400 })], facts({ leftMinor: 1_400 }))).not.toBeNull()
    expect(suggestExtra([idea({ costMinor: 1_401 })], facts({ leftMinor: 1_400 }))).toBeNull()
  })

  it('stays within the client’s share', () => {
    const leftByClient = new Map([[client(1), 1_000]])
    expect(suggestExtra([idea()], facts({ leftByClient }))).toBeNull()
    expect(suggestExtra([idea({ clientId: client(9) })], facts({ leftByClient }))).not.toBeNull()
    expect(suggestExtra([idea({ costMinor: 12_001 })], facts())).toBeNull()
  })

  it('may always be one that costs time only', () => {
    const free = idea({ costMinor: null, minutes: 60 })
    expect(suggestExtra([free], facts({ leftMinor: -500 }))).not.toBeNull()
  })

  it('is not what the client had within twelve months', () => {
    const had = (on: string) => ({
      clientId: client(1),
      what: anExtra().what.toUpperCase(),
      rewardId: null,
      on,
    })
    expect(suggestExtra([idea()], facts({ recent: [had('2025-11-25')] }))).toBeNull()
    expect(suggestExtra([idea()], facts({ recent: [had('2025-11-24')] }))).not.toBeNull()
    const others = [{ ...had('2026-11-01'), clientId: client(2) }]
    expect(suggestExtra([idea()], facts({ recent: others }))).not.toBeNull()
  })

  it('is not a reward the client had within twelve months, whatever it was then', () => {
    const had = { clientId: client(2), what: 'A bottle of wine', rewardId: aReward.id, on: '2026-05-01' }
    expect(suggestExtra([earned()], facts({ recent: [had] }))).toBeNull()
  })

  it('is for somebody who has none open', () => {
    const clientsWithOpen = new Set([client(1)])
    expect(suggestExtra([idea(), earned()], facts({ clientsWithOpen }))?.because).toBe('earned')
  })

  it('never goes beyond the budget, whatever is offered', () => {
    const someIdea = fc.record({
      clientId: fc.integer({ min: 1, max: 3 }).map(client),
      costMinor: fc.option(fc.integer({ min: 0, max: 20_000 })),
      occasionOn: fc.option(fc.integer({ min: -5, max: 30 }).map((n) => addDays(today, n))),
    })
    fc.assert(
      fc.property(
        fc.array(someIdea, { maxLength: 8 }),
        fc.integer({ min: -1_000, max: 20_000 }),
        fc.integer({ min: 0, max: 4 }),
        (ideas, leftMinor, openCount) => {
          const candidates = ideas.map((each, n) => idea({ ...each, id: ExtraId.parse(n + 1) }))
          const choice = suggestExtra(candidates, facts({ leftMinor, openCount }))
          if (choice === null || choice.candidate.kind !== 'idea') return
          const { costMinor } = choice.candidate.extra
          expect(costMinor === null || costMinor === 0 || costMinor <= leftMinor).toBe(true)
          expect(openCount).toBeLessThan(3)
        },
      ),
    )
  })
})

describe('the budget', () => {
  it('is shown by quarter', () => {
    expect(quarterBudget({ budgetMinor: 120_000 })).toBe(30_000)
    expect(quarterOf('2026-11-24')).toEqual({ from: '2026-10-01', until: '2026-12-31' })
    expect(quarterOf('2028-02-29')).toEqual({ from: '2028-01-01', until: '2028-03-31' })
    expect(quarterOf('2026-06-30')).toEqual({ from: '2026-04-01', until: '2026-06-30' })
    expect(yearOf('2026-11-24')).toEqual({ from: '2026-01-01', until: '2026-12-31' })
  })
})
