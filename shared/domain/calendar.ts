import * as z from 'zod/mini'
import { Day, TimeOfDay, Weekday, Zone, type Instant } from '../lib/time'
import { Line } from './typed'

const OpeningTime = TimeOfDay.check(z.refine((time) => time !== '24:00', 'invalid.opening-time'))

/**
 * Hours of one stretch of work. It belongs to the day on which it opens; a closing time not after the opening
 * time lies on the next day, 24:00 is the end of the day.
 */
export const Hours = z.strictObject({ opensAt: OpeningTime, closesAt: TimeOfDay })
export type Hours = Readonly<z.infer<typeof Hours>>

/** Hours that come back every week, 1 = Monday to 7 = Sunday; a weekday may have several. */
export const Span = z.strictObject({ weekday: Weekday, opensAt: OpeningTime, closesAt: TimeOfDay })
export type Span = Readonly<z.infer<typeof Span>>

/**
 * One day that differs from its week: its hours replace the weekly ones, no hours mean closed. `own` ones are
 * the user's and go before `holiday` ones, which come from the country's list; one that is not on counts for nothing.
 */
export const CalendarException = z.strictObject({
  on: Day,
  spans: z.array(Hours).check(z.maxLength(24, 'invalid.too-many')),
  what: Line,
  source: z.enum(['own', 'holiday']),
  isOn: z.boolean(),
})
export type CalendarException = Readonly<z.infer<typeof CalendarException>>

/**
 * When the business is at work, in its own zone. The version rises with every change. An event day is open
 * from 9:00 to 17:30 besides its weekly hours, holiday or not, unless an own exception says otherwise.
 */
export const Calendar = z.strictObject({
  zone: Zone,
  version: z.int().check(z.nonnegative()),
  spans: z.readonly(z.array(Span)),
  exceptions: z.readonly(z.array(CalendarException)),
  eventDays: z.readonly(z.array(Day)),
})
export type Calendar = Readonly<z.infer<typeof Calendar>>

/** One stretch in which the business is open, as instants in ms UTC: what screens count working time with. */
export type OpenSpan = { readonly opensAt: Instant; readonly closesAt: Instant }
