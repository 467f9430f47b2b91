import * as z from 'zod/mini'
import { firstInstantAt, offsetAt } from './zone-offset'

/** Lengths in ms. A day in ms is 24 hours of a clock, not a civil day: for those there is addDays. */
export const minute = 60_000
export const hour = 60 * minute
export const day = 24 * hour

/** A moment in ms since 1970 in UTC, within the years 1970 to 2199. */
export const Instant = z
  .int('invalid.instant')
  .check(z.minimum(0, 'invalid.instant'), z.maximum(7_258_118_399_999, 'invalid.instant'))
export type Instant = z.infer<typeof Instant>

/** The days people write down: birthdays behind, events ahead. A slip of the finger gives any other year. */
const firstYear = '1900'
const yearAfterLast = '2200'

/** A civil day that exists, YYYY-MM-DD, from 1900 to 2199; it belongs to no zone. */
export const Day = z
  .string('invalid.day')
  .check(z.refine((text) => isDay(text) && text >= firstYear && text < yearAfterLast, 'invalid.day'))
export type Day = z.infer<typeof Day>

/** A time on the wall clock, HH:MM; 24:00 is the end of its day. */
export const TimeOfDay = z
  .string('invalid.time')
  .check(z.regex(/^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'invalid.time'))
export type TimeOfDay = z.infer<typeof TimeOfDay>

/** An IANA time zone that this computer knows, such as Europe/London. */
export const Zone = z.string('invalid.zone').check(z.refine(isZone, 'invalid.zone'))
export type Zone = z.infer<typeof Zone>

/** 1 = Monday to 7 = Sunday. */
export const Weekday = z
  .int('invalid.weekday')
  .check(z.minimum(1, 'invalid.weekday'), z.maximum(7, 'invalid.weekday'))
export type Weekday = z.infer<typeof Weekday>

/** The civil day that the zone's calendar shows at this instant. */
export function dayOf(at: Instant, zone: Zone): Day {
  return dayOfNumber(Math.floor((at + offsetAt(at, zone)) / day))
}

/** The time that the zone's clocks show at this instant, to the minute begun. */
export function timeOf(at: Instant, zone: Zone): TimeOfDay {
  const wallTime = at + offsetAt(at, zone)
  const minutes = Math.floor(wallTime / minute) - Math.floor(wallTime / day) * 24 * 60
  return `${pad(Math.floor(minutes / 60), 2)}:${pad(minutes % 60, 2)}`
}

/**
 * The instant at which the zone's clocks first show this time or a later one: in the missing hour of spring
 * the change itself, in the doubled hour of autumn the first of the two.
 */
export function instantOf(on: Day, time: TimeOfDay, zone: Zone): Instant {
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
  return firstInstantAt(numberOfDay(on) * day + minutes * minute, zone)
}

/** The day n days later; earlier where n is negative. */
export function addDays(on: Day, days: number): Day {
  return dayOfNumber(numberOfDay(on) + days)
}

/** How many days lie from one day to the other; negative where `to` is the earlier. */
export function daysBetween(from: Day, to: Day): number {
  return numberOfDay(to) - numberOfDay(from)
}

/** The day of the week, 1 = Monday to 7 = Sunday. */
export function weekdayOf(on: Day): Weekday {
  return ((((numberOfDay(on) + 3) % 7) + 7) % 7) + 1
}

/** The same date n years later; 29 February gives 28 February where the year has none. */
export function addYears(on: Day, years: number): Day {
  const year = Number(on.slice(0, 4)) + years
  const sameDate = `${pad(year, 4)}${on.slice(4)}`
  return isDay(sameDate) ? sameDate : `${pad(year, 4)}-02-28`
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text.startsWith('0000')) return false
  const number = numberOfDay(text)
  return !Number.isNaN(number) && dayOfNumber(number) === text
}

function isZone(name: string): boolean {
  try {
    return /^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name }).format(0) !== ''
  } catch {
    return false
  }
}

/** Days are numbered from 1970-01-01 = 0; Date serves as a plain calendar of UTC days, no zone comes in. */
const numberOfDay = (on: Day): number => remembered(numbersByDay, on, () => Date.parse(on) / day)

const dayOfNumber = (number: number): Day =>
  remembered(daysByNumber, number, () => new Date(number * day).toISOString().slice(0, 10))

/*
 * The rules ask for the same days over and over, and Date is slow at them. What is remembered never changes and
 * is dropped when it grows past some decades of days.
 */
const mostDays = 20_000
const numbersByDay = new Map<Day, number>()
const daysByNumber = new Map<number, Day>()

function remembered<Key, Value>(known: Map<Key, Value>, key: Key, find: () => Value): Value {
  const value = known.get(key)
  if (value !== undefined) return value
  if (known.size >= mostDays) known.clear()
  const found = find()
  known.set(key, found)
  return found
}

const pad = (value: number, length: number): string => String(value).padStart(length, '0')
