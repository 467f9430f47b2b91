import * as z from 'zod/mini'
import { BusinessDetails, type Business } from '../domain/business'
import { CalendarException, Hours, Span, type Calendar } from '../domain/calendar'
import { ExceptionId, Revision } from '../domain/ids'
import { StandardDetails, type Standard } from '../domain/standard'
import { Line } from '../domain/typed'
import { Day } from '../lib/time'
import { command, errand, query } from './contract'

/** The business: name, signature, place. */
export const business = {
  show: query({}).returns<Business>(),
  change: command({ revision: Revision, ...BusinessDetails.shape }, { undo: true }).returns<Business>(),
}

/** One exception of the calendar as Settings lists it. */
export type ListedException = CalendarException & { readonly id: ExceptionId; readonly revision: number }

/** The working calendar: weekly hours, exceptions, holidays. Every change recounts the open waits. */
export const calendar = {
  show: query({}).returns<{ readonly calendar: Calendar; readonly exceptions: readonly ListedException[] }>(),
  /** Replaces the weekly hours. Refuses E_HOURS_EMPTY when no day would be open. */
  changeHours: command(
    { spans: z.array(Span).check(z.maxLength(50, 'invalid.too-many')) },
    { undo: true },
  ).returns<null>(),
  addException: command(
    {
      onDay: Day,
      untilDay: z.optional(z.nullable(Day)),
      spans: z.array(Hours).check(z.maxLength(10, 'invalid.too-many')),
      what: Line,
    },
    { undo: true },
  ).returns<readonly ExceptionId[]>(),
  /** Switches a holiday or an own exception on or off. */
  switchException: command({ id: ExceptionId, isOn: z.boolean() }, { undo: true }).returns<null>(),
  removeException: command({ id: ExceptionId }, { undo: true }).returns<null>(),
  /** Removes several days at once, such as those of one stretch. */
  removeExceptions: command(
    {
      ids: z.array(ExceptionId).check(z.minLength(1, 'invalid.empty'), z.maxLength(366, 'invalid.too-many')),
    },
    { undo: true },
  ).returns<null>(),
  /** Looks up the holidays of the business's country for this year and the two after; observances come switched off. */
  loadHolidays: command({}, { undo: true }).returns<{ readonly added: number }>(),
}

/** The user's own standards, in versions. */
export const standards = {
  show: query({}).returns<{ readonly standard: Standard; readonly versions: readonly Standard[] }>(),
  /** Adds a version in force from now; open waits keep their target. */
  change: command({ ...StandardDetails.shape }, { undo: true }).returns<Standard>(),
}

/** One backup that was made and verified. */
export type Backup = {
  readonly file: string
  readonly at: number
  readonly bytes: number
  readonly why: string
}

/** The store and its backups. */
export const data = {
  show: errand({}).returns<{
    readonly store: string
    readonly backups: readonly Backup[]
    readonly version: string
  }>(),
  backUp: errand({ why: z.enum(['by-hand', 'daily']) }).returns<Backup>(),
}
