import { useEffect, type RefObject } from 'react'

/**
 * Puts the focus into the first field when a form has opened, unless it is in the form already. A menu that
 * opened it still has the focus to itself until it has closed, so this waits a frame.
 */
export function useFirstFocus(form: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const frame = requestAnimationFrame(() => {
      if (form.current?.contains(document.activeElement)) return
      form.current?.querySelector<HTMLElement>('input,textarea,select')?.focus()
    })
    return () => cancelAnimationFrame(frame)
  }, [form])
}
