import { getBusiness } from '../../db/business'
import { getReminderSettings, setQuietUntil, updateReminders } from '../../db/reminder-settings'
import type { Api } from '../../shared/api/index'
import { Refusal } from '../../shared/lib/refusal'
import { dayOf } from '../../shared/lib/time'
import { quietChoices } from '../../shared/rules/notes-quiet'
import { untilAt } from '../../shared/words/until'
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
    const today = dayOf(now, calendar.zone)
    return quietChoices(calendar, now).map((until) => ({
      until,
      label: untilAt(until, calendar.zone, today, language),
    }))
  },

  async quiet({ db, now }, { until }) {
    if (until !== null && until <= now) throw new Refusal('invalid', 'E_QUIET_PAST', { until })
    return setQuietUntil(db, until)
  },
}
