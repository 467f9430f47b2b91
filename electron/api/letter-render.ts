import type { LetterFields, LetterKind, LetterPart } from '../../shared/domain/letter'
import { capitalised } from '../../shared/words/format'
import { Field, printMarked, readTemplate, splitMarked, withoutMarks } from './letter-template'
import { tokensOf, type TokenKind } from './letter-tokens'
import { withoutEnd } from './letter-words'

/** What the records say of a letter, by the names of its template; null or left out: nothing to say. */
export type LetterFacts = Readonly<Record<string, string | readonly string[] | null>>

/** A letter filled in. `missing` names the fields that are printed and empty, the text's before the subject's. */
export type RenderedLetter = {
  readonly subjectParts: readonly LetterPart[]
  readonly parts: readonly LetterPart[]
  readonly missing: readonly string[]
}

/**
 * Fills a template in one pass: what a fact or field says is never read as a template again. What the user typed
 * (`fields`) goes before what the records say. Refuses what readTemplate refuses.
 */
export function renderLetter(letter: {
  readonly kind: LetterKind
  readonly template: { readonly subject: string; readonly body: string }
  readonly facts: LetterFacts
  readonly fields: LetterFields
}): RenderedLetter {
  const values = valuesOf(letter.kind, letter.facts, letter.fields)
  const print = (text: string) => printMarked(readTemplate(letter.kind, text), values)
  const parts = partsOf(tidied(print(letter.template.body)))
  const subjectParts = partsOf(onOneLine(print(letter.template.subject)))
  return { subjectParts, parts, missing: missingIn([...parts, ...subjectParts]) }
}

function valuesOf(kind: LetterKind, facts: LetterFacts, fields: LetterFields): object {
  const names = Object.entries(tokensOf(kind))
  return Object.fromEntries(
    names.map(([name, tokenKind]) => [
      name,
      tokenKind === 'list' ? listOf(name, facts) : new Field(name, valueOf(name, tokenKind, facts, fields)),
    ]),
  )
}

function valueOf(name: string, kind: TokenKind, facts: LetterFacts, fields: LetterFields): string {
  const text = typed(name, fields) ?? told(name, facts)
  return kind === 'clause' ? withoutEnd(text) : text
}

/** An empty list counts as nothing, as an empty text does. */
function listOf(name: string, facts: LetterFacts): Field | readonly Field[] {
  const items = [ownOf(facts, name) ?? []].flat().map(clean)
  const filled = items.filter((item) => item !== '').map((item) => new Field(name, item))
  return filled.length === 0 ? new Field(name, '') : filled
}

function typed(name: string, fields: LetterFields): string | undefined {
  const text = clean(ownOf(fields, name) ?? '')
  return text === '' ? undefined : text
}

const told = (name: string, facts: LetterFacts): string => clean([ownOf(facts, name) ?? ''].flat().join(', '))

const ownOf = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined

const clean = (text: string): string => withoutMarks(text).trim()

/** Lines that became empty because there was nothing to say leave no holes. */
const tidied = (text: string): string =>
  text
    .replaceAll(/[ \t]+$/gm, '')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()

const onOneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

function partsOf(marked: string): readonly LetterPart[] {
  const parts = splitMarked(marked).map((piece): LetterPart =>
    typeof piece === 'string' ? { kind: 'text', text: piece } : { kind: 'field', ...piece },
  )
  return parts.filter((part) => part.kind === 'field' || part.text !== '').map(withCapital)
}

/** A field that goes on after a full stop begins a sentence, however it was typed. */
function withCapital(part: LetterPart, place: number, parts: readonly LetterPart[]): LetterPart {
  const before = parts[place - 1]
  const isBeginning = part.kind === 'field' && before?.kind === 'text' && /[.?!] $/.test(before.text)
  return isBeginning ? { ...part, text: capitalised(part.text) } : part
}

const missingIn = (parts: readonly LetterPart[]): readonly string[] => [
  ...new Set(parts.flatMap((part) => (part.kind === 'field' && part.text === '' ? [part.name] : []))),
]
