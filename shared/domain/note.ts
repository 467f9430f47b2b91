import type { NoteId } from './ids'

/**
 * What a note tells of: one person who waits, one promise that is due, the day's morning or closing note, several
 * things at once, what came due while nobody was there, or a letter that was just sent and can be taken back.
 */
export type NoteKind = 'wait' | 'promise' | 'morning' | 'closing' | 'bundle' | 'away' | 'held'

/** What can be done on a note without opening Kept first, where the system has buttons for it. */
export const noteActs = ['acknowledge', 'reply', 'in-15-minutes', 'see-today', 'later', 'undo'] as const
export type NoteAct = (typeof noteActs)[number]

/**
 * A note as it is shown outside the window, said in the user's language. `title` is what Kept says; `words` are the
 * client's own, in quotation marks, null where there are none or names and words are hidden. A click leads to `place`,
 * the address fragment of a route. A `held` note has no id of its own: it carries the operation its Undo takes back.
 */
export type Note = {
  readonly id: NoteId | null
  readonly kind: NoteKind
  readonly title: string
  readonly text: string | null
  readonly words: string | null
  readonly acts: readonly { readonly act: NoteAct; readonly label: string }[]
  readonly place: string
  readonly operationId: number | null
}
