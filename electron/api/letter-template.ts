import { Drop, Liquid, type Template } from 'liquidjs'
import type { LetterKind } from '../../shared/domain/letter'
import { Refusal } from '../../shared/lib/refusal'
import { tokensOf, type Tokens } from './letter-tokens'

/** One value of a letter with the name it goes by, so that what is printed stays traceable to its field. */
export class Field extends Drop {
  constructor(
    readonly name: string,
    readonly text: string,
  ) {
    super()
  }

  override valueOf(): string {
    return this.text
  }
}

/** Marks where a field begins, where its text begins, and where it ends; private-use, taken out of everything typed. */
const begins = '\uE000'
const says = '\uE001'
const ends = '\uE002'
const marks = new RegExp(`[${begins}${says}${ends}]`, 'g')
const markedField = new RegExp(`${begins}([^${says}]*)${says}([^${ends}]*)${ends}`)

/** Text without the characters that mark fields and without line breaks other than \n. */
export const withoutMarks = (text: string): string =>
  text.replaceAll(marks, '').replaceAll(/\r\n?|\u2028|\u2029/g, '\n')

/** The field a text was typed into, where it is not the body. */
type Where = { readonly field?: 'subject' }

/**
 * Reads a template for a kind of letter. Refuses E_TEMPLATE_WRONG (with the line) for text that cannot be read or printed,
 * and E_TEMPLATE_UNKNOWN (with the name) for a name that this kind of letter does not know.
 */
export function readTemplate(kind: LetterKind, text: string, where: Where = {}): readonly Template[] {
  const key = `${kind} ${text}`
  const known = readTemplates.get(key)
  if (known !== undefined) return known
  const template = parse(withoutMarks(text), where)
  const unknown = findUnknown(template, tokensOf(kind))
  if (unknown !== undefined) throw new Refusal('invalid', 'E_TEMPLATE_UNKNOWN', { name: unknown, ...where })
  for (const text of ['', 'x']) printMarked(template, trialValues(kind, text), where)
  if (readTemplates.size >= mostKept) readTemplates.clear()
  readTemplates.set(key, template)
  return template
}

/**
 * Prints a template; what came from a field stands between marks. Split it with `splitMarked`. Refuses
 * E_TEMPLATE_WRONG for what can be read and not printed, such as a loop without end.
 */
export function printMarked(template: readonly Template[], values: object, where: Where = {}): string {
  try {
    return String(engine.renderSync([...template], values))
  } catch (error) {
    throw new Refusal('invalid', 'E_TEMPLATE_WRONG', { line: lineOf(error), ...where })
  }
}

type Piece = string | { readonly name: string; readonly text: string }

/** Plain text and fields in turn: text at even places, name and text of a field as a pair at odd ones. */
export function splitMarked(marked: string): readonly Piece[] {
  const pieces = marked.split(markedField)
  return pieces.flatMap((piece, place): readonly Piece[] => {
    if (place % 3 === 0) return [piece]
    return place % 3 === 1 ? [{ name: piece, text: pieces[place + 1] ?? '' }] : []
  })
}

/** Every name with the same text: with none and with some, a template takes all its turns. */
const trialValues = (kind: LetterKind, text: string): object =>
  Object.fromEntries(Object.keys(tokensOf(kind)).map((name) => [name, new Field(name, text)]))

const mostKept = 200
const readTemplates = new Map<string, readonly Template[]>()

const engine = makeEngine()

/** An engine that knows output, `for`, `if` and `default`, and nothing that reads a file or runs long. */
function makeEngine(): Liquid {
  const made = new Liquid({
    ownPropertyOnly: true,
    strictVariables: true,
    strictFilters: true,
    lenientIf: true,
    jsTruthy: true,
    parseLimit: 50_000,
    renderLimit: 1_000,
    memoryLimit: 1_000_000,
    templates: {},
    outputEscape: markValue,
  })
  for (const name of Object.keys(made.tags)) if (name !== 'for' && name !== 'if') delete made.tags[name]
  for (const name of Object.keys(made.filters)) delete made.filters[name]
  made.registerFilter('default', (value: unknown, fallback: unknown) => (isEmpty(value) ? fallback : value))
  return made
}

const isEmpty = (value: unknown): boolean =>
  value instanceof Field ? value.text === '' : !Array.isArray(value) && !value

function markValue(value: unknown): string {
  if (Array.isArray(value)) return value.map(markValue).join(', ')
  if (value instanceof Field) return `${begins}${value.name}${says}${value.text}${ends}`
  return withoutMarks(String(value ?? ''))
}

function parse(text: string, where: Where): readonly Template[] {
  try {
    return engine.parse(text)
  } catch (error) {
    throw new Refusal('invalid', 'E_TEMPLATE_WRONG', { line: lineOf(error), ...where })
  }
}

function lineOf(error: unknown): number {
  const line = error instanceof Error ? /\bline:(\d+)/.exec(error.message)?.[1] : undefined
  return Number(line ?? 1)
}

/** A name nobody knows, or a look inside a value: values have no insides, but for the count of a loop. */
function findUnknown(template: readonly Template[], tokens: Tokens): string | undefined {
  const { variables, globals } = engine.analyzeSync([...template])
  const strange = Object.keys(globals).find((name) => !Object.hasOwn(tokens, name))
  if (strange !== undefined) return strange
  const paths = Object.entries(variables).filter(([name]) => name !== 'forloop')
  return paths
    .flatMap(([, found]) => found)
    .find(({ segments }) => segments.length > 1)
    ?.toString()
}
