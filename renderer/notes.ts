import type { Note } from '../shared/domain/note'
import { parseRoute } from '../shared/domain/route'
import { goTo } from './route'

/** Whether this browser may show notes; `none` where it cannot, as in a window of its own, whose system does. */
export type NotesAllowed = NotificationPermission | 'none'

/** What the browser says about notes now. */
export const notesAllowed = (): NotesAllowed => (canShowNotes() ? Notification.permission : 'none')

/** Asks for the browser's leave to show notes, as it demands: after something was pressed. */
export const askForNotes = async (): Promise<NotesAllowed> =>
  canShowNotes() ? await Notification.requestPermission() : 'none'

/**
 * Shows a note by the browser, where it may. Two windows show it once, since it bears the same mark in both; a
 * click brings this window to its place.
 */
export function showNote(note: Note): void {
  if (notesAllowed() !== 'granted') return
  const shown = new Notification(note.title, {
    body: [note.text, note.words].filter(Boolean).join('\n'),
    tag: `kept-${note.id ?? `held-${note.operationId}`}`,
  })
  shown.onclick = () => {
    window.focus()
    goTo(parseRoute(note.place))
    shown.close()
  }
}

/** Whether Kept is shown by a browser, not by a window of its own. */
export const isInBrowser = (): boolean => window.kept === undefined

const canShowNotes = (): boolean => isInBrowser() && 'Notification' in window
