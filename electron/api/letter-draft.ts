import { findTemplate } from '../../db/templates'
import type { ReadDb } from '../../db/schema'
import type { LetterDraft } from '../../shared/api/letters'
import { shortNameOf } from '../../shared/domain/client'
import type { Letter, LetterKind, LetterPart } from '../../shared/domain/letter'
import { weddingPlanner } from '../../shared/packs/wedding-planner'
import type { Instant } from '../../shared/lib/time'
import { undoHold } from '../../shared/rules/delivery'
import { candidatesOf } from '../../shared/rules/letter-people'
import { leftoverNames, partsOfText, textOf } from '../../shared/rules/letter-text'
import { sayAny, type Language } from '../../shared/words/say'
import { loadFacts } from './letter-facts'
import { loadGround, type Ground } from './letter-ground'
import { renderLetter, type RenderedLetter } from './letter-render'
import { tokensOf } from './letter-tokens'

/** A letter filled in, with the ground it stands on: what Send freezes. */
export type Composed = {
  readonly ground: Ground
  readonly subject: string
  readonly parts: readonly LetterPart[]
  readonly text: string
  readonly missing: LetterDraft['missing']
}

/** A letter as its panel shows it. One that has left is shown as it was sent, and nothing is missing in it. */
export async function loadDraft(db: ReadDb, letter: Letter, now: Instant): Promise<LetterDraft> {
  const { ground, ...shown } = await compose(db, letter, now)
  return {
    letter,
    ...shown,
    clientName: shortNameOf(ground.client),
    candidates: candidatesOf(ground.people),
    holdSeconds: undoHold / 1_000,
  }
}

/** Fills a letter in; what was edited by hand stands as it was typed. */
export async function compose(db: ReadDb, letter: Letter, now: Instant): Promise<Composed> {
  const ground = await loadGround(db, letter, now)
  const template = await loadTemplate(db, letter.kind, ground.language)
  const facts = await loadFacts(db, ground, letter)
  const rendered = renderLetter({ kind: letter.kind, template, facts, fields: letter.fields })
  const parts = letter.body === null ? rendered.parts : partsOfText(letter.body)
  const subject = letter.subject ?? textOf(rendered.subjectParts)
  const missing = new Set([
    ...missingInBody(letter, rendered),
    ...missingInSubject(letter, rendered),
    ...missingDay(letter),
  ])
  return {
    ground,
    subject,
    parts,
    text: textOf(parts),
    missing: [...missing].map((name) => describe(letter.kind, name, ground.language)),
  }
}

/** The template of a kind; the pack's own where the store has none in this language. */
export async function loadTemplate(
  db: ReadDb,
  kind: LetterKind,
  language: Language,
): Promise<{ readonly subject: string; readonly body: string }> {
  const template =
    (await findTemplate(db, kind, language)) ?? weddingPlanner.templates.find((known) => known.kind === kind)
  if (template === undefined) throw new Error(`No template for ${kind}`)
  return template
}

/** What was edited by hand misses what still stands in braces, or all of it where nothing was said. */
function missingInBody({ kind, body, state }: Letter, rendered: RenderedLetter): readonly string[] {
  if (body === null) return rendered.missing.filter((name) => isIn(rendered.parts, name))
  if (state !== 'draft') return []
  const isUntouched = kind === 'blank' && body.trim() === emptyTextOf(rendered)
  return isUntouched ? ['text'] : leftoverNames(body)
}

function missingInSubject({ subject, state }: Letter, rendered: RenderedLetter): readonly string[] {
  if (subject === null) return rendered.missing.filter((name) => isIn(rendered.subjectParts, name))
  return state === 'draft' ? leftoverNames(subject) : []
}

/** Some letters promise a day, whatever their text says. */
function missingDay({ kind, promise }: Letter): readonly string[] {
  if (promise !== null) return []
  if (kind === 'acknowledge') return ['promised_day']
  return kind === 'move-the-date' ? ['new_day'] : []
}

const isIn = (parts: readonly LetterPart[], name: string): boolean =>
  parts.some((part) => part.kind === 'field' && part.name === name && part.text === '')

/** A blank letter with nothing between greeting and signature. */
const emptyTextOf = ({ parts }: RenderedLetter): string =>
  textOf(parts.filter((part) => part.kind !== 'field' || part.name !== 'text'))
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()

function describe(kind: LetterKind, name: string, language: Language): LetterDraft['missing'][number] {
  const tokens = tokensOf(kind)
  if (!Object.hasOwn(tokens, name)) return { name, label: name, isAskable: false }
  const label = sayAny(`letter.field.${name}`, {}, language)
  return { name, label, isAskable: tokens[name] === 'asked' || tokens[name] === 'clause' }
}
