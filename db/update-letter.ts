import type { Milestone } from '../shared/domain/milestone'
import type { Person } from '../shared/domain/person'
import type { Project } from '../shared/domain/project'
import type { Day } from '../shared/lib/time'
import { toMilestone } from './milestones'
import { listPeople } from './people'
import type { MilestoneRow, ReadDb } from './schema'
import { selectRows } from './statements'

/** What a status letter is begun from, besides what there is to tell. */
export type UpdateLetter = {
  readonly people: readonly Person[]
  /** Steps to be done from the one day to the other, the project's or its client's own. */
  readonly milestones: readonly Milestone[]
  /** What was typed into the letter where it has been begun already. */
  readonly draft: string | null
}

/** Reads what the next status letter of a project is begun from. */
export async function loadUpdateLetter(
  db: ReadDb,
  { id, clientId }: Project,
  days: { readonly from: Day; readonly until: Day },
): Promise<UpdateLetter> {
  const milestones = await selectRows<MilestoneRow>(db, stepsAhead, [clientId, id, days.from, days.until])
  const [begun] = await selectRows<{ readonly body: string }>(db, begunLetter, [clientId, id])
  return {
    people: await listPeople(db, clientId),
    milestones: milestones.map(toMilestone),
    draft: begun?.body ?? null,
  }
}

/** Takes a client, their project, and the first and the last day. */
export const stepsAhead = `
select * from milestone
where client_id = ? and (project_id is null or project_id = ?) and on_day >= ? and on_day <= ? and done_at is null
order by on_day, id`

/** Takes a client and their project. */
export const begunLetter = `
select body from letter
where client_id = ? and project_id = ? and state = 'draft' and kind = 'status-update' and body is not null
order by saved_at desc limit 1`
