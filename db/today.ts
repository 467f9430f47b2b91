import type { Language } from '../shared/domain/client'
import type { ClientId, LetterId } from '../shared/domain/ids'
import type {
  AsideFacts,
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
import { readTogether, type Select } from './statements'
import { comingList, doneToday, figuresOfToday, heldList, lengthsOfLists } from './today-around'
import {
  asideList,
  extraList,
  mostRows,
  projectList,
  promiseList,
  updateList,
  waitingList,
} from './today-lists'

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

/** Everything Today is decided from, in ten statements that read open rows only, all of the same moment. */
export const loadToday = (db: ReadDb, window: TodayWindow): Promise<TodayFacts> =>
  readTogether(db, async (select) => {
    const lists = await loadLists(select, window)
    const { today, tomorrow, until, midnight, quarter } = window
    const done = await select<DoneFacts>(doneToday, [midnight, midnight, midnight, today])
    const [steps, ahead] = [
      [today, until, today, until],
      [tomorrow, until],
    ]
    const coming = await select<ComingFacts>(comingList, [
      ...steps,
      ...ahead,
      ...ahead,
      today,
      today,
      ...ahead,
    ])
    const figures = await select<Figures>(figuresOfToday, [quarter.from, quarter.until])
    const aside = await select<AsideFacts>(asideList, [today])
    const held = await select<{ readonly id: LetterId }>(heldList, [window.now])
    return {
      ...lists,
      done,
      coming,
      aside,
      projects: await loadProjects(select, [...lists.waiting, ...lists.promises, ...lists.extras]),
      ...figuresOf(figures[0], await countListed(select, window, lists)),
      heldLetters: held.map(({ id }) => id),
    }
  })

type Lists = Pick<TodayFacts, 'waiting' | 'promises' | 'updates' | 'extras'>

async function loadLists(select: Select, { today, updatesUntil, mostExtras }: TodayWindow): Promise<Lists> {
  const waiting = await select<WaitingFacts>(waitingList)
  const promises = await select<PromiseFacts>(promiseList, [today])
  const updates = await select<UpdateListRow>(updateList, [updatesUntil, today, today])
  const extras = await select<ExtraFacts>(extraList, [mostExtras])
  return { waiting, promises, updates: updates.map(toUpdate), extras }
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
  select: Select,
  rows: readonly { readonly clientId: ClientId }[],
): Promise<readonly ProjectFacts[]> {
  const clientIds = [...new Set(rows.map(({ clientId }) => clientId))]
  return select<ProjectFacts>(projectList, [JSON.stringify(clientIds)])
}

/** How many rows the lists have; a list that is full is counted on. */
async function countListed(
  select: Select,
  { today, updatesUntil }: TodayWindow,
  { waiting, promises, updates }: Lists,
): Promise<number> {
  const lengths = [waiting.length, promises.length, updates.length]
  if (lengths.every((length) => length < mostRows)) return lengths.reduce((sum, length) => sum + length)
  const due = [today, updatesUntil, today, today]
  const [counted] = await select<{ readonly total: number }>(lengthsOfLists, due)
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
