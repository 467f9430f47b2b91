import type { Letter } from '../../shared/domain/letter'
import { calledOf } from '../../shared/domain/person'
import { dayShort, joinNames } from '../../shared/words/format'
import type { Language, Say } from '../../shared/words/say'

/** Whom a letter goes to, by first names. */
export const namesOf = ({ recipients }: Letter, language: Language): string =>
  joinNames(
    recipients.map(({ name }) => calledOf({ name, called: null })),
    language,
  )

/** What is said of a letter that was sent: to whom, and what it promised. */
export function sentWords(letter: Letter, isHeld: boolean, say: Say, language: Language): string {
  const names = namesOf(letter, language)
  if (isHeld) return say('letterPanel.said.held', { names })
  if (letter.promise === null) return say('letterPanel.said.sent', { names })
  const day = dayShort(letter.promise.on, language)
  return letter.kind === 'move-the-date'
    ? say('letterPanel.said.moved', { names, day })
    : say('letterPanel.said.answer', { names, day })
}
