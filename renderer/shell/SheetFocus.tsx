import { useEffect } from 'react'

/** The place shown last, and whether the window has just been opened. */
const memory: { place: string | null } = { place: null }

/** After a change of place the focus goes to the new sheet, to its selected row where it has rows. */
export function SheetFocus({ place }: { place: string }) {
  useEffect(() => {
    const isFirst = memory.place === null
    const isSame = memory.place === place
    memory.place = place
    if (isFirst || isSame) return
    const sheet = document.getElementById('sheet')
    const row = sheet?.querySelector<HTMLElement>('[data-row][tabindex="0"]')
    ;(row ?? sheet)?.focus({ preventScroll: true })
  }, [place])
  return null
}
