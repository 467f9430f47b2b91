import * as z from 'zod/mini'
import { ClientId, MilestoneId, Revision } from '../domain/ids'
import { MilestoneDetails, type Milestone } from '../domain/milestone'
import { command } from './contract'

/** Milestones and key dates of a client. */
export const milestones = {
  add: command({ clientId: ClientId, ...MilestoneDetails.shape }, { undo: true }).returns<Milestone>(),
  change: command(
    { id: MilestoneId, revision: Revision, ...MilestoneDetails.shape },
    { undo: true },
  ).returns<Milestone>(),
  /** Ticks a milestone as done now, or opens it again. */
  done: command({ id: MilestoneId, isDone: z.boolean() }, { undo: true }).returns<Milestone>(),
  remove: command({ id: MilestoneId }, { undo: true }).returns<null>(),
}
