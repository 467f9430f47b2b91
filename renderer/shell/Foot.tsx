import { useStatus, useStatusMessage } from '../status'
import { KeyStrip, type KeyHint } from '../ui/KeyStrip'
import { StatusLine } from '../ui/StatusLine'
import { useUndo } from '../undo'

/** The foot of every sheet: the keys of the screen, and for a while what was just done, with Undo. */
export function Foot({ hints = [], end = [] }: { hints?: readonly KeyHint[]; end?: readonly KeyHint[] }) {
  const message = useStatusMessage()
  const { hold } = useStatus()
  const undo = useUndo()
  const operationId = message?.operationId ?? null
  return (
    <StatusLine
      message={message}
      strip={<KeyStrip hints={hints} end={end} />}
      onUndo={operationId === null ? undefined : () => void undo(operationId)}
      onHold={hold}
    />
  )
}
