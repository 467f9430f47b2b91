import type { Refusal } from '../shared/lib/refusal'

/** What a start that was refused ends with: 0 where Kept is open already, 2 for wrong options, else 1. */
export function exitCodeOf({ code }: Refusal): 0 | 1 | 2 {
  if (code === 'E_ALREADY_RUNNING') return 0
  return /^E_OPTION_/.test(code) ? 2 : 1
}
