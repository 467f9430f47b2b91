import type { SaidRefusal } from '../api'

/** Whether the user can supply what a letter lacks (an address, an account, a name, a field) in its draft. */
export const canBeFilledIn = (refusal: SaidRefusal): boolean =>
  refusal.kind === 'invalid' || refusal.kind === 'not-allowed'
