import { Zone } from '../shared/lib/time'

declare global {
  // Every Node that runs Kept has it; TypeScript 6 does not know it yet.
  namespace Intl {
    interface Locale {
      getTimeZones(): string[] | undefined
    }
  }
}

/** Where a machine says it stands: the zone of its clock, its country and that country's money. */
export type MachinePlace = {
  readonly zone: Zone
  readonly country: string
  /** The part of the country whose holidays count; null where the country's own do. */
  readonly region: string | null
  readonly currency: string
}

/** What the system tells of itself. */
export type SystemPlace = { readonly timeZone: string; readonly locale: string }

/** Where the country's own list leaves out what most of it keeps: Great Britain's knows no bank holiday in August. */
const regions: Readonly<Record<string, string>> = { GB: 'ENG' }

const letters = Array.from({ length: 26 }, (_, at) => String.fromCharCode(65 + at))
const euroCountries =
  'AD AT BE BG CY DE EE ES FI FR GR HR IE IT LT LU LV MC ME MT NL PT SI SK SM VA XK'.split(' ')
const otherCurrencies: Readonly<Record<string, string>> = {
  AE: 'AED',
  AU: 'AUD',
  BR: 'BRL',
  CA: 'CAD',
  CH: 'CHF',
  CN: 'CNY',
  CZ: 'CZK',
  DK: 'DKK',
  GB: 'GBP',
  GG: 'GBP',
  HK: 'HKD',
  HU: 'HUF',
  IL: 'ILS',
  IM: 'GBP',
  IN: 'INR',
  IS: 'ISK',
  JE: 'GBP',
  JP: 'JPY',
  KR: 'KRW',
  LI: 'CHF',
  MX: 'MXN',
  NO: 'NOK',
  NZ: 'NZD',
  PL: 'PLN',
  RO: 'RON',
  SE: 'SEK',
  SG: 'SGD',
  TR: 'TRY',
  ZA: 'ZAR',
}

/** What this computer says of itself. */
export function systemPlace(): SystemPlace {
  const { timeZone, locale } = new Intl.DateTimeFormat().resolvedOptions()
  return { timeZone, locale }
}

/**
 * The place to begin with, the user's to correct: the clock's zone tells the country more surely than the
 * language does. A zone that tells none (UTC) leaves it to the language, and that to Great Britain.
 */
export function machinePlace({ timeZone, locale }: SystemPlace): MachinePlace {
  const zone = Zone.safeParse(timeZone).success ? timeZone : 'UTC'
  const country = countryOf(zone, new Intl.Locale(locale).region ?? 'GB')
  return { zone, country, region: regions[country] ?? null, currency: currencyOf(country) }
}

function countryOf(zone: Zone, spokenIn: string): string {
  if (zonesOf(spokenIn).includes(zone)) return spokenIn
  const all = letters.flatMap((first) => letters.map((second) => first + second))
  return canonical(all.find((country) => zonesOf(country).includes(zone)) ?? spokenIn)
}

const zonesOf = (country: string): readonly string[] => new Intl.Locale(`und-${country}`).getTimeZones() ?? []

/** The country a code of old stands for now: DD is DE. */
const canonical = (country: string) => new Intl.Locale(`und-${country}`).region ?? country

const currencyOf = (country: string) =>
  euroCountries.includes(country) ? 'EUR' : (otherCurrencies[country] ?? 'USD')
