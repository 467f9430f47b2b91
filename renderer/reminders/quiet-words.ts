import { addDays, dayOf, type Instant, type Zone } from '../../shared/lib/time'
import { momentShort, timeAt } from '../../shared/words/format'
import { say, type Language } from '../../shared/words/say'

/** Until when it is quiet: '13:00' today, 'tomorrow, 9:00', otherwise 'Mon 30 Nov, 9:00'. */
export function quietMoment(until: Instant, now: Instant, zone: Zone, language: Language = 'en'): string {
  const [day, today] = [dayOf(until, zone), dayOf(now, zone)]
  if (day === today) return timeAt(until, zone)
  if (day === addDays(today, 1)) return say('quiet.tomorrow', { time: timeAt(until, zone) }, language)
  return momentShort(until, zone, language)
}
