import type { Reply } from '../../shared/api/contract'
import { Refusal, type RefusalValues } from '../../shared/lib/refusal'
import type { Instant } from '../../shared/lib/time'
import { sayAny, sayRefusal, type Language } from '../../shared/words/say'

/** A refusal as it crosses a wire, with its sentence in the user's language. */
export function refused(refusal: Refusal, now: Instant, language: Language): Reply<never> {
  const { kind, code, values } = refusal
  return { ok: false, now, error: { kind, code, values, message: sentenceOf(code, values, language) } }
}

/** What would be right is itself a sentence of the catalogue (`expected: 'invalid.day'`), said first. */
function sentenceOf(code: string, values: RefusalValues, language: Language): string {
  const { expected } = values
  const said = typeof expected === 'string' ? { ...values, expected: sayAny(expected, {}, language) } : values
  return sayRefusal(code, said, language)
}
