import type { LetterPart } from '../domain/letter'

/** A letter as plain text; a field that is still empty stands as its name in double braces. */
export const textOf = (parts: readonly LetterPart[]): string =>
  parts.map((part) => (part.kind === 'field' && part.text === '' ? marker(part.name) : part.text)).join('')

/** A text edited by hand in parts: what still stands in double braces is a field to be filled. */
export const partsOfText = (text: string): readonly LetterPart[] =>
  text
    .split(leftover)
    .map((piece, place): LetterPart =>
      place % 2 === 0 ? { kind: 'text', text: piece } : { kind: 'field', name: piece, text: '' },
    )
    .filter((part) => part.kind === 'field' || part.text !== '')

/** Names that still stand in double braces in a text edited by hand, each once: what holds it. */
export function leftoverNames(text: string): readonly string[] {
  const found = [...text.matchAll(leftover)].map((match) => match[1] ?? '')
  return [...new Set(found)]
}

/**
 * The start of a letter in one run, for a row: greeting, first sentences, then its bullets as a sentence each,
 * without titles; cut at a word, with an ellipsis where there is more.
 */
export function peekOf(text: string, atMost = 220): string {
  const paragraphs = text.split('\n\n').map((paragraph) => paragraph.split('\n'))
  const run = paragraphs.flatMap(sentencesOf).join(' ')
  const joined = run.replace(/,( \p{Lu}\p{Ll})/u, (_, first: string) => `,${first.toLowerCase()}`)
  if (joined.length <= atMost) return joined
  const cut = joined.slice(0, atMost)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 1)).replace(/[\s,.;:]+$/, '')}…`
}

const leftover = /\{\{\s*([^{}]{0,60}?)\s*\}\}/g

const marker = (name: string): string => `{{${name}}}`

/** A title is a line over bullets: the bullets say enough without it. */
function sentencesOf(lines: readonly string[]): readonly string[] {
  const bullets = lines.filter((line) => line.startsWith('- '))
  if (bullets.length === 0) return lines.filter((line) => line !== '')
  return bullets.map((bullet) => bullet.slice(2).replace(/(?<![.?…])$/, '.'))
}
