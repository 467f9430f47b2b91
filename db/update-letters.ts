import type { ClientId, ProjectId } from '../shared/domain/ids'
import type { Milestone } from '../shared/domain/milestone'
import type { Person } from '../shared/domain/person'
import type { Project } from '../shared/domain/project'
import type { Day } from '../shared/lib/time'
import { listAddresses } from './addresses'
import { toMilestone } from './milestones'
import { toPerson } from './people'
import type { LetterRow, MilestoneRow, PersonRow, ReadDb } from './schema'
import { selectRows } from './statements'

/** What the letters of status updates are begun from, besides what there is to tell. */
export type UpdateLetters = {
  readonly people: ReadonlyMap<ClientId, readonly Person[]>
  /** Steps to be done from the one day to the other. */
  readonly milestones: readonly Milestone[]
  /** What was typed into a letter that has been begun already. */
  readonly drafts: ReadonlyMap<ProjectId, string>
}

/** Reads, for many projects at once, what their next status letters are begun from. */
export async function loadUpdateLetters(
  db: ReadDb,
  projects: readonly Project[],
  days: { readonly from: Day; readonly until: Day },
): Promise<UpdateLetters> {
  const clientIds = [...new Set(projects.map(({ clientId }) => clientId))]
  const clients = JSON.stringify(clientIds)
  const milestones = await selectRows<MilestoneRow>(db, stepsAhead, [clients, days.from, days.until])
  const drafts = await selectRows<LetterRow>(db, begunLetters, [clients])
  return {
    people: await listPeopleOf(db, clientIds),
    milestones: milestones.map(toMilestone),
    drafts: new Map(
      drafts.flatMap(({ project_id, body }) =>
        project_id === null || body === null ? [] : [[project_id, body]],
      ),
    ),
  }
}

async function listPeopleOf(db: ReadDb, clientIds: readonly ClientId[]): Promise<UpdateLetters['people']> {
  const rows = await selectRows<PersonRow>(db, peopleOfClients, [JSON.stringify(clientIds)])
  const addresses = await listAddresses(
    db,
    rows.map(({ id }) => id),
  )
  const people = rows.map((row) => toPerson(row, addresses.get(row.id) ?? []))
  return new Map(clientIds.map((id) => [id, people.filter(({ clientId }) => clientId === id)]))
}

/** Takes a JSON list of clients, and the first and the last day. */
export const stepsAhead = `
select milestone.* from json_each(?) as wanted
cross join milestone on milestone.client_id = wanted.value
where milestone.on_day >= ? and milestone.on_day <= ? and milestone.done_at is null
order by milestone.on_day, milestone.id`

/** Takes a JSON list of clients. */
export const begunLetters = `
select letter.* from json_each(?) as wanted
cross join letter on letter.client_id = wanted.value
where letter.state = 'draft' and letter.kind = 'status-update' and letter.body is not null
order by letter.saved_at`

/** Takes a JSON list of clients. */
export const peopleOfClients = `
select person.* from json_each(?) as wanted
cross join person on person.client_id = wanted.value
order by person.id`
