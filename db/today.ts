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
import { comingList, doneToday, figuresOfToday, heldList, lengthsOfLists } from './today-around'
import { extraList, mostRows, projectList, promiseList, updateList, waitingList } from './today-lists'

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

type Figures = Readonly<Record<'clients' | 'promises' | 'outbox' | 'extrasSpentMinor', number>>

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
  const figures = await selectRows<Figures>(db, figuresOfToday, [quarter.from, quarter.until])
  const listed = await countListed(db, window, [waiting, promises, updates])
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
    ...figuresOf(figures[0], listed),
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

/** How many rows the lists have; a list that is full is counted on. */
async function countListed(
  db: ReadDb,
  { today, updatesUntil }: TodayWindow,
  lists: readonly (readonly unknown[])[],
): Promise<number> {
  if (lists.every(({ length }) => length < mostRows))
    return lists.reduce((sum, { length }) => sum + length, 0)
  const due = [today, updatesUntil, today, today]
  const [counted] = await selectRows<{ readonly total: number }>(db, lengthsOfLists, due)
  return counted?.total ?? 0
}

function figuresOf(
  figures: Figures | undefined,
  listed: number,
): Pick<TodayFacts, 'counts' | 'extrasSpentMinor'> {
  if (figures === undefined) throw new Error('The store counts nothing')
  const { extrasSpentMinor, ...counts } = figures
  return { counts: { today: listed, ...counts }, extrasSpentMinor }
}
