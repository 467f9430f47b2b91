import * as z from 'zod/mini'
import { ExtraDetails, RewardRule, type Extra, type Reward } from '../domain/extra'
import { ClientId, ExtraId, ProjectId, Revision } from '../domain/ids'
import { Line, Minor, Minutes } from '../domain/typed'
import { Day } from '../lib/time'
import { command, query } from './contract'

/** Little extras, and the loyalty rules whose grants are extras too. */
export const extras = {
  /** Adds an idea, a plan, or one already given (`givenOn`). */
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
  give: command({ id: ExtraId }, { undo: true }).returns<Extra>(),
  plan: command({ id: ExtraId }, { undo: true }).returns<Extra>(),
  decline: command({ id: ExtraId }, { undo: true }).returns<Extra>(),
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
