import * as z from 'zod/mini'
import type { StandardId } from './ids'
import { ReplyTargets } from './reply-targets'
import { Minor, SomeDays } from './typed'

/** How often a status update is due: usually, in the last six weeks, and in the last three days before the event. */
export const Cadence = z.strictObject({
  cadenceDays: SomeDays,
  cadenceNearDays: SomeDays,
  cadenceLastDays: SomeDays,
})
export type Cadence = z.infer<typeof Cadence>

/** The user's own promise about service: reply targets, cadence, promises a day, yearly budget for extras. */
export const StandardDetails = z.strictObject({
  ...ReplyTargets.shape,
  ...Cadence.shape,
  promisesADay: z.int('invalid.number').check(z.positive('invalid.number'), z.maximum(50, 'invalid.number')),
  budgetMinor: Minor,
  clientBudgetMinor: Minor,
})
export type StandardDetails = z.infer<typeof StandardDetails>

/** One version of the standards, in force from `fromAt`; changing them adds a version and rewrites no history. */
export type Standard = StandardDetails & { readonly id: StandardId; readonly fromAt: number }
