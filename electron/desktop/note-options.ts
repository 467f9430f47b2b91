import type { NotificationConstructorOptions } from 'electron'
import type { Note } from '../../shared/domain/note'

/** A note as the system shows it: Kept's own words, the client's below them, and its buttons. */
export function optionsOf(
  { title, text, words, acts }: Note,
  platform: NodeJS.Platform,
): NotificationConstructorOptions {
  const body = [text, words].filter((line) => line !== null).join('\n')
  return {
    title,
    body: platform === 'linux' ? asMarkup(body) : body,
    actions: acts.map(({ label }) => ({ type: 'button', text: label })),
  }
}

/** Desktops of Linux read the text of a note as markup: without this a client's words could hold links and pictures. */
const asMarkup = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
