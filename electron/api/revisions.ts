import { Refusal, type RefusalValues } from '../../shared/lib/refusal'

type Fields = Readonly<Record<string, unknown>>

/**
 * Refuses E_CHANGED_MEANWHILE where a record is newer than what the form was shown; the values name the newer
 * revision, the first field that is now another than what was typed, and both of its values.
 */
export function refuseNewer(
  shown: { readonly revision: number },
  current: Fields & { readonly revision: number },
  typed: Fields,
): void {
  if (shown.revision === current.revision) return
  const fields = Object.keys(typed).filter((name) => textOf(typed[name]) !== textOf(current[name]))
  const values = { revision: current.revision, count: fields.length, ...both(fields[0], current, typed) }
  throw new Refusal('conflict', 'E_CHANGED_MEANWHILE', values)
}

const both = (field: string | undefined, current: Fields, typed: Fields): RefusalValues =>
  field === undefined ? {} : { field, theirs: textOf(current[field]), yours: textOf(typed[field]) }

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
