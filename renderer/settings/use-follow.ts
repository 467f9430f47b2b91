import { useEffect } from 'react'
import type { FormState } from '../form/form-state'

/**
 * Lets a form that always stands open follow its record: once it was saved here, taken back, or changed in
 * another window. Nothing that is typed is ever replaced; a newer record is then a conflict when it is saved.
 */
export function useFollow<T extends object>(form: FormState<T>, current: T, revision: number): void {
  const isBehind = !form.isChanged && form.revision !== revision
  useEffect(() => {
    if (isBehind) form.beginAnew(current, revision)
  })
}
