import { getReminderSettings, setQuietUntil, updateReminders } from '../../db/reminder-settings'
import type { Api } from '../../shared/api/index'
import { Refusal } from '../../shared/lib/refusal'
import { daysBetween, dayOf, type Instant, type Zone } from '../../shared/lib/time'
import { getBusiness } from '../../db/business'
import { quietChoices } from '../../shared/rules/notes-quiet'
import { dayShort, relativeDays, timeAt, weekdayLong } from '../../shared/words/format'
import { say, type Language } from '../../shared/words/say'
import type { Answers } from './answers'
import { loadCalendar } from './calendar-of'
import { refuseNewer } from './revisions'

export const reminders: Answers<Api['reminders']> = {
  show: ({ db }) => getReminderSettings(db),

  async change({ db }, { revision, ...details }) {
    refuseNewer({ revision }, await getReminderSettings(db), details)
    return updateReminders(db, details)
  },

  async quietChoices({ db, now }) {
    const calendar = await loadCalendar(db)
    const { language } = await getBusiness(db)
    const choices = quietChoices(calendar, now)
    return choices.map((until) => ({ until, label: labelOf(until, now, calendar.zone, language) }))
  },

  async quiet({ db, now }, { until }) {
    if (until !== null && until <= now) throw new Refusal('invalid', 'E_QUIET_PAST', { until })
    return setQuietUntil(db, until)
  },
}

/** '13:00' today, 'tomorrow, 9:00', 'Monday, 9:00' within the week, 'Mon 4 Jan, 9:00'. */
function labelOf(until: Instant, now: Instant, zone: Zone, language: Language): string {
  const on = dayOf(until, zone)
  const ahead = daysBetween(dayOf(now, zone), on)
  const time = timeAt(until, zone)
  if (ahead === 0) return say('quiet.today', { time }, language)
  const weekday = ahead < 7 ? weekdayLong(on, language) : dayShort(on, language)
  return say('quiet.later', { day: ahead === 1 ? relativeDays(1, language) : weekday, time }, language)
}
