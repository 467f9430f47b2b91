import { daysBetween, dayOf, timeOf, type Day, type Instant, type TimeOfDay, type Zone } from '../lib/time'
import { localeOf, say, type Language } from './say'

/** 'Thu 26 Nov': a day as it stands in rows and buttons. */
export const dayShort = (day: Day, language: Language = 'en'): string =>
  dayIn(day, { weekday: 'short', day: 'numeric', month: 'short' }, language)

/** 'Tuesday 24 November': a day as it stands in a sentence or a letter. */
export const dayLong = (day: Day, language: Language = 'en'): string =>
  dayIn(day, { weekday: 'long', day: 'numeric', month: 'long' }, language)

/** 'Saturday 12 June 2027'. */
export const dayFull = (day: Day, language: Language = 'en'): string =>
  dayIn(day, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' }, language)

/** '6 March'. */
export const dayMonth = (day: Day, language: Language = 'en'): string =>
  dayIn(day, { day: 'numeric', month: 'long' }, language)

/** '6 March 2027'. */
export const dayMonthYear = (day: Day, language: Language = 'en'): string =>
  dayIn(day, { day: 'numeric', month: 'long', year: 'numeric' }, language)

/** '3 Nov'. */
export const dayMonthShort = (day: Day, language: Language = 'en'): string =>
  dayIn(day, { day: 'numeric', month: 'short' }, language)

/** '29 Nov 2025'. */
export const dayMonthShortYear = (day: Day, language: Language = 'en'): string =>
  dayIn(day, { day: 'numeric', month: 'short', year: 'numeric' }, language)

/** 'Wed'. */
export const weekdayShort = (day: Day, language: Language = 'en'): string =>
  dayIn(day, { weekday: 'short' }, language)

/** 'Sunday'. */
export const weekdayLong = (day: Day, language: Language = 'en'): string =>
  dayIn(day, { weekday: 'long' }, language)

/** 'Monday' for 1 … 'Sunday' for 7: for hours that hold every week. */
export const weekdayName = (weekday: number, language: Language = 'en'): string =>
  weekdayLong(`2026-11-0${weekday + 1}`, language)

/** '26': the figure of the day in a month. */
export const dayOfMonth = (day: Day): string => String(Number(day.slice(8)))

/** 'June 2027' for '2027-06': an event known to its month only. */
export const monthYear = (month: string, language: Language = 'en'): string =>
  dayIn(`${month}-01`, { month: 'long', year: 'numeric' }, language)

/** 'Jan' for '2027-01'. */
export const monthShort = (month: string, language: Language = 'en'): string =>
  dayIn(`${month}-01`, { month: 'short' }, language)

/** '9:55', '10:40', '24:00': a time of day as it is read; the twenty-four hour clock, no leading zero. */
export const timeShort = (time: TimeOfDay): string => time.replace(/^0(?=\d:)/, '')

/**
 * 'one o’clock', 'half past nine', 'noon', otherwise '13:20': a time as a letter says it. Early and late hours stay
 * figures, since nine in the evening would read like nine in the morning.
 */
export function timeInWords(time: TimeOfDay, language: Language = 'en'): string {
  if (time === '12:00') return say('time.noon', {}, language)
  if (time === '24:00') return say('time.midnight', {}, language)
  const [hour = '', minute] = time.split(':')
  if ((minute !== '00' && minute !== '30') || hour < '08' || hour > '19') return timeShort(time)
  const hourInWords = numberInWords(Number(hour) % 12 || 12, language)
  return say(minute === '30' ? 'time.halfPast' : 'time.oclock', { hour: hourInWords }, language)
}

/** '10:40': the time of an instant in the business's zone. */
export const timeAt = (at: Instant, zone: Zone): string => timeShort(timeOf(at, zone))

/** 'Tuesday 24 November, 10:40'. */
export const momentLong = (at: Instant, zone: Zone, language: Language = 'en'): string =>
  say('moment.dayAndTime', { day: dayLong(dayOf(at, zone), language), time: timeAt(at, zone) }, language)

/** 'Mon 23 Nov, 13:50'. */
export const momentShort = (at: Instant, zone: Zone, language: Language = 'en'): string =>
  say('moment.dayAndTime', { day: dayShort(dayOf(at, zone), language), time: timeAt(at, zone) }, language)

/** '9:55' today, 'Mon 13:50' within six days, 'Mon 9 Nov' before: since when somebody waits. */
export function momentBrief(at: Instant, now: Instant, zone: Zone, language: Language = 'en'): string {
  const day = dayOf(at, zone)
  const daysBack = daysBetween(day, dayOf(now, zone))
  if (daysBack === 0) return timeAt(at, zone)
  if (daysBack < 0 || daysBack > 6) return dayShort(day, language)
  const weekday = weekdayShort(day, language)
  return say('moment.weekdayAndTime', { weekday, time: timeAt(at, zone) }, language)
}

/** 'Today 9:55', otherwise 'Fri 20 Nov', with the year when it is another: the margin of a timeline. */
export function momentMargin(at: Instant, now: Instant, zone: Zone, language: Language = 'en'): string {
  const day = dayOf(at, zone)
  const today = dayOf(now, zone)
  if (day === today)
    return say(
      'moment.weekdayAndTime',
      { weekday: say('day.today', {}, language), time: timeAt(at, zone) },
      language,
    )
  return day.slice(0, 4) === today.slice(0, 4) ? dayShort(day, language) : dayMonthShortYear(day, language)
}

/** 'Today', 'Tomorrow', 'Yesterday', '15 days ago', 'In 25 days': a day as it stands at the head of a row. */
export const relativeDay = (day: Day, today: Day, language: Language = 'en'): string =>
  capitalised(relativeDays(daysBetween(today, day), language))

/** 'today', 'tomorrow', 'yesterday', '15 days ago', 'in 25 days'; `days` counts from today. */
export const relativeDays = (days: number, language: Language = 'en'): string =>
  days < 0 ? say('day.ago', { n: -days }, language) : say('day.in', { n: days }, language)

/** 'fifteen days ago', 'yesterday': how long ago, as a sentence says it. */
export const daysAgoInWords = (days: number, language: Language = 'en'): string =>
  say('day.agoInWords', { n: days, words: numberInWords(days, language) }, language)

/** 'Today', 'Tomorrow', 'Sunday' within six days, otherwise 'Thu 26 Nov': a day that lies ahead. */
export function comingDay(day: Day, today: Day, language: Language = 'en'): string {
  const days = daysBetween(today, day)
  if (days === 0 || days === 1) return relativeDay(day, today, language)
  return days > 1 && days <= 6 ? weekdayLong(day, language) : dayShort(day, language)
}

/** '1 h 20 m', '2 h 05 m', '45 m', '3 h': a length of working time; minutes are rounded, the sign is left out. */
export function workingLength(minutes: number, language: Language = 'en'): string {
  const { h, m } = hoursAndMinutes(minutes)
  if (h === 0) return say('length.minutes', { m }, language)
  if (m === 0) return say('length.hours', { h }, language)
  return say('length.hoursMinutes', { h, m: String(m).padStart(2, '0') }, language)
}

/** '30 min', '1 hour', '1 h 30 min': what an extra takes. */
export function effort(minutes: number, language: Language = 'en'): string {
  const { h, m } = hoursAndMinutes(minutes)
  if (h === 0) return say('effort.minutes', { m }, language)
  return m === 0 ? say('effort.hours', { h }, language) : say('effort.hoursMinutes', { h, m }, language)
}

/** '£88', '£6.50': minor units as money; no decimals when it is whole. */
export function money(minor: number, currency: string, language: Language = 'en'): string {
  const amount = minor / 10 ** minorDigits(currency)
  return numberFormat(language, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    ...(Number.isInteger(amount) ? { minimumFractionDigits: 0 } : {}),
  }).format(amount)
}

