import { useCallback } from 'react'
import { api } from '../shared/api/index'
import { OperationId } from '../shared/domain/ids'
import { askOnce, SaidRefusal, useCommand, useConnection } from './api'
import { useAct, useStatus } from './status'
import { useWords } from './ui/use-words'

/** Takes back the operation given or, without one, the last that can be taken back; the foot says what came of it. */
export function useUndo(): (operationId?: number | null) => Promise<void> {
  const connection = useConnection()
  const status = useStatus()
  const act = useAct()
  const say = useWords()
  const { ask } = useCommand(api.operations.undo)
  return useCallback(
    async (operationId = null) => {
      try {
        const id = operationId ?? (await askOnce(connection, api.operations.last, {}))?.id ?? null
        if (id === null) return status.tell(say('undo.nothing'))
        await act(ask({ id: OperationId.parse(id) }), () => say('undo.done'))
      } catch (error) {
        if (!(error instanceof SaidRefusal)) throw error
        status.refuse(error)
      }
    },
    [connection, status, act, say, ask],
  )
}
