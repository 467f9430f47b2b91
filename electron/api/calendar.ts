import { getBusiness } from '../../db/business'
import {
  getException,
  insertException,
  listExceptions,
  removeException,
  replaceSpans,
  switchException,
} from '../../db/calendar'
import type { Api } from '../../shared/api/index'
import { Refusal } from '../../shared/lib/refusal'
import { addDays, daysBetween, type Day } from '../../shared/lib/time'
import type { Answers } from './answers'
import { loadCalendar } from './calendar-of'
import { addHolidays, holidaysOf } from './holidays'
import { changingCalendar } from './recount'

/** The longest stretch that can be put in at once. */
const longestException = 366

export const calendar: Answers<Api['calendar']> = {
  show: async ({ db }) => ({ calendar: await loadCalendar(db), exceptions: await listExceptions(db) }),

  async changeHours({ db, now }, { spans }) {
    if (spans.length === 0) throw new Refusal('invalid', 'E_HOURS_EMPTY')
    await changingCalendar(db, now, () => replaceSpans(db, spans))
    return null
  },

  async addException({ db, now }, { onDay, untilDay, spans, what }) {
    const days = daysFrom(onDay, untilDay ?? onDay)
    return changingCalendar(db, now, async () => {
      const ids = []
      for (const on of days)
        ids.push((await insertException(db, { on, spans, what, source: 'own', isOn: true })).id)
      return ids
    })
  },

  async switchException({ db, now }, { id, isOn }) {
    const { isOn: wasOn } = await getException(db, id)
    if (isOn !== wasOn) await changingCalendar(db, now, () => switchException(db, id, isOn))
    return null
  },

  async removeException({ db, now }, { id }) {
    await getException(db, id)
    await changingCalendar(db, now, () => removeException(db, id))
    return null
  },

  async removeExceptions({ db, now }, { ids }) {
    for (const id of ids) await getException(db, id)
    await changingCalendar(db, now, async () => {
      for (const id of ids) await removeException(db, id)
    })
    return null
  },

  async loadHolidays({ db, now }) {
    const business = await getBusiness(db)
    const holidays = holidaysOf(business, now)
    if (holidays.length === 0)
      throw new Refusal('invalid', 'E_HOLIDAYS_UNKNOWN', { country: business.country })
    return { added: await changingCalendar(db, now, () => addHolidays(db, holidays)) }
  },
}

/** Every day of the stretch. Refuses E_EXCEPTION_RANGE for one that ends before it begins or is too long. */
function daysFrom(first: Day, last: Day): readonly Day[] {
  const count = daysBetween(first, last) + 1
  if (count < 1 || count > longestException)
    throw new Refusal('invalid', 'E_EXCEPTION_RANGE', { onDay: first, untilDay: last })
  return Array.from({ length: count }, (_, n) => addDays(first, n))
}
