import { useEffect } from 'react'
import { keepFocus } from '../ui/keep-focus'

/** The place shown last; null while the window has just been opened and the browser has the focus. */
const memory: { place: string | null } = { place: null }

/** After a change of place the focus goes to the new sheet, to its first row where it has rows. */
export function SheetFocus({ place }: { place: string }) {
  useEffect(() => {
    const isNew = memory.place !== null && memory.place !== place
    memory.place = place
    return isNew ? keepFocus(startOfSheet) : undefined
  }, [place])
  return null
}

/** Where reading the sheet begins; null where the focus is on the sheet already. */
function startOfSheet(): HTMLElement | null {
  const sheet = document.getElementById('sheet')
  if (!sheet || sheet.contains(document.activeElement)) return null
  return sheet.querySelector<HTMLElement>('[data-row]') ?? sheet
}
