import type { ExtraRow, PromiseDueRow, Today, UpdateRow, WaitingRow } from '../../shared/domain/today'
import type { LetterBegin } from '../letter/typed-letter'

/** What is open under a row of Today; at most one thing is. */
export type OpenPanel =
  | { readonly kind: 'move'; readonly rowId: string }
  | { readonly kind: 'letter'; readonly rowId: string; readonly begin: LetterBegin }

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
}

export const waitingRowId = ({ waitId }: WaitingRow): string => `wait-${waitId}`
export const promiseRowId = ({ promiseId }: PromiseDueRow): string => `promise-${promiseId}`
export const updateRowId = ({ projectId }: UpdateRow): string => `update-${projectId}`
export const extraRowId = ({ extraId }: ExtraRow): string => `extra-${extraId}`

/** The panel that is open, as long as the row it stands under is there. */
export function openUnderRow(open: OpenPanel | null, today: Today): OpenPanel | null {
  const ids = [
    ...today.waiting.map(waitingRowId),
    ...today.promises.map(promiseRowId),
    ...today.updates.map(updateRowId),
    ...today.extras.map(extraRowId),
  ]
  return open !== null && ids.includes(open.rowId) ? open : null
}
