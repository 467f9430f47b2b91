/**
 * Gives the focus to what `find` finds, and gives it again when that is exchanged for another (a sheet that was
 * still loading, for the one that has come), until something is pressed. What it answers ends it before.
 */
export function keepFocus(find: () => HTMLElement | null): () => void {
  const focus = () => find()?.focus({ preventScroll: true })
  focus()
  const observer = new MutationObserver(() => {
    if (document.activeElement === document.body) focus()
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

/** Gives the focus to the first row of the sheet, or to the sheet where it has none. */
export function focusRows(): void {
  const sheet = document.getElementById('sheet')
  const row = sheet?.querySelector<HTMLElement>('[data-row]') ?? sheet
  row?.focus({ preventScroll: true })
}
