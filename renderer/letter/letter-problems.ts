import type { LetterDraft } from '../../shared/api/letters'
import { leftoverNames } from '../../shared/rules/letter-text'
import type { Say } from '../../shared/words/say'

/** What holds a letter, by the name of its control: `to`, `subject`, `body`, or the name of a field. */
export type LetterProblems = Readonly<Record<string, string>>

/** What a draft lacks before it can leave; by another way than mail it needs no recipient. */
export function problemsIn(draft: LetterDraft, say: Say, isByMail: boolean): LetterProblems {
  const { letter, missing, subject } = draft
  const inSubject = leftoverNames(subject)
  const fields = missing.map(({ name, label }): [string, string] => {
    if (inSubject.includes(name)) return ['subject', say('letterPanel.subject.missing')]
    if (letter.body !== null) return ['body', say('letterPanel.missing.hand', { names: bracedNames(draft) })]
    return [name, say('refusal.E_TEMPLATE_EMPTY', { label })]
  })
  const to = isByMail && letter.recipients.length === 0 ? { to: say('letterPanel.to.missing') } : {}
  return { ...to, ...Object.fromEntries(fields) }
}

const bracedNames = ({ missing }: LetterDraft): string => missing.map(({ name }) => `{{${name}}}`).join(', ')
