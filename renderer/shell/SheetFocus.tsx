import { useEffect } from 'react'

/** The place shown last; null while the window has just been opened and the browser has the focus. */
const memory: { place: string | null } = { place: null }

/**
 * After a change of place the focus goes to the new sheet, to its first row where it has rows. It goes there
 * again when the sheet is exchanged for the one that was still loading, until something is pressed.
 */
export function SheetFocus({ place }: { place: string }) {
  useEffect(() => {
    const isNew = memory.place !== null && memory.place !== place
    memory.place = place
    return isNew ? keepFocusOnSheet() : undefined
  }, [place])
  return null
}

function keepFocusOnSheet(): () => void {
  focusSheet()
  const observer = new MutationObserver(() => {
    if (document.activeElement === document.body) focusSheet()
  })
  const stop = () => observer.disconnect()
  observer.observe(document.body, { childList: true, subtree: true })
  // A menu or a form may keep what is pressed in it to itself; this hears of it before they do.
  document.addEventListener('keydown', stop, { once: true, capture: true })
  document.addEventListener('pointerdown', stop, { once: true, capture: true })
  return () => {
    stop()
    document.removeEventListener('keydown', stop, { capture: true })
    document.removeEventListener('pointerdown', stop, { capture: true })
  }
}

function focusSheet(): void {
  const sheet = document.getElementById('sheet')
  if (!sheet || sheet.contains(document.activeElement)) return
  const row = sheet.querySelector<HTMLElement>('[data-row]')
  ;(row ?? sheet).focus({ preventScroll: true })
}
