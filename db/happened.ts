import type { Happened } from '../shared/domain/happened'
import type { ProjectId } from '../shared/domain/ids'
import { toMilestone } from './milestones'
import { toMove } from './promise-moves'
import { toPromise } from './promises'
import type { MilestoneRow, PromiseMoveRow, PromiseRow, ReadDb } from './schema'
import { selectRows } from './statements'

/**
 * What happened in these projects since their last status update or, before the first, since they began. What
 * belongs to no project of its client counts for each of them.
 */
export async function listHappened(
  db: ReadDb,
  projectIds: readonly ProjectId[],
): Promise<ReadonlyMap<ProjectId, Happened>> {
  if (projectIds.length === 0) return new Map()
  const ids = [JSON.stringify(projectIds)]
  const kept = await selectRows<PromiseRow & ForProject>(db, keptSince, ids)
  const done = await selectRows<MilestoneRow & ForProject>(db, doneSince, ids)
  const moved = await selectRows<PromiseMoveRow & ForProject>(db, movedSince, ids)
  const open = await selectRows<PromiseRow & ForProject>(db, stillOpen, ids)
  const entries = projectIds.map((id): readonly [ProjectId, Happened] => [
    id,
    {
      keptPromises: kept.filter(isFor(id)).map(toPromise),
      doneMilestones: done.filter(isFor(id)).map(toMilestone),
      moves: moved.filter(isFor(id)).map(toMove),
      openPromises: open.filter(isFor(id)).map(toPromise),
    },
  ])
  return new Map(entries)
}

type ForProject = { readonly for_project_id: ProjectId }

const isFor = (id: ProjectId) => (row: ForProject) => row.for_project_id === id

const wanted = `json_each(?) as wanted cross join project on project.id = wanted.value`
const since = `coalesce(project.last_update_at, project.added_at)`

export const keptSince = `
select promise.*, project.id as for_project_id
from ${wanted}
cross join promise on promise.client_id = project.client_id and promise.ended_at > ${since}
where promise.ended_at is not null and promise.state = 'kept'
  and (promise.project_id is null or promise.project_id = project.id)
order by promise.ended_at, promise.id`

export const doneSince = `
select milestone.*, project.id as for_project_id
from ${wanted}
cross join milestone on milestone.client_id = project.client_id
where milestone.done_at > ${since}
  and (milestone.project_id is null or milestone.project_id = project.id)
order by milestone.done_at, milestone.id`

export const movedSince = `
select promise_move.*, project.id as for_project_id
from ${wanted}
cross join promise_move on promise_move.client_id = project.client_id and promise_move.at > ${since}
order by promise_move.at, promise_move.id`

export const stillOpen = `
select promise.*, project.id as for_project_id
from ${wanted}
cross join promise indexed by promise_open_by_client on promise.client_id = project.client_id
where promise.state = 'open' and (promise.project_id is null or promise.project_id = project.id)
order by promise.due_on, promise.id`
