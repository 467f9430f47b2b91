import * as z from 'zod/mini'
import { Day } from '../lib/time'
import type { ClientId, ExtraId, LetterId, ProjectId, RewardId } from './ids'
import { Line, Minor, Minutes } from './typed'

/**
 * What a form knows of a little extra: `because` why it would delight ("Jess still looks for it in shops"),
 * `occasion` and `occasionOn` what it goes with ("first anniversary"), its cost in money or in minutes.
 */
export const ExtraDetails = z.strictObject({
  what: Line,
  because: z.nullable(Line),
  occasion: z.nullable(Line),
  occasionOn: z.nullable(Day),
  costMinor: z.nullable(Minor),
  minutes: z.nullable(Minutes),
})
export type ExtraDetails = z.infer<typeof ExtraDetails>

/** An idea waits to be suggested; what is suggested or planned is open; what was given or declined stays so. */
export type ExtraState = 'idea' | 'suggested' | 'planned' | 'given' | 'declined'

/** A little more than was promised. */
export type Extra = ExtraDetails & {
  readonly id: ExtraId
  readonly clientId: ClientId
  readonly projectId: ProjectId | null
  readonly rewardId: RewardId | null
  readonly state: ExtraState
  readonly suggestedOn: string | null
  readonly givenOn: string | null
  readonly letterId: LetterId | null
  readonly revision: number
}

/** What earns a reward: coming back, sending somebody on, the anniversary of an event. */
export const RewardRule = z.enum(['returning', 'referral', 'anniversary'], 'invalid.choice')
export type RewardRule = z.infer<typeof RewardRule>

/** A loyalty rule: what a returning client, a referral or an anniversary is rewarded with. Its grants are extras. */
export type Reward = {
  readonly id: RewardId
  readonly rule: RewardRule
  readonly what: string
  readonly costMinor: number | null
  readonly minutes: number | null
  readonly isOn: boolean
  readonly revision: number
}
