const notTyped = new Set(['checkbox', 'radio', 'button', 'submit', 'reset', 'range', 'color', 'file'])

/** Whether a key pressed here is writing: single-letter keys are off then. */
export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.closest('[contenteditable=""],[contenteditable="true"]')) return true
  if (target instanceof HTMLInputElement) return !notTyped.has(target.type)
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement
}

/** Whether a key is held that makes a shortcut of the browser or the system. Shift is not one. */
export const hasModifier = (event: KeyboardEvent): boolean => event.ctrlKey || event.metaKey || event.altKey

/** Whether a dialog, a menu or a list of choices stands open and has the keyboard to itself. */
export const isCovered = (): boolean =>
  document.querySelector('dialog[open],[role="dialog"],[role="menu"],[role="listbox"]') !== null
