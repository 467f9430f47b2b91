import { getBusiness } from '../../db/business'
import { listHappened } from '../../db/happened'
import { loadsByDay } from '../../db/promises'
import type { ReadDb } from '../../db/schema'
import { getStandard } from '../../db/standards'
import { loadToday, type TodayWindow } from '../../db/today'
import type { Api } from '../../shared/api/index'
import type { Calendar } from '../../shared/domain/calendar'
import type { Language } from '../../shared/domain/client'
import type { Today, UpdateRow, WaitingRow } from '../../shared/domain/today'
import { addDays, dayOf, instantOf, type Instant } from '../../shared/lib/time'
import { daysAhead } from '../../shared/rules/coming-up'
import { quarterOf } from '../../shared/rules/extra-budget'
import { mostOpenExtras } from '../../shared/rules/extras'
import { listedUntil } from '../../shared/rules/status-cadence'
import { todayOf } from '../../shared/rules/today'
import type { WaitingDecided } from '../../shared/rules/today-rows'
import { numberInWords } from '../../shared/words/format'
import type { Answers } from './answers'
import { loadCalendar } from './calendar-of'
import { explained } from './explain'
import { peekOfUpdate } from './update-peek'

export const today: Answers<Api['today']> = {
  show: ({ db, now }) => showToday(db, now),
}

/** Loads the open rows, lets the rules decide, and says what has to be said in words. */
async function showToday(db: ReadDb, now: Instant): Promise<Today> {
  const calendar = await loadCalendar(db)
  const business = await getBusiness(db)
  const standard = await getStandard(db)
  const window = windowOf(calendar, now)
  const facts = await loadToday(db, window)
  const happened = await listHappened(
    db,
    facts.updates.map(({ project }) => project.id),
  )
  const loads = await loadsByDay(db, window.today, { until: window.until })
  const decided = todayOf({ facts, happened, loads, standard, calendar, now })
  const { userName, currency, zone, language } = business
  const [first] = decided.updates
  const view = { business, calendar, now, today: window.today }
  const peek = first === undefined ? null : await peekOfUpdate(db, first, view)
  return {
    ...decided,
    userName,
    currency,
    zone,
    waiting: decided.waiting.map((row) => waitingRow(row, language)),
    updates: decided.updates.map(({ update: _, news: __, ...row }) => ({
      ...row,
      hint: saidHint(row.hint, language),
      peek: row.projectId === first?.projectId ? peek : null,
    })),
  }
}

function windowOf(calendar: Calendar, now: Instant): TodayWindow {
  const day = dayOf(now, calendar.zone)
  return {
    now,
    today: day,
    tomorrow: addDays(day, 1),
    until: addDays(day, daysAhead),
    updatesUntil: listedUntil(day, calendar),
    midnight: instantOf(day, '00:00', calendar.zone),
    quarter: quarterOf(day),
    mostExtras: mostOpenExtras,
  }
}

function waitingRow({ wait, calendarOfClient, ...row }: WaitingDecided, language: Language): WaitingRow {
  return { ...row, explanation: explained(wait, calendarOfClient, language) }
}

/** A count inside a sentence is said in words. */
function saidHint(hint: UpdateRow['hint'], language: Language): UpdateRow['hint'] {
  const n = hint?.values['n']
  if (hint === null || typeof n !== 'number') return hint
  return { ...hint, values: { ...hint.values, words: numberInWords(n, language) } }
}
