import type { Reply } from '../../shared/api/contract'
import type { Refusal } from '../../shared/lib/refusal'
import type { Instant } from '../../shared/lib/time'
import { sayAny, sayRefusal, type Language } from '../../shared/words/say'

/** A refusal as it crosses a wire, with its sentence in the user's language. */
export function refused(refusal: Refusal, now: Instant, language: Language): Reply<never> {
  const { kind, code, values } = refusal
  return { ok: false, now, error: { kind, code, values, message: sentenceOf(refusal, language) } }
}

/** A refusal's sentence; what would be right (`expected: 'invalid.day'`) is a sentence of its own, said first. */
export function sentenceOf({ code, values }: Refusal, language: Language): string {
  const { expected } = values
  const said = typeof expected === 'string' ? { ...values, expected: sayAny(expected, {}, language) } : values
  return sayRefusal(code, said, language)
}
