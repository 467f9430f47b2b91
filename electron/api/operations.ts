import { lastUndoable } from '../../db/operations'
import { undoOperation, undoWithin } from '../../db/undo'
import type { Api } from '../../shared/api/index'
import type { Answers } from './answers'
import { refuseOutOfStep } from './clocks-in-step'
import { recounting } from './recount'

export const operations: Answers<Api['operations']> = {
  async last({ db, now }) {
    const operation = await lastUndoable(db, now - undoWithin)
    return operation === undefined ? null : { id: operation.id, command: operation.command, at: operation.at }
  },

  async undo({ db, now }, { id }) {
    const { command } = await recounting(db, now, () => undoOperation(db, id, now))
    await refuseOutOfStep(db, id)
    return { command }
  },
}
