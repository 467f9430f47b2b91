import { describe, expect, it } from 'vitest'
import type { Extra } from '../domain/extra'
import { ClientId, ExtraId } from '../domain/ids'
import { declineExtra, giveExtra, planExtra, refuseGivenOn } from './extra-state'

const today = '2026-11-24'

const extra = (state: Extra['state'], suggestedOn: string | null = null): Extra => ({
  id: ExtraId.parse(1),
  clientId: ClientId.parse(1),
  projectId: null,
  rewardId: null,
  what: 'The cordial',
  because: null,
  occasion: null,
  occasionOn: null,
  costMinor: 1_400,
  minutes: null,
  state,
  suggestedOn,
  givenOn: null,
  letterId: null,
  revision: 0,
})

describe('an extra', () => {
  it('is given, planned or put aside while it is open', () => {
    for (const state of ['idea', 'suggested', 'planned'] as const) {
      expect(giveExtra(extra(state), today, today)).toMatchObject({ state: 'given', givenOn: today })
      expect(planExtra(extra(state)).state).toBe('planned')
      expect(declineExtra(extra(state), today).state).toBe('declined')
    }
  })

  it('stays as it is once it was given or put aside', () => {
    for (const state of ['given', 'declined'] as const) {
      expect(() => giveExtra(extra(state), today, today)).toThrow('E_EXTRA_ENDED')
      expect(() => planExtra(extra(state))).toThrow('E_EXTRA_ENDED')
      expect(() => declineExtra(extra(state), today)).toThrow('E_EXTRA_ENDED')
    }
  })

  it('that was put aside keeps the day it was suggested, or today', () => {
    expect(declineExtra(extra('suggested', '2026-11-20'), today).suggestedOn).toBe('2026-11-20')
    expect(declineExtra(extra('idea'), today).suggestedOn).toBe(today)
  })

  it('has a day if it was given, and that is not ahead', () => {
    expect(() => refuseGivenOn('given', null, today)).toThrow('E_EXTRA_GIVEN_ON')
    expect(() => refuseGivenOn('given', '2026-11-25', today)).toThrow('E_EXTRA_GIVEN_ON')
    expect(() => refuseGivenOn('idea', today, today)).toThrow('E_EXTRA_GIVEN_ON')
    expect(() => refuseGivenOn('given', '2026-11-03', today)).not.toThrow()
    expect(() => refuseGivenOn('planned', null, today)).not.toThrow()
  })
})
