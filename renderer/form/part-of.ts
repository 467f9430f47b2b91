import type { FormState } from './form-state'

/** What the fields of a record need of the form they stand in. */
export type FormPart<P extends object> = Pick<
  FormState<P>,
  'typed' | 'set' | 'field' | 'figures' | 'problem' | 'hold'
>

/** A record inside a form, as a form of its own: its fields lie under its name ('project.eventOn'). */
export function partOf<T extends object, K extends keyof T & string>(
  form: FormState<T>,
  name: K,
  typed: T[K] & object,
): FormPart<T[K] & object> {
  type P = T[K] & object
  const set = (change: Partial<P>) => form.set({ [name]: { ...typed, ...change } } as unknown as Partial<T>)
  const problem = (path: string) => form.problem(`${name}.${path}`)
  const hold = (path: string, unreadable: string | null) => form.hold(`${name}.${path}`, unreadable)
  return {
    typed,
    set,
    problem,
    hold,
    field: (field) => ({
      value: typed[field],
      onChange: (value) => set({ [field]: value } as unknown as Partial<P>),
      error: problem(field),
    }),
    figures: (field, unreadable) => ({
      value: typed[field] as number | null,
      onChange: (read) => {
        hold(field, read.isValid ? null : unreadable)
        if (read.isValid) set({ [field]: read.value } as unknown as Partial<P>)
      },
      error: problem(field),
      unreadable,
    }),
  }
}
