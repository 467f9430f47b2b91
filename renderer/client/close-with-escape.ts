import type { KeyboardEvent } from 'react'
import type { Panels } from './panels'

/** Esc in a record whose details stand open closes them; the focus goes to what opened them. */
export function closeWithEscape(event: KeyboardEvent<HTMLElement>, isShown: boolean, panels: Panels): void {
  if (event.key !== 'Escape' || event.defaultPrevented || !isShown) return
  event.preventDefault()
  event.currentTarget.querySelector<HTMLElement>('[aria-expanded]')?.focus()
  panels.close()
}
