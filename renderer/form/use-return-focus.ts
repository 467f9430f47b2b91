import { useEffect, useRef } from 'react'

/**
 * Remembers what had the focus when something opened, and gives it back when that closes again; to the sheet
 * where it has gone meanwhile.
 */
export function useReturnFocus(): void {
  const opener = useRef<Element | null>(null)
  // Read while rendering for the first time: later the field that opened with the focus has it.
  if (opener.current === null) opener.current = openerNow()
  useEffect(() => {
    const back = opener.current
    return () => {
      queueMicrotask(() => {
        if (!isNowhere()) return
        if (back instanceof HTMLElement && back.isConnected && back !== document.body) back.focus()
        else document.getElementById('sheet')?.focus({ preventScroll: true })
      })
    }
  }, [])
}

/** What is focused now; where that is a choice of a menu, the button that opened the menu. */
function openerNow(): Element | null {
  const focused = document.activeElement
  return focused?.closest('[role="menu"]')
    ? document.querySelector('button[aria-haspopup][aria-expanded="true"]')
    : focused
}

/** The focus is lost when what had it was taken away; somebody who moved on keeps theirs. */
const isNowhere = (): boolean => document.activeElement === null || document.activeElement === document.body
