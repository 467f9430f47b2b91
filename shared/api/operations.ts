import { OperationId } from '../domain/ids'
import { command, query } from './contract'

/** What can be taken back. */
export const operations = {
  /** The last command of the past 24 hours that undo can take back, or null. */
  last: query({}).returns<{
    readonly id: OperationId
    readonly command: string
    readonly at: number
  } | null>(),
  /** Takes a command back, row by row. Refuses E_UNDO_TOO_LATE where something it touched has changed since. */
  undo: command({ id: OperationId }, { undo: false }).returns<{ readonly command: string }>(),
}
