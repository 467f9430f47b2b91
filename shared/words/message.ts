import { IntlMessageFormat } from 'intl-messageformat'

/** A piece of a said sentence; `tag` names the `<tag>` that enclosed it, null for plain text. */
export type SaidPart = { readonly tag: string | null; readonly text: string }

/** A sentence ready to be said, with the names it uses and what stands for a value that is missing. */
export type Message = {
  readonly format: IntlMessageFormat
  readonly values: readonly string[]
  readonly tags: readonly string[]
  readonly blanks: Readonly<Record<string, string | ((chunks: readonly (string | SaidPart)[]) => SaidPart)>>
}

/** Reads one ICU message; throws where its braces or plurals are wrong (a test says every sentence once). */
export function compileMessage(text: string, locale: string): Message {
  const format = new IntlMessageFormat(text, locale, undefined, { formatters })
  const values = new Set<string>()
  const tags = new Set<string>()
  collectNames(format.getAst(), values, tags)
  const blanks = Object.fromEntries([
    ...[...values].map((name) => [name, `{${name}}`] as const),
    ...[...tags].map((tag) => [tag, tagged(tag)] as const),
  ])
  return { format, values: [...values], tags: [...tags], blanks }
}

const tagged = (tag: string) => (chunks: readonly (string | SaidPart)[]) => ({
  tag,
  text: chunks.map((chunk) => (typeof chunk === 'string' ? chunk : chunk.text)).join(''),
})

type Elements = ReturnType<IntlMessageFormat['getAst']>
const literal = 0

function collectNames(elements: Elements, values: Set<string>, tags: Set<string>): void {
  for (const element of elements) {
    if (!('value' in element) || element.type === literal) continue
    if ('children' in element) {
      tags.add(element.value)
      collectNames(element.children, values, tags)
      continue
    }
    values.add(element.value)
    if (!('options' in element)) continue
    for (const option of Object.values(element.options)) collectNames(option.value, values, tags)
  }
}

const formatterByArguments = new Map<string, unknown>()

function cached<T>(kind: string, given: readonly unknown[], make: () => T): T {
  const name = kind + JSON.stringify(given)
  if (!formatterByArguments.has(name)) formatterByArguments.set(name, make())
  return formatterByArguments.get(name) as T
}

const formatters: NonNullable<NonNullable<ConstructorParameters<typeof IntlMessageFormat>[3]>['formatters']> =
  {
    getNumberFormat: (...given) =>
      cached('number', given, () => new Intl.NumberFormat(given[0], given[1] as Intl.NumberFormatOptions)),
    getDateTimeFormat: (...given) => cached('date', given, () => new Intl.DateTimeFormat(...given)),
    getPluralRules: (...given) => cached('plural', given, () => new Intl.PluralRules(...given)),
  }
