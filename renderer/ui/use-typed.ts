import { useState } from 'react'
import { useFieldReport } from './field-context'
import { useAfterPress } from './use-after-press'

/** What was typed, read: a value (null where the field is empty), or nothing that can be read. */
export type Read<T> = { readonly isValid: true; readonly value: T | null } | { readonly isValid: false }

/**
 * Keeps what was typed as it was typed, also where it cannot be read. `write` puts a value into the field
 * anew only when the value changes from outside. The field shows `error` once the control is left and nothing is
 * pressed any more: what a press was meant for must not move away under it.
 */
export function useTyped<T>(
  value: T | null,
  read: (typed: string) => Read<T>,
  write: (value: T) => string,
  onRead: (read: Read<T>) => void,
  error: string,
) {
  const [state, setState] = useState(() => ({ typed: value === null ? '' : write(value), value }))
  const report = useFieldReport()
  const afterPress = useAfterPress()
  // A form may answer what cannot be read with null: that is no reason to take away what was typed.
  const isAnswerToUnread = value === null && !read(state.typed).isValid
  if (state.value !== value && !isAnswerToUnread)
    setState({ typed: value === null ? '' : write(value), value })
  return {
    typed: state.typed,
    type: (typed: string) => {
      const now = read(typed)
      setState({ typed, value: now.isValid ? now.value : value })
      if (now.isValid) report(null)
      onRead(now)
    },
    leave: () => {
      const now = read(state.typed)
      afterPress(() => report(now.isValid ? null : error))
      if (now.isValid && now.value !== null) setState({ typed: write(now.value), value })
    },
  }
}
