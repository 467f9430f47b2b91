import { raiseCalendarVersion } from '../../db/business'
import { listEventDays } from '../../db/projects'
import type { ReadDb, WriteDb } from '../../db/schema'
import { listOpenWaits, setCountedWith, updateWait } from '../../db/waits'
import type { Calendar } from '../../shared/domain/calendar'
import type { ClientId, WaitId } from '../../shared/domain/ids'
import type { Wait } from '../../shared/domain/wait'
import type { Day, Instant } from '../../shared/lib/time'
import { forEventWeek } from '../../shared/rules/event-week'
import { recountWait } from '../../shared/rules/reply-clock'
import { addWorkingTime, endOfWorkingDays } from '../../shared/rules/working-time'
import { loadCalendar } from './calendar-of'

/** Makes a change of the working calendar: raises its version and lays out anew what is left of the open waits. */
export function changingCalendar<T>(db: WriteDb, now: Instant, change: () => Promise<T>): Promise<T> {
  return recounting(db, now, async () => {
    const changed = await change()
    await raiseCalendarVersion(db)
    return changed
  })
}

/**
 * Does work that may change the calendar or open waits again (taking a command back), and lays out anew what is
 * left of the open waits. A wait that was opened again is counted as if never stopped.
 */
export async function recounting<T>(db: WriteDb, now: Instant, work: () => Promise<T>): Promise<T> {
  const before = await loadCounted(db)
  const done = await work()
  const after = await loadCounted(db)
  for (const wait of after.waits.values()) {
    const recounted = recount(wait, before, after, now)
    if (recounted.ackDueAt !== wait.ackDueAt || recounted.answerDueAt !== wait.answerDueAt)
      await updateWait(db, recounted)
  }
  await setCountedWith(db, after.calendar.version)
  return done
}

/** The open waits, and what their time is counted with. */
type Counted = {
  readonly waits: ReadonlyMap<WaitId, Wait>
  readonly calendar: Calendar
  readonly eventDays: ReadonlyMap<ClientId, readonly Day[]>
}

async function loadCounted(db: ReadDb): Promise<Counted> {
  const waits = await listOpenWaits(db)
  const clientIds = [...new Set(waits.map(({ clientId }) => clientId))]
  return {
    waits: new Map(waits.map((wait) => [wait.id, wait])),
    calendar: await loadCalendar(db),
    eventDays: await listEventDays(db, clientIds),
  }
}

function recount(wait: Wait, before: Counted, after: Counted, now: Instant): Wait {
  const was = before.waits.get(wait.id)
  const calendar = calendarOf(wait, after)
  if (was === undefined) return countReopened(wait, calendar, now)
  if (was.ackDueAt !== wait.ackDueAt || was.answerDueAt !== wait.answerDueAt) return wait
  if (was.waitingSince !== wait.waitingSince) return countAnew(wait, calendar)
  return recountWait(wait, calendarOf(wait, before), calendar, now)
}

/** What was late stays late; what is still ahead is counted by the calendar of now, if that is another. */
function countReopened(wait: Wait, calendar: Calendar, now: Instant): Wait {
  if (wait.calendarVersion === calendar.version) return wait
  const anew = countAnew(wait, calendar)
  const { ackDueAt, answerDueAt } = wait
  return {
    ...anew,
    ackDueAt: ackDueAt < now ? ackDueAt : anew.ackDueAt,
    answerDueAt: answerDueAt < now ? answerDueAt : anew.answerDueAt,
  }
}

/** Counts an open wait by its own targets from its first message; `calendar` is the client's own. */
export const countAnew = (wait: Wait, calendar: Calendar): Wait => ({
  ...wait,
  ackDueAt: addWorkingTime(calendar, wait.waitingSince, wait.ackMinutes),
  answerDueAt: endOfWorkingDays(calendar, wait.waitingSince, wait.answerDays),
  calendarVersion: calendar.version,
})

const calendarOf = ({ clientId }: Wait, { calendar, eventDays }: Counted): Calendar =>
  forEventWeek(calendar, eventDays.get(clientId) ?? [])
