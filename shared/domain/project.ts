import * as z from 'zod/mini'
import { Day } from '../lib/time'
import type { ClientId, ProjectId } from './ids'
import { Line, Month, SomeDays } from './typed'

/** Open while it is worked on, done once it is over; one that was cancelled counts for nothing. */
export const ProjectState = z.enum(['open', 'done', 'cancelled'], 'invalid.choice')
export type ProjectState = z.infer<typeof ProjectState>

/**
 * What a form knows of a project: `kind` in the user's words ("Wedding"), `eventOn` the day, or `eventMonth`
 * where only the month is known, `standing` how things stand in a few words ("hall contract on track"),
 * `cadenceDays` the user's own rhythm of status updates (null = the standard's).
 */
export const ProjectDetails = z.strictObject({
  kind: Line,
  eventOn: z.nullable(Day),
  eventMonth: z.nullable(Month),
  venue: z.nullable(Line),
  place: z.nullable(Line),
  guests: z.nullable(
    z.int('invalid.number').check(z.nonnegative('invalid.number'), z.maximum(100_000, 'invalid.number')),
  ),
  isGuestsAbout: z.boolean(),
  state: ProjectState,
  standing: z.nullable(Line),
  cadenceDays: z.nullable(SomeDays),
})
export type ProjectDetails = z.infer<typeof ProjectDetails>

/** One wedding, event, engagement or retainer; `nextUpdateOn` is the day the next status update is due. */
export type Project = ProjectDetails & {
  readonly id: ProjectId
  readonly clientId: ClientId
  readonly addedAt: number
  readonly lastUpdateAt: number | null
  readonly nextUpdateOn: string | null
  readonly revision: number
}

/** What a row says of a client's event: its kind and when, as far as it is known. */
export type EventLine = Pick<Project, 'kind' | 'eventOn' | 'eventMonth' | 'state'>
