import Holidays, { type HolidaysTypes } from 'date-holidays'
import { insertException, listExceptions, removeException } from '../../db/calendar'
import type { WriteDb } from '../../db/schema'
import type { Business } from '../../shared/domain/business'
import type { CalendarException } from '../../shared/domain/calendar'
import { addDays, day, dayOf, type Instant } from '../../shared/lib/time'

/** Holidays are looked up for the current year and so many after it. */
const yearsAhead = 2

/** Holidays of the business's country and region for this year and the two after; only public ones are on. */
export function holidaysOf(
  { country, region, zone, language }: Pick<Business, 'country' | 'region' | 'zone' | 'language'>,
  now: Instant,
): readonly CalendarException[] {
  const list = region === null ? new Holidays(country) : new Holidays(country, region)
  const thisYear = Number(dayOf(now, zone).slice(0, 4))
  const years = Array.from({ length: yearsAhead + 1 }, (_, n) => thisYear + n)
  return years.flatMap((year) => list.getHolidays(year, language)).flatMap(daysOf)
}

/** Puts these holidays into the calendar; what is in it already stays as the user switched it. Gives how many came. */
export async function addHolidays(db: WriteDb, holidays: readonly CalendarException[]): Promise<number> {
  const known = new Set((await listExceptions(db)).filter(isHoliday).map(nameOf))
  const added = holidays.filter((holiday) => !known.has(nameOf(holiday)))
  for (const holiday of added) await insertException(db, holiday)
  return added.length
}

/** Takes out the holidays that nobody has ever switched and puts in these. */
export async function replaceHolidays(db: WriteDb, holidays: readonly CalendarException[]): Promise<void> {
  const untouched = (await listExceptions(db)).filter((each) => isHoliday(each) && each.revision === 0)
  for (const { id } of untouched) await removeException(db, id)
  await addHolidays(db, holidays)
}

/** A holiday may last for days; one that begins on the eve counts by its whole days. */
function daysOf({ date, start, end, name, type }: HolidaysTypes.Holiday): readonly CalendarException[] {
  const days = Math.max(1, Math.floor((end.getTime() - start.getTime()) / day))
  const isOn = type === 'public'
  const first = date.slice(0, 10)
  return Array.from({ length: days }, (_, n) => ({
    on: addDays(first, n),
    spans: [],
    what: name,
    source: 'holiday',
    isOn,
  }))
}

const isHoliday = ({ source }: CalendarException): boolean => source === 'holiday'
const nameOf = ({ on, what }: CalendarException): string => `${on} ${what}`
