import type { ReminderDetails, ReminderSettings } from '../shared/domain/reminder'
import type { Day, Instant } from '../shared/lib/time'
import { updateRow } from './record'
import type { ReadDb, ReminderSettingRow, WriteDb } from './schema'

/** There is one set of reminder settings in a store. */
const theOne = 1

export const toReminderSettings = (row: ReminderSettingRow): ReminderSettings => ({
  isOn: row.is_on === 1,
  hidesWords: row.hides_words === 1,
  breaksForEvents: row.breaks_for_events === 1,
  hasMorningNote: row.has_morning_note === 1,
  hasClosingNote: row.has_closing_note === 1,
  quietUntil: row.quiet_until,
  unavailableOn: row.unavailable_on,
  revision: row.revision,
})

/** How the user wishes to be told. */
export async function getReminderSettings(db: ReadDb): Promise<ReminderSettings> {
  const row = await db
    .selectFrom('reminder_setting')
    .selectAll()
    .where('id', '=', theOne)
    .executeTakeFirstOrThrow()
  return toReminderSettings(row)
}

export async function updateReminders(db: WriteDb, details: ReminderDetails): Promise<ReminderSettings> {
  const row = await updateRow(db, 'reminder_setting', theOne, {
    is_on: flag(details.isOn),
    hides_words: flag(details.hidesWords),
    breaks_for_events: flag(details.breaksForEvents),
    has_morning_note: flag(details.hasMorningNote),
    has_closing_note: flag(details.hasClosingNote),
  })
  return toReminderSettings(row)
}

/** Sets the moment before which nothing pops up; null ends the quiet. */
export async function setQuietUntil(db: WriteDb, quietUntil: Instant | null): Promise<ReminderSettings> {
  return toReminderSettings(await updateRow(db, 'reminder_setting', theOne, { quiet_until: quietUntil }))
}

/** Notes the day on which the system showed no note. */
export async function setUnavailableOn(db: WriteDb, on: Day): Promise<void> {
  await updateRow(db, 'reminder_setting', theOne, { unavailable_on: on })
}

const flag = (is: boolean): 0 | 1 => (is ? 1 : 0)
