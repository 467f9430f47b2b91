import * as z from 'zod/mini'
import { Day, TimeOfDay } from '../lib/time'
import { PersonId, ProjectId, type ClientId, type MilestoneId } from './ids'
import { Line } from './typed'

/** What kind of date it is; birthdays and anniversaries are the user's to remember and stand in no status letter. */
export const MilestoneKind = z.enum(
  ['call', 'visit', 'payment', 'tasting', 'birthday', 'anniversary', 'deadline'],
  'invalid.choice',
)
export type MilestoneKind = z.infer<typeof MilestoneKind>

/**
 * What a form knows of a milestone or key date: `whose` tells a step of ours from one of the client's own,
 * `toldAs` is how a status letter says it was done ("a string trio is held for the ceremony").
 */
export const MilestoneDetails = z.strictObject({
  projectId: z.nullable(ProjectId),
  personId: z.nullable(PersonId),
  kind: MilestoneKind,
  what: Line,
  onDay: Day,
  atTime: z.nullable(TimeOfDay),
  place: z.nullable(Line),
  whose: z.enum(['own', 'client'], 'invalid.choice'),
  toldAs: z.nullable(Line),
})
export type MilestoneDetails = z.infer<typeof MilestoneDetails>

/** A dated step of a project, or a client's key date. */
export type Milestone = MilestoneDetails & {
  readonly id: MilestoneId
  readonly clientId: ClientId
  readonly doneAt: number | null
  readonly revision: number
}
