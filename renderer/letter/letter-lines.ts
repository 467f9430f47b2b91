import type { LetterPart } from '../../shared/domain/letter'

/** One line of a letter in its parts: a title stands over bullets. */
export type LetterLine = {
  readonly look: 'plain' | 'title' | 'bullet' | 'blank'
  readonly parts: readonly LetterPart[]
}

/** A piece of a letter: lines to be read, or a field that fills a paragraph and is written in its place. */
export type LetterPiece =
  | { readonly kind: 'lines'; readonly lines: readonly LetterLine[] }
  | { readonly kind: 'field'; readonly name: string }

/** Splits a letter where a field the user writes has a paragraph of its own. */
export function piecesOf(parts: readonly LetterPart[], asked: readonly string[]): readonly LetterPiece[] {
  const place = parts.findIndex((part, index) => isParagraph(parts, index) && isAsked(part, asked))
  const field = parts[place]
  if (field?.kind !== 'field') return [{ kind: 'lines', lines: linesOf(parts) }]
  return [
    { kind: 'lines', lines: linesOf(trimmed(parts, place - 1, /\n+$/).slice(0, place)) },
    { kind: 'field', name: field.name },
    ...piecesOf(trimmed(parts, place + 1, /^\n+/).slice(place + 1), asked),
  ]
}

/** The names of asked fields that stand inside a sentence: they are written in a line of their own above. */
export const inlineNames = (parts: readonly LetterPart[], asked: readonly string[]): readonly string[] => [
  ...new Set(
    parts.flatMap((part, index) =>
      part.kind === 'field' && isAsked(part, asked) && !isParagraph(parts, index) ? [part.name] : [],
    ),
  ),
]

const isAsked = (part: LetterPart, asked: readonly string[]): boolean =>
  part.kind === 'field' && asked.includes(part.name)

function isParagraph(parts: readonly LetterPart[], index: number): boolean {
  const before = parts[index - 1]
  const after = parts[index + 1]
  const opens = before === undefined || (before.kind === 'text' && before.text.endsWith('\n\n'))
  return opens && (after === undefined || (after.kind === 'text' && after.text.startsWith('\n\n')))
}

/** The paragraphs' break goes to the field between them, which has its own space. */
const trimmed = (parts: readonly LetterPart[], place: number, end: RegExp): readonly LetterPart[] =>
  parts.map((part, index) => (index === place ? { ...part, text: part.text.replace(end, '') } : part))

/** The lines of a letter, each with its look. */
export function linesOf(parts: readonly LetterPart[]): readonly LetterLine[] {
  const lines = splitLines(parts)
  return lines.map((line, index) => {
    const next = lines[index + 1]
    if (isBlank(line)) return { look: 'blank', parts: [] }
    if (isBullet(line)) return { look: 'bullet', parts: withoutDash(line) }
    return { look: next && isBullet(next) ? 'title' : 'plain', parts: line }
  })
}

function splitLines(parts: readonly LetterPart[]): readonly (readonly LetterPart[])[] {
  return parts.reduce<readonly (readonly LetterPart[])[]>(
    (lines, part) => {
      const [first = '', ...others] = part.text.split('\n')
      const begun = lines.at(-1) ?? []
      return [
        ...lines.slice(0, -1),
        [...begun, pieceOf(part, first)],
        ...others.map((text) => [pieceOf(part, text)]),
      ]
    },
    [[]],
  )
}

/** An empty line inside a filled field is no field that waits to be filled. */
const pieceOf = (part: LetterPart, text: string): LetterPart =>
  text === '' && part.text !== '' ? { kind: 'text', text } : { ...part, text }

const isBlank = (line: readonly LetterPart[]): boolean =>
  line.every(({ kind, text }) => kind === 'text' && text === '')

const isBullet = ([first]: readonly LetterPart[]): boolean => first?.text.startsWith('- ') ?? false

const withoutDash = ([first, ...others]: readonly LetterPart[]): readonly LetterPart[] =>
  first === undefined ? [] : [{ ...first, text: first.text.slice(2) }, ...others]
