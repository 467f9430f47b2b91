import { getBusiness } from '../../db/business'
import { endSnooze, findLastSnooze, insertSnooze } from '../../db/snoozes'
import type { ReadDb } from '../../db/schema'
import type { Api } from '../../shared/api/index'
import type { SnoozeChoice } from '../../shared/api/snoozes'
import type { Calendar } from '../../shared/domain/calendar'
import type { Language } from '../../shared/domain/client'
import type { ClientId } from '../../shared/domain/ids'
import type { Snooze, SnoozeItem } from '../../shared/domain/snooze'
import { Refusal } from '../../shared/lib/refusal'
import { dayOf, type Day } from '../../shared/lib/time'
import { isAside, putAside } from '../../shared/rules/snooze'
import { snoozeChoices, type SnoozeOffer } from '../../shared/rules/snooze-choices'
import { dayMoment, snoozeDays } from '../../shared/rules/snooze-days'
import { comingDay } from '../../shared/words/format'
import { say } from '../../shared/words/say'
import type { Answers } from './answers'
import { loadCalendar, loadCalendarOf } from './calendar-of'
import { findEventAhead, getSnoozable } from './snoozable'
import { endPassed } from './snoozes-ended'

export const snoozes: Answers<Api['snoozes']> = {
  async choices({ db, now }, { item, itemId }) {
    const { thing, clientId } = await getSnoozable(db, item, itemId)
    const calendar = await loadCalendarFor(db, item, clientId)
    const today = dayOf(now, calendar.zone)
    const event = await findEventAhead(db, clientId, today)
    const last = await findLastSnooze(db, item, itemId)
    const around = { eventOn: event?.eventOn ?? null, again: cutShort(last), calendar, now }
    const { language } = await getBusiness(db)
    const offers = snoozeChoices(thing, around)
    const moments = offers.map((offer) => named(offer, event?.kind ?? '', today, language))
    return { moments, days: snoozeDays(thing, calendar, now) }
  },

  async snooze({ db, now }, { item, itemId, showOn, showTime }) {
    const { thing, clientId } = await getSnoozable(db, item, itemId)
    const calendar = await loadCalendarFor(db, item, clientId)
    const chosen = showTime === null ? dayMoment(calendar, showOn) : { showOn, showTime }
    const moment = putAside(thing, chosen, calendar, now)
    await endPassed(db, now)
    const before = await findLastSnooze(db, item, itemId)
    if (before?.endedAt === null) await endSnooze(db, before.id, now, 'user')
    return insertSnooze(db, { item, itemId, ...moment, snoozedAt: now, endedAt: null, endedBy: null })
  },

  async wake({ db, now }, { item, itemId }) {
    const { thing } = await getSnoozable(db, item, itemId)
    const last = await findLastSnooze(db, item, itemId)
    if (last === undefined || last.endedAt !== null || !isAside(last, thing, await loadCalendar(db), now))
      throw new Refusal('conflict', 'E_SNOOZE_ENDED', { item })
    await endSnooze(db, last.id, now, 'user')
    return null
  },
}

/** Waits run by their client's own calendar, with the Saturdays of their event weeks. */
const loadCalendarFor = (db: ReadDb, item: SnoozeItem, clientId: ClientId): Promise<Calendar> =>
  item === 'wait' ? loadCalendarOf(db, clientId) : loadCalendar(db)

/** The moment a client's word cut short, which may be chosen again. */
const cutShort = (last: Snooze | undefined): Snooze | null => (last?.endedBy === 'reply' ? last : null)

/** A day is called by its name where it is not tomorrow, an event by its kind. */
function named(offer: SnoozeOffer, kind: string, today: Day, language: Language): SnoozeChoice {
  const { key, showOn } = offer
  if (key === 'tomorrow' || key === 'monday') return { ...offer, label: comingDay(showOn, today, language) }
  return { ...offer, label: say(`snooze.choice.${key}`, { kind: kind.toLowerCase() }, language) }
}
