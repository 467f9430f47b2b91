import type { TemplateName } from '../../shared/api/letters'
import type { Business } from '../../shared/domain/business'
import type { LetterKind, LetterPart } from '../../shared/domain/letter'
import { isWordKey, sayAny } from '../../shared/words/say'
import { renderLetter, type LetterFacts } from './letter-render'
import { tokensOf, type TokenKind } from './letter-tokens'

/** The names a kind of letter knows, as Settings lists them. */
export const namesOf = (kind: LetterKind): readonly TemplateName[] =>
  Object.entries(tokensOf(kind)).map(([name, token]) => ({
    name,
    label: sayAny(`letter.field.${name}`),
    kind: token === 'clause' ? 'asked' : token,
  }))

/** A template filled in with an example client; what the user is asked for stays empty, as in a new letter. */
export function previewTemplate(
  kind: LetterKind,
  template: { readonly subject: string; readonly body: string },
  business: Business,
): { readonly subjectParts: readonly LetterPart[]; readonly parts: readonly LetterPart[] } {
  const facts = { ...examplesOf(kind), ...whoWrites(business) }
  const { subjectParts, parts } = renderLetter({ kind, template, facts, fields: {} })
  return { subjectParts, parts }
}

function examplesOf(kind: LetterKind): LetterFacts {
  const known = Object.entries(tokensOf(kind)).map(([name, token]) => [name, exampleOf(kind, name, token)])
  return Object.fromEntries(known) as LetterFacts
}

/** An answer that is late is shown as the answer itself, not as one more promise. */
const leftOut: ReadonlySet<string> = new Set(['letter.example.late-answer.promised_day'])

function exampleOf(kind: LetterKind, name: string, token: TokenKind): string | readonly string[] | null {
  const own = `letter.example.${kind}.${name}`
  if (leftOut.has(own)) return null
  const key = isWordKey(own) ? own : `letter.example.${name}`
  if (token === 'asked' || token === 'clause' || !isWordKey(key)) return null
  const text = sayAny(key)
  return token === 'list' ? text.split('\n') : text
}

const whoWrites = ({ userName, businessName, signature }: Business): LetterFacts => ({
  me: userName || sayAny('letter.example.me'),
  business: businessName ?? sayAny('letter.example.business'),
  signature: (signature ?? userName) || sayAny('letter.example.me'),
})
