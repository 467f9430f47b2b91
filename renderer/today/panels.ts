import type { RowAct } from '../../shared/domain/route'
import type { ExtraRow, PromiseDueRow, Today, UpdateRow, WaitingRow } from '../../shared/domain/today'
import type { SnoozeDays } from '../../shared/domain/snooze'
import type { LetterBegin } from '../letter/typed-letter'
import type { SnoozedRow } from '../snooze/SnoozeMenu'

/** What is open under a row of Today; at most one thing is. */
export type OpenPanel =
  | { readonly kind: 'move'; readonly rowId: string }
  | { readonly kind: 'letter'; readonly rowId: string; readonly begin: LetterBegin }
  | {
      readonly kind: 'snooze-day'
      readonly rowId: string
      readonly row: SnoozedRow
      readonly days: SnoozeDays
    }

/** The one panel of the screen: which is open, and how to open or close it. */
export type Panels = {
  readonly open: OpenPanel | null
  readonly show: (panel: OpenPanel) => void
  readonly close: () => void
}

/** What a screen of rows gives to each of them. */
export type RowSetting = {
  readonly day: string
  readonly zone: string
  readonly now: number
  readonly panels: Panels
  /** The ids of the rows that are put aside. */
  readonly aside: ReadonlySet<string>
  /** A row that is shown although it stands far down its section; null where none was asked for. */
  readonly reach: string | null
}

export const waitingRowId = ({ waitId }: WaitingRow): string => `wait-${waitId}`
export const promiseRowId = ({ promiseId }: PromiseDueRow): string => `promise-${promiseId}`
export const updateRowId = ({ projectId }: UpdateRow): string => `update-${projectId}`
export const extraRowId = ({ extraId }: ExtraRow): string => `extra-${extraId}`

export const asideRowIds = ({ aside }: Today): ReadonlySet<string> =>
  new Set(aside.map(({ item, itemId }) => `${item}-${itemId}`))

/** The panel that is open, as long as the row it stands under is there. */
export const openUnderRow = (open: OpenPanel | null, today: Today): OpenPanel | null =>
  open !== null && rowIdsOf(today).includes(open.rowId) ? open : null

/** Every row of the day, in the order of its sections. */
export const rowIdsOf = (today: Today): readonly string[] => [
  ...today.waiting.map(waitingRowId),
  ...today.promises.map(promiseRowId),
  ...today.updates.map(updateRowId),
  ...today.extras.map(extraRowId),
]

/** The letter that is begun on somebody who waits: one that acknowledges, or one that answers. */
export function letterTo({ clientId, waitId, dueAt }: WaitingRow, act: RowAct, now: number): LetterBegin {
  const answer = now > dueAt ? 'late-answer' : 'blank'
  return { kind: act === 'acknowledge' ? act : answer, clientId, waitId }
}
