import { useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { confirmationLasts, StatusContext, type Confirmation, type Status } from './status'
import { useKeys } from './use-keys'

/**
 * Holds the one confirmation that is shown. Z takes it back while it offers to; afterwards Z asks `onUndoLast`
 * for the last command. It stands inside a <KeysProvider>.
 */
export function StatusProvider({ children, onUndoLast }: { children: ReactNode; onUndoLast?: () => void }) {
  const [shown, setShown] = useState<Status['shown']>(null)
  const clear = useCallback(() => setShown(null), [])
  const confirm = useCallback(
    (confirmation: Confirmation) => setShown((before) => ({ ...confirmation, id: (before?.id ?? 0) + 1 })),
    [],
  )
  useEffect(() => {
    if (!shown) return undefined
    const timer = setTimeout(clear, confirmationLasts)
    return () => clearTimeout(timer)
  }, [shown, clear])
  useKeys({
    z: () => {
      if (!shown?.undo) return onUndoLast?.()
      clear()
      shown.undo()
    },
  })
  const status = useMemo(() => ({ shown, confirm, clear }), [shown, confirm, clear])
  return <StatusContext value={status}>{children}</StatusContext>
}
