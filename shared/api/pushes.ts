import type { Note } from '../domain/note'

/**
 * What the host tells every window by itself: something changed, so whatever is shown is asked for again; the window
 * is wanted at a place (an address fragment); or a note is to be shown by the browser, where no system does it.
 */
export type Push =
  | { readonly kind: 'changed'; readonly now: number }
  | { readonly kind: 'open'; readonly now: number; readonly place: string }
  | { readonly kind: 'note'; readonly now: number; readonly note: Note }
