/**
 * The place in a text that was pressed where that text is shown in pieces: as titles, bullets and fields. Null
 * where the browser cannot tell, or where something else was pressed.
 */
export function pressedPlace(
  shown: HTMLElement,
  text: string,
  at: { readonly clientX: number; readonly clientY: number },
): number | null {
  const pressed = document.caretPositionFromPoint?.(at.clientX, at.clientY)
  if (!pressed || !(pressed.offsetNode instanceof window.Text)) return null
  const walker = document.createTreeWalker(shown, NodeFilter.SHOW_TEXT)
  let from = 0
  while (walker.nextNode()) {
    const { data } = walker.currentNode as CharacterData
    const place = text.indexOf(data, from)
    if (walker.currentNode === pressed.offsetNode) return place < 0 ? null : place + pressed.offset
    if (place >= 0) from = place + data.length
  }
  return null
}
