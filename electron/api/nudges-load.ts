import { getBusiness } from '../../db/business'
import { findLastNoteAt, listNotesSince } from '../../db/notes'
import { clientIdsOf, loadOpenItems, type OpenItems } from '../../db/nudges-open'
import { listEventDays } from '../../db/projects'
import { getReminderSettings } from '../../db/reminder-settings'
import type { ReadDb } from '../../db/schema'
import type { ReminderSettings } from '../../shared/domain/reminder'
import { addDays, dayOf, hour, instantOf, type Instant, type Zone } from '../../shared/lib/time'
import type { NotesGiven } from '../../shared/rules/notes'
import { pendingNudges } from '../../shared/rules/nudges'
import type { Language } from '../../shared/words/say'
import { loadCalendar } from './calendar-of'

/** Everything reminders are decided from, and what their words need besides. */
export type Reminders = NotesGiven & { readonly settings: ReminderSettings; readonly language: Language }

/** Loads what is open, what was told of it, and how the user wishes to be told. */
export async function loadReminders(db: ReadDb, now: Instant): Promise<Reminders> {
  const calendar = await loadCalendar(db)
  const { language } = await getBusiness(db)
  const settings = await getReminderSettings(db)
  const today = dayOf(now, calendar.zone)
  const items = await loadOpenItems(db, { yesterday: addDays(today, -1), tomorrow: addDays(today, 1) })
  const eventDays = await listEventDays(db, clientIdsOf(items))
  const { hasMorningNote, hasClosingNote } = settings
  return {
    facts: {
      ...items,
      calendar,
      eventDays,
      hasMorningNote,
      hasClosingNote,
      snoozedUntil: untilByItem(items, calendar.zone),
    },
    kept: items.kept,
    settings,
    recent: await listNotesSince(db, now - hour),
    lastNoteAt: await findLastNoteAt(db, now),
    language,
    now,
  }
}

/** When the next reminder falls due, or is to be told again; null where nothing lies ahead. */
export async function nextNudgeAt(db: ReadDb, now: Instant): Promise<Instant | null> {
  const { facts, kept } = await loadReminders(db, now)
  const { nextAt } = pendingNudges(facts, kept, now)
  const again = kept.flatMap(({ againAt }) => (againAt !== null && againAt > now ? [againAt] : []))
  const moments = nextAt === null ? again : [nextAt, ...again]
  return moments.length === 0 ? null : Math.min(...moments)
}

/** A wait is in sight once it is due, though the calendar has brought that forward since it was put aside. */
function untilByItem({ snoozes, waits }: OpenItems, zone: Zone): ReadonlyMap<string, Instant> {
  const dueAt = new Map(waits.map(({ waitId, ackDueAt }) => [`wait ${waitId}`, ackDueAt]))
  return new Map(
    snoozes.map(({ item, itemId, showOn, showTime }) => {
      const key = `${item} ${itemId}`
      return [key, Math.min(instantOf(showOn, showTime, zone), dueAt.get(key) ?? Infinity)]
    }),
  )
}
