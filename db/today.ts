import type { Language } from '../shared/domain/client'
import type { ClientId, LetterId } from '../shared/domain/ids'
import type {
  ClientFacts,
  ComingFacts,
  DoneFacts,
  ExtraFacts,
  ProjectFacts,
  PromiseFacts,
  TodayFacts,
  UpdateFacts,
  WaitingFacts,
} from '../shared/domain/today-facts'
import type { Day, Instant } from '../shared/lib/time'
import { toProject } from './projects'
import type { ClientRow, ProjectRow, ReadDb } from './schema'
import { selectRows } from './statements'
import { comingList, countsOfToday, doneToday, heldList } from './today-around'
import { extraList, projectList, promiseList, updateList, waitingList } from './today-lists'

/** Which day Today is, and how far it looks. */
export type TodayWindow = {
  readonly now: Instant
  readonly today: Day
  readonly tomorrow: Day
  /** The last day of Coming up. */
  readonly until: Day
  /** The last due day of an update that is listed already. */
  readonly updatesUntil: Day
  /** Today's first moment. */
  readonly midnight: Instant
  /** The quarter whose extras are summed up. */
  readonly quarter: { readonly from: Day; readonly until: Day }
  readonly mostExtras: number
}

type Counts = Readonly<
  Record<
    'waiting' | 'promisesDue' | 'updatesDue' | 'clients' | 'promises' | 'outbox' | 'extrasSpentMinor',
    number
  >
>

/** Everything Today is decided from, in nine statements that read open rows only. */
export async function loadToday(db: ReadDb, window: TodayWindow): Promise<TodayFacts> {
  const { now, today, tomorrow, until, midnight, updatesUntil, quarter } = window
  const waiting = await selectRows<WaitingFacts>(db, waitingList)
  const promises = await selectRows<PromiseFacts>(db, promiseList, [today])
  const updates = await selectRows<UpdateListRow>(db, updateList, [updatesUntil, today, today])
  const extras = await selectRows<ExtraFacts>(db, extraList, [window.mostExtras])
  const done = await selectRows<DoneFacts>(db, doneToday, [midnight, midnight, midnight, today])
  const ahead = [tomorrow, until]
  const steps = [today, until, today, until]
  const coming = await selectRows<ComingFacts>(db, comingList, [
    ...steps,
    ...ahead,
    ...ahead,
    today,
    today,
    ...ahead,
  ])
  const due = [today, updatesUntil, today, today]
  const counted = await selectRows<Counts>(db, countsOfToday, [...due, quarter.from, quarter.until])
  const held = await selectRows<{ readonly id: LetterId }>(db, heldList, [now])
  const projects = await loadProjects(db, [...waiting, ...promises, ...extras])
  return {
    waiting,
    promises,
    updates: updates.map(toUpdate),
    extras,
    done,
    coming,
    projects,
    ...figuresOf(counted[0]),
    heldLetters: held.map(({ id }) => id),
  }
}

type UpdateListRow = ClientFacts & ProjectRow & Pick<ClientRow, 'language'>

const toUpdate = ({ clientId, name, shortName, language, ...row }: UpdateListRow): UpdateFacts => ({
  clientId,
  name,
  shortName,
  language: language as Language | null,
  project: toProject(row),
  nextUpdateOn: row.next_update_on ?? '',
})

function loadProjects(
  db: ReadDb,
  rows: readonly { readonly clientId: ClientId }[],
): Promise<readonly ProjectFacts[]> {
  const clientIds = [...new Set(rows.map(({ clientId }) => clientId))]
  return selectRows<ProjectFacts>(db, projectList, [JSON.stringify(clientIds)])
}

function figuresOf(counts: Counts | undefined): Pick<TodayFacts, 'counts' | 'extrasSpentMinor'> {
  if (counts === undefined) throw new Error('The store counts nothing')
  const { waiting, promisesDue, updatesDue, clients, promises, outbox, extrasSpentMinor } = counts
  return {
    counts: { today: waiting + promisesDue + updatesDue, clients, promises, outbox },
    extrasSpentMinor,
  }
}
