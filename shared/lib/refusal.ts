/**
 * What a caller may do about a refusal: correct the input, look elsewhere, read again, ask for leave, try later,
 * or report a fault of Kept's own.
 */
export type RefusalKind = 'invalid' | 'not-found' | 'conflict' | 'not-allowed' | 'unreachable' | 'internal'

/** The name of one refusal; its sentence stands in the words under `refusal.` and this code. */
export type RefusalCode = `E_${string}`

/** What the sentence of a refusal is filled with. */
export type RefusalValues = Readonly<Record<string, string | number | boolean | null>>

/**
 * The one deliberate error: Kept refuses, and says why. It carries no sentence, only the code and the values
 * from which the words make one in the user's language.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'

  constructor(
    readonly kind: RefusalKind,
    readonly code: RefusalCode,
    readonly values: RefusalValues = {},
  ) {
    super(code)
  }
}
