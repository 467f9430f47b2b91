import type { Calendar } from './domain/calendar'
import { ClientId, ConversationId, MessageId, StandardId, WaitId } from './domain/ids'
import type { Wait } from './domain/wait'
import { instantOf, weekdayOf, type Instant, type Zone } from './lib/time'

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** The instant of a moment as one says it, `Fri 2026-11-20 17:00`; a weekday that does not fit the date fails. */
export function at(moment: string, zone: Zone = 'Europe/London'): Instant {
  const parts = /^(\w{3}) (\d{4}-\d{2}-\d{2}) (\d{2}:\d{2})$/.exec(moment)
  if (parts === null) throw new Error(`Write "Fri 2026-11-20 17:00" instead of "${moment}"`)
  const [, weekday = '', on = '', time = ''] = parts
  const right = weekdays[weekdayOf(on) - 1]
  if (weekday !== right) throw new Error(`${on} is a ${right}, not a ${weekday}`)
  return instantOf(on, time, zone)
}

/** Monday to Friday 9:00–17:30 in London, no exceptions, no events; say only what differs. */
export function aCalendar(differences: Partial<Calendar> = {}): Calendar {
  const spans = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opensAt: '09:00', closesAt: '17:30' }))
  return { zone: 'Europe/London', version: 1, spans, exceptions: [], eventDays: [], ...differences }
}

/** An open wait of a current client since Fri 2026-11-20 17:00, due Mon 12:30 and 17:30; say only what differs. */
export function aWait(differences: Partial<Wait> = {}): Wait {
  return {
    id: WaitId.parse(1),
    conversationId: ConversationId.parse(1),
    clientId: ClientId.parse(1),
    personId: null,
    firstMessageId: MessageId.parse(1),
    waitingSince: at('Fri 2026-11-20 17:00'),
    ackMinutes: 240,
    ackDueAt: at('Mon 2026-11-23 12:30'),
    ackedAt: null,
    answerDays: 1,
    answerDueAt: at('Mon 2026-11-23 17:30'),
    answerPromiseId: null,
    answeredAt: null,
    because: 'usual',
    standardId: StandardId.parse(1),
    calendarVersion: 1,
    endedAt: null,
    endedBy: null,
    ...differences,
  }
}
