import type { SaidRefusal } from '../api'

/** What is wrong, by the path of the field: { 'people.0.name': 'It must not be empty.' }. */
export type Problems = Readonly<Record<string, string>>

/** Refusals that belong to one field: which (unless they name it), and the key of the sentence under it. */
export type WrongFields = Readonly<Record<string, { readonly field: string; readonly words: string }>>

/** What a request calls a field, and what the form calls it, where both differ. */
export type FieldNames = Readonly<Record<string, string>>

export const nothingWrong: Problems = {}

/** The fields a refusal names and what stands under each; none where it is about no field. */
export function problemsOf(
  { code, values }: SaidRefusal,
  { wrongFields = {}, fieldNames = {} }: { wrongFields?: WrongFields; fieldNames?: FieldNames },
  words: (key: string, values?: SaidRefusal['values']) => string,
): Problems {
  const { field, expected } = values
  if (code === 'E_PAYLOAD' && typeof field === 'string' && typeof expected === 'string')
    return { [fieldNames[field] ?? field]: words(expected) }
  const known = Object.hasOwn(wrongFields, code) ? wrongFields[code] : undefined
  const named = typeof field === 'string' ? field : known?.field
  return known && named ? { [named]: words(known.words, values) } : nothingWrong
}

/** The problems that are left once these fields have been changed. */
export function without(problems: Problems, fields: readonly string[]): Problems {
  const left = Object.entries(problems).filter(([path]) => !fields.includes(path.split('.')[0] ?? ''))
  return left.length === Object.keys(problems).length ? problems : Object.fromEntries(left)
}
