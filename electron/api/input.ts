import type { Named } from '../../shared/api/contract'
import { Refusal } from '../../shared/lib/refusal'
import { isWordKey } from '../../shared/words/say'

type InputError = NonNullable<ReturnType<Named['input']['safeParse']>['error']>
type Issue = InputError['issues'][number]

/** The longest piece of what was asked that a refusal repeats. */
const repeatedAtMost = 100

/**
 * Reads the input of a request by its schema. Refuses E_PAYLOAD with the field's path (`people.0.name`) and, in
 * `expected`, the key of the sentence that says what would be right.
 */
export function parseInput(endpoint: Named, input: unknown): Readonly<Record<string, unknown>> {
  const parsed = endpoint.input.safeParse(input)
  if (parsed.success) return parsed.data
  throw new Refusal('invalid', 'E_PAYLOAD', { request: endpoint.name, ...explain(parsed.error, input) })
}

function explain(error: InputError, input: unknown): { field: string; expected: string } {
  const issue = deepest(error.issues[0])
  if (issue === undefined) return { field: 'input', expected: 'invalid.value' }
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path
  return { field: nameOf(path), expected: expectedBy(issue, input) }
}

/** Of a field that may be one of several things, the first complaint of the alternative that came furthest. */
function deepest(issue: Issue | undefined): Issue | undefined {
  if (issue?.code !== 'invalid_union' || isWordKey(issue.message)) return issue
  const inner = issue.errors.map((issues) => issues[0]).filter((each) => each !== undefined)
  const furthest = inner.sort((a, b) => b.path.length - a.path.length)[0]
  return furthest === undefined ? issue : deepest({ ...furthest, path: [...issue.path, ...furthest.path] })
}

const nameOf = (path: readonly PropertyKey[]) =>
  path.length === 0 ? 'input' : path.map(String).join('.').slice(0, repeatedAtMost)

function expectedBy(issue: Issue, input: unknown): string {
  if (issue.code === 'unrecognized_keys') return 'invalid.unknown-field'
  if (issue.path.length > 0 && valueAt(input, issue.path) === undefined) return 'invalid.missing'
  if (isWordKey(issue.message)) return issue.message
  const byKind = `invalid.${'expected' in issue ? issue.expected : issue.code}`
  return isWordKey(byKind) ? byKind : rangeOrValue(issue)
}

const rangeOrValue = (issue: Issue) => {
  const origin = 'origin' in issue ? issue.origin : 'expected' in issue ? issue.expected : ''
  return ['number', 'int'].includes(String(origin)) ? 'invalid.number' : 'invalid.value'
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? Object.getOwnPropertyDescriptor(value, key)?.value
        : undefined,
    input,
  )
}
