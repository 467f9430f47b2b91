import { en } from './en'
import { compileMessage, type Message, type SaidPart } from './message'

export type { SaidPart }

/** The name of one sentence in the catalogue, such as 'status.undo'. */
export type WordKey = keyof typeof en

/** A language Kept can speak. */
export type Language = keyof typeof catalogues

/** What may be put into a sentence. */
export type WordValue = string | number | boolean | null

/** The values of a sentence, by the names it uses. */
export type WordValues = Readonly<Record<string, WordValue>>

/** A sentence that names values asks for them; one that names none may be said without. */
export type SayArguments<K extends WordKey> = (typeof en)[K] extends `${string}{${string}`
  ? [values: WordValues, language?: Language]
  : [values?: WordValues, language?: Language]

/** `say` for one language: what a screen is given. */
export type Say = <K extends WordKey>(key: K, ...rest: SayArguments<K>) => string

const catalogues = { en } as const
const locales: Readonly<Record<Language, string>> = { en: 'en-GB' }

/** The locale whose dates, numbers and lists go with a language. */
export const localeOf = (language: Language): string => locales[language]

/** Whether the catalogue knows a sentence of this name; for keys that come as data. */
export const isWordKey = (key: string): key is WordKey => Object.hasOwn(en, key)

/** Says a sentence of the catalogue. A value that is missing shows as its name in braces, so nothing breaks. */
export function say<K extends WordKey>(key: K, ...[values, language]: SayArguments<K>): string {
  return partsOf(key, values, language)
    .map((part) => part.text)
    .join('')
}

/** Says a sentence in pieces, so that a screen can make links of what stands in `<tag>…</tag>`. */
export function sayParts<K extends WordKey>(
  key: K,
  ...[values, language]: SayArguments<K>
): readonly SaidPart[] {
  return partsOf(key, values, language)
}

/** Says a sentence whose key came as data (a rule's reason, a refusal); an unknown key is said as it stands. */
export function sayAny(key: string, values: WordValues = {}, language: Language = 'en'): string {
  if (!isWordKey(key)) return key
  return partsOf(key, values, language)
    .map((part) => part.text)
    .join('')
}

/** Says a refusal by its code; a code without words of its own gets the general sentence. */
export function sayRefusal(code: string, values: WordValues = {}, language: Language = 'en'): string {
  const key = `refusal.${code}`
  return sayAny(isWordKey(key) ? key : 'refusal.unknown', { ...values, code }, language)
}

/** The names of the values and tags a sentence uses, each once, in the order they appear. */
export function namesIn(
  key: WordKey,
  language: Language = 'en',
): {
  readonly values: readonly string[]
  readonly tags: readonly string[]
} {
  const { values, tags } = compiled(key, language)
  return { values, tags }
}

function partsOf(key: WordKey, values: WordValues = {}, language: Language = 'en'): readonly SaidPart[] {
  const text = catalogues[language][key]
  if (!/[{<]/.test(text)) return [{ tag: null, text }]
  const message = compiled(key, language)
  const parts = message.format.formatToParts<SaidPart>({ ...message.blanks, ...plain(values) })
  return parts.map((part) => (typeof part.value === 'string' ? { tag: null, text: part.value } : part.value))
}

const plain = (values: WordValues): Record<string, string | number> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? value : String(value ?? ''),
    ]),
  )

const messages = new Map<string, Message>()

function compiled(key: WordKey, language: Language): Message {
  const name = `${language} ${key}`
  const known = messages.get(name)
  if (known) return known
  const made = compileMessage(catalogues[language][key], localeOf(language))
  messages.set(name, made)
  return made
}
