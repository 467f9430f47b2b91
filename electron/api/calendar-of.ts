import { parseCalendar, readCalendarText } from '../../db/calendar'
import { listEventDays } from '../../db/projects'
import type { ReadDb } from '../../db/schema'
import type { Calendar } from '../../shared/domain/calendar'
import type { ClientId } from '../../shared/domain/ids'
import { forEventWeek } from '../../shared/rules/event-week'

/*
 * The one thing the host remembers beside the store: per store the calendar read last, so that the same calendar
 * is the same object and the rules need not work its days out anew. It is compared with the store at every use.
 */
const lastRead = new WeakMap<object, { readonly text: string; readonly calendar: Calendar }>()

/** The working calendar; the very same object as long as nothing of it has changed. */
export async function loadCalendar(db: ReadDb): Promise<Calendar> {
  const text = await readCalendarText(db)
  const { adapter: store } = db.getExecutor()
  const last = lastRead.get(store)
  if (last?.text === text) return last.calendar
  const calendar = parseCalendar(text)
  lastRead.set(store, { text, calendar })
  return calendar
}

/** A client's own calendar, which is open on the Saturdays of their event weeks too. */
export async function loadCalendarOf(db: ReadDb, clientId: ClientId): Promise<Calendar> {
  const eventDays = await listEventDays(db, [clientId])
  return forEventWeek(await loadCalendar(db), eventDays.get(clientId) ?? [])
}
