import { useState } from 'react'
import type { LetterDraft } from '../../shared/api/letters'
import type { LetterPart } from '../../shared/domain/letter'
import type { TypedLetter } from './typed-letter'

/**
 * The names of the fields the user writes by hand: those that were asked for since the letter was opened, and
 * those that are written already.
 */
export function useAsked(draft: LetterDraft, typed: TypedLetter): readonly string[] {
  const now = [
    ...draft.missing.filter(({ isAskable }) => isAskable).map(({ name }) => name),
    ...Object.keys(typed.fields),
  ]
  const [seen, setSeen] = useState<readonly string[]>(now)
  const fresh = now.filter((name) => !seen.includes(name))
  if (fresh.length > 0) setSeen([...seen, ...fresh])
  return seen
}

/** The letter with what is being typed in its fields, ahead of the answer of the host. */
export const withTyped = (parts: readonly LetterPart[], { fields }: TypedLetter): readonly LetterPart[] =>
  parts.map((part) =>
    part.kind === 'field' && Object.hasOwn(fields, part.name)
      ? { ...part, text: (fields[part.name] ?? '').trim() }
      : part,
  )
