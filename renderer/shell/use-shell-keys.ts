import { useEffect, useRef } from 'react'
import { useLog } from '../log/LogProvider'
import { goTo } from '../route'
import { useStatusMessage } from '../status'
import { useKeys } from '../ui/use-keys'
import { useUndo } from '../undo'

/** The keys that hold anywhere: Z takes back what was said last, or else what was done last, G and a letter go to a place, Ctrl K logs. */
export function useShellKeys(): void {
  const log = useLog()
  const undo = useUndo()
  const said = useStatusMessage()
  useKeys({
    z: () => void undo(said?.operationId),
    'g t': () => goTo({ screen: 'today' }),
    'g c': () => goTo({ screen: 'clients' }),
    'g o': () => goTo({ screen: 'outbox' }),
  })
  const latest = useRef(log)
  useEffect(() => {
    latest.current = log
  })
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const isOurs = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
      if (!isOurs || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      latest.current()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [])
}
