import { localeOf, type Language } from '../../shared/words/say'
import type { Choice } from '../ui/Select'

/** Every time zone there is, by name; one that is kept stands among them even where this machine lacks it. */
export const zoneChoices = (current: string): readonly Choice[] =>
  withCurrent(Intl.supportedValuesOf('timeZone'), current).map((zone) => ({
    value: zone,
    label: zone.replaceAll('_', ' '),
  }))

/** Every currency there is, by its name, such as 'British Pound (GBP)'. */
export function currencyChoices(current: string, language: Language): readonly Choice[] {
  const names = new Intl.DisplayNames(localeOf(language), { type: 'currency' })
  return byLabel(
    withCurrent(Intl.supportedValuesOf('currency'), current).map((code) => ({
      value: code,
      label: `${names.of(code) ?? code} (${code})`,
    })),
    language,
  )
}

/** Every country there is, by its name. */
export function countryChoices(current: string, language: Language): readonly Choice[] {
  const names = new Intl.DisplayNames(localeOf(language), { type: 'region', fallback: 'none' })
  const known = pairs.flatMap((code) => {
    const name = isNoCountry.has(code) ? undefined : names.of(code)
    return name === undefined ? [] : [{ value: code, label: name }]
  })
  const isKnown = known.some(({ value }) => value === current)
  return byLabel(isKnown ? known : [...known, { value: current, label: current }], language)
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const pairs = letters.flatMap((first) => letters.map((second) => first + second))

/** Codes that stand for unions, test values and islands without people. */
const isNoCountry = new Set(['EU', 'EZ', 'UN', 'QO', 'XA', 'XB', 'ZZ', 'AQ', 'BV', 'HM', 'CP', 'DG', 'TA'])

const withCurrent = (all: readonly string[], current: string): readonly string[] =>
  all.includes(current) ? all : [...all, current].sort()

function byLabel(choices: readonly Choice[], language: Language): readonly Choice[] {
  const { compare } = new Intl.Collator(localeOf(language))
  return [...choices].sort((a, b) => compare(a.label, b.label))
}
