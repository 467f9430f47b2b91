import * as z from 'zod/mini'
import { ExtraDetails, RewardRule, type Extra, type Reward } from '../domain/extra'
import { ClientId, ExtraId, ProjectId, Revision } from '../domain/ids'
import { Line, Minor, Minutes } from '../domain/typed'
import { Day } from '../lib/time'
import { command, query } from './contract'

/** Little extras, and the loyalty rules whose grants are extras too. */
export const extras = {
  /** Adds an idea, a plan, or one already given (`givenOn`, null = today). Refuses E_EXTRA_GIVEN_ON. */
  add: command(
    {
      clientId: ClientId,
      projectId: z.optional(z.nullable(ProjectId)),
      ...ExtraDetails.shape,
      state: z.enum(['idea', 'planned', 'given'], 'invalid.choice'),
      givenOn: z.nullable(Day),
    },
    { undo: true },
  ).returns<Extra>(),
  change: command(
    { id: ExtraId, revision: Revision, ...ExtraDetails.shape },
    { undo: true },
  ).returns<Extra>(),
  /** Given now. Refuses E_EXTRA_ENDED. */
  give: command({ id: ExtraId }, { undo: true }).returns<Extra>(),
  /** It will be given. Refuses E_EXTRA_ENDED. */
  plan: command({ id: ExtraId }, { undo: true }).returns<Extra>(),
  /** Not this one; it is not suggested again for a year. Refuses E_EXTRA_ENDED. */
  decline: command({ id: ExtraId }, { undo: true }).returns<Extra>(),
  /** Refuses E_EXTRA_IN_LETTER where a letter, sent or begun, goes with it. */
  remove: command({ id: ExtraId }, { undo: true }).returns<null>(),
  /** Takes up today's new suggestion if there is room for one; asked by the scheduler once a day. */
  suggest: command({}, { undo: false }).returns<Extra | null>(),
  rewards: query({}).returns<readonly Reward[]>(),
  changeReward: command(
    {
      rule: RewardRule,
      revision: Revision,
      what: Line,
      costMinor: z.nullable(Minor),
      minutes: z.nullable(Minutes),
      isOn: z.boolean(),
    },
    { undo: true },
  ).returns<Reward>(),
}
