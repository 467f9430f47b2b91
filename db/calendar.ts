import * as z from 'zod/mini'
import { Calendar, Hours, type CalendarException, type Span } from '../shared/domain/calendar'
import type { ExceptionId } from '../shared/domain/ids'
import { Refusal } from '../shared/lib/refusal'
import { insertRow, removeRow, updateRow } from './record'
import type { CalendarExceptionRow, ReadDb, WriteDb } from './schema'
import { selectRows } from './statements'

/** One exception as it is kept; `revision` is 0 while nobody has switched it. */
export type KeptException = CalendarException & { readonly id: ExceptionId; readonly revision: number }

const toException = (row: CalendarExceptionRow): KeptException => ({
  id: row.id,
  on: row.on_day,
  spans: z.array(Hours).parse(JSON.parse(row.spans)),
  what: row.what,
  source: row.source,
  isOn: row.is_on === 1,
  revision: row.revision,
})

/**
 * All there is to the working calendar, as one text: zone, version, weekly hours, exceptions, and the days of
 * the open events of clients who are not archived. The same calendar gives the same text.
 */
export async function readCalendarText(db: ReadDb): Promise<string> {
  const [row] = await selectRows<{ readonly text: string }>(db, calendarText)
  if (row === undefined) throw new Error('The store has no business')
  return row.text
}

/** The calendar such a text stands for. */
export const parseCalendar = (text: string): Calendar => Calendar.parse(JSON.parse(text))

const calendarText = `
select json_object(
  'zone', zone,
  'version', calendar_version,
  'spans', json((
    select json_group_array(json_object('weekday', weekday, 'opensAt', opens_at, 'closesAt', closes_at))
    from (select * from span order by weekday, opens_at, id))),
  'exceptions', json((
    select json_group_array(json_object(
      'on', on_day, 'spans', json(spans), 'what', what, 'source', source,
      'isOn', json(iif(is_on = 1, 'true', 'false'))))
    from (select * from calendar_exception order by on_day, id))),
  'eventDays', json((
    select json_group_array(event_on)
    from (
      select distinct event_on
      from project join client on client.id = project.client_id
      where event_on is not null and state = 'open' and archived_at is null
      order by event_on)))) as text
from business where id = 1`

/** Every exception, own ones and holidays, by day. */
export async function listExceptions(db: ReadDb): Promise<readonly KeptException[]> {
  const rows = await db.selectFrom('calendar_exception').selectAll().orderBy('on_day').orderBy('id').execute()
  return rows.map(toException)
}

/** One exception. Refuses E_EXCEPTION_GONE. */
export async function getException(db: ReadDb, id: ExceptionId): Promise<KeptException> {
  const row = await db.selectFrom('calendar_exception').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('not-found', 'E_EXCEPTION_GONE', { exceptionId: id })
  return toException(row)
}

export async function insertException(db: WriteDb, exception: CalendarException): Promise<KeptException> {
  const { on, spans, what, source, isOn } = exception
  const row = { on_day: on, spans: JSON.stringify(spans), what, source, is_on: isOn ? 1 : 0 } as const
  return toException(await insertRow(db, 'calendar_exception', row))
}

/** Lets an exception count, or not, without losing it. */
export async function switchException(db: WriteDb, id: ExceptionId, isOn: boolean): Promise<KeptException> {
  return toException(await updateRow(db, 'calendar_exception', id, { is_on: isOn ? 1 : 0 }))
}

export const removeException = (db: WriteDb, id: ExceptionId): Promise<void> =>
  removeRow(db, 'calendar_exception', id)

/** Makes these the weekly hours. */
export async function replaceSpans(db: WriteDb, spans: readonly Span[]): Promise<void> {
  const had = await db.selectFrom('span').select('id').execute()
  for (const { id } of had) await removeRow(db, 'span', id)
  for (const { weekday, opensAt, closesAt } of spans)
    await insertRow(db, 'span', { weekday, opens_at: opensAt, closes_at: closesAt })
}