/** '6.50', '88': minor units as they stand in a field, without the sign of the currency. */
export function moneyTyped(minor: number, currency: string): string {
  const digits = minorDigits(currency)
  const amount = minor / 10 ** digits
  return Number.isInteger(amount) ? String(amount) : amount.toFixed(digits)
}

/** Minor units of what was typed ('£1,200', '6.5', '6,50'); undefined where it is no amount of this currency. */
export function moneyFromTyped(typed: string, currency: string): number | undefined {
  const digits = minorDigits(currency)
  // Three digits after a point are thousands, but for a currency that counts in thousandths.
  const thousands = digits === 3 ? /,(?=\d{3}(?:\D|$))/g : /[,.](?=\d{3}(?:\D|$))/g
  const bare = typed.replace(/[\s\p{Sc}]/gu, '').replace(thousands, '')
  const match = /^(\d+)(?:[.,](\d+))?$/.exec(bare)
  if (!match) return undefined
  const fraction = match[2] ?? ''
  if (fraction.length > digits) return undefined
  const minor = Number(`${match[1]}${fraction.padEnd(digits, '0')}`)
  return Number.isSafeInteger(minor) ? minor : undefined
}

/** The sign of a currency as it stands before a field: '£', '€'. */
export const currencySign = (currency: string, language: Language = 'en'): string =>
  numberFormat(language, { style: 'currency', currency, currencyDisplay: 'narrowSymbol' })
    .formatToParts(0)
    .find((part) => part.type === 'currency')?.value ?? currency

/** '1,240': a count with its thousands set apart. */
export const count = (n: number, language: Language = 'en'): string => numberFormat(language, {}).format(n)

/** 'Priya and Tom', 'Priya, Tom and Meera'. */
export const joinNames = (names: readonly string[], language: Language = 'en'): string =>
  cachedFormat(
    `list ${language}`,
    () => new Intl.ListFormat(localeOf(language), { style: 'long', type: 'conjunction' }),
  ).format(names)

/** 'four' up to 'twenty', figures beyond: counts inside a sentence. */
export const numberInWords = (n: number, language: Language = 'en'): string =>
  say('number.inWords', { n }, language)

/** The first letter as a capital, the rest as it is. */
export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

const formats = new Map<string, unknown>()

/** Formatters cost far more to make than to use, so each is made once. */
function cachedFormat<T>(name: string, make: () => T): T {
  if (!formats.has(name)) formats.set(name, make())
  return formats.get(name) as T
}

const numberFormat = (language: Language, options: Intl.NumberFormatOptions): Intl.NumberFormat =>
  cachedFormat(
    `number ${language} ${JSON.stringify(options)}`,
    () => new Intl.NumberFormat(localeOf(language), options),
  )

const dateFormat = (locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
  cachedFormat(`date ${locale} ${JSON.stringify(options)}`, () => new Intl.DateTimeFormat(locale, options))

/** A civil day has no zone: it is put at noon UTC and read there. English drops commas and says Sep, not Sept. */
function dayIn(day: Day, options: Intl.DateTimeFormatOptions, language: Language): string {
  const text = dateFormat(localeOf(language), { timeZone: 'UTC', ...options }).format(
    Date.parse(`${day}T12:00:00Z`),
  )
  return language === 'en' ? text.replaceAll(',', '').replace(/\bSept\b/, 'Sep') : text
}

function hoursAndMinutes(minutes: number): { h: number; m: number } {
  const whole = Math.round(Math.abs(minutes))
  return { h: Math.floor(whole / 60), m: whole % 60 }
}

const minorDigits = (currency: string): number =>
  numberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2
