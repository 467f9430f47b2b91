import type { NotificationConstructorOptions } from 'electron'
import type { Note } from '../../shared/domain/note'

/** A note as the system shows it: Kept's own words, the client's below them, and its buttons. */
export const optionsOf = ({ title, text, words, acts }: Note): NotificationConstructorOptions => ({
  title,
  body: [text, words].filter((line) => line !== null).join('\n'),
  actions: acts.map(({ label }) => ({ type: 'button', text: label })),
})
