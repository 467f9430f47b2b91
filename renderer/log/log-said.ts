import type { ClientPage } from '../../shared/api/clients'
import type { Logged } from '../../shared/api/messages'
import { shortNameOf } from '../../shared/domain/client'
import { calledOf } from '../../shared/domain/person'
import { nounOf, type ClientPromise } from '../../shared/domain/promise'
import { daysBetween, dayOf, type Instant, type Zone } from '../../shared/lib/time'
import { dayShort, timeAt, weekdayShort } from '../../shared/words/format'
import { say, type Language } from '../../shared/words/say'

/** What stands behind the sentence: what was done, the page as it is after it, and what was promised besides. */
export type LogDone = {
  readonly logged: Logged
  readonly page: ClientPage
  readonly personId: number | null
  readonly keptPromise: ClientPromise | null
  readonly promised: ClientPromise | null
  readonly now: Instant
  readonly zone: Zone
}

/** 'Logged. Sofia’s clock runs: due Mon 12:30.': what logging did, in words. */
export function loggedInWords(done: LogDone, language: Language = 'en'): string {
  const { keptPromise, promised } = done
  return [
    say('log.said', {}, language),
    clockInWords(done, language),
    keptPromise && say('log.said.kept', { what: nounOf(keptPromise) }, language),
    promised &&
      say('log.said.promised', { what: promised.what, day: dayShort(promised.dueOn, language) }, language),
  ]
    .filter(Boolean)
    .join(' ')
}

function clockInWords(done: LogDone, language: Language): string | null {
  const { logged, page, now, zone } = done
  const started = page.waits.find(({ waitId }) => waitId === logged.startedWaitId)
  if (started) {
    const due = momentDue(started.dueAt, now, zone, language)
    const key = started.dueAt >= now ? 'log.said.runs' : 'log.said.ran'
    return say(key, { name: nameOf(page, started.personId), due }, language)
  }
  if (logged.endedWaitId === null) return null
  return say('log.said.stopped', { name: nameOf(page, done.personId) }, language)
}

function nameOf({ client, people }: ClientPage, personId: number | null): string {
  const person = people.find(({ id }) => id === personId)
  return person ? calledOf(person) : shortNameOf(client)
}

/** '14:10' today, 'Mon 12:30' within six days, 'Mon 30 Nov 12:30' beyond. */
function momentDue(at: Instant, now: Instant, zone: Zone, language: Language): string {
  const day = dayOf(at, zone)
  const away = Math.abs(daysBetween(dayOf(now, zone), day))
  const time = timeAt(at, zone)
  if (away === 0) return time
  const weekday = away <= 6 ? weekdayShort(day, language) : dayShort(day, language)
  return say('moment.weekdayAndTime', { weekday, time }, language)
}
