import type { InputOf } from './api/contract'
import type { api } from './api/index'
import type { Calendar } from './domain/calendar'
import {
  ClientId,
  ConversationId,
  MessageId,
  MilestoneId,
  PromiseId,
  PromiseMoveId,
  StandardId,
  WaitId,
} from './domain/ids'
import type { Milestone } from './domain/milestone'
import type { ClientPromise, PromiseMove } from './domain/promise'
import type { StandardDetails } from './domain/standard'
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

/** The wedding planner's standards. */
export const aStandard: StandardDetails = {
  ackMinutes: 240,
  answerDays: 1,
  inquiryAckMinutes: 60,
  inquiryAnswerDays: 1,
  eventWeekAckMinutes: 60,
  eventWeekAnswerDays: 0,
  cadenceDays: 14,
  cadenceNearDays: 7,
  cadenceLastDays: 1,
  promisesADay: 3,
  budgetMinor: 120_000,
  clientBudgetMinor: 12_000,
}

/** An open promise, said on Fri 20 Nov for Thu 26 Nov without a time; say only what differs. */
export const aPromise = (differences: Partial<ClientPromise> = {}): ClientPromise => ({
  id: PromiseId.parse(1),
  clientId: ClientId.parse(1),
  projectId: null,
  conversationId: null,
  what: 'Send three florists to choose from',
  asNoun: 'three florists to choose from',
  doneAs: null,
  note: null,
  dueOn: '2026-11-26',
  dueTime: null,
  ownOn: '2026-11-25',
  saidAt: at('Fri 2026-11-20 10:00'),
  saidChannel: 'email',
  saidToPersonId: null,
  messageId: null,
  letterId: null,
  state: 'open',
  endedAt: null,
  isKeptLate: null,
  revision: 0,
  ...differences,
})

/** A move of that promise from Tue 24 to Thu 26 Nov, made on Mon 23 Nov. */
export const aMove = (differences: Partial<PromiseMove> = {}): PromiseMove => ({
  id: PromiseMoveId.parse(1),
  promiseId: PromiseId.parse(1),
  clientId: ClientId.parse(1),
  at: at('Mon 2026-11-23 10:00'),
  fromOn: '2026-11-24',
  fromTime: null,
  toOn: '2026-11-26',
  toTime: null,
  isBeforeDue: true,
  why: 'The third one is away until Wednesday.',
  letterId: null,
  isToldOtherwise: true,
  replyMessageId: null,
  ...differences,
})

/** A call with the caterer on Wed 25 Nov at 11:00, not done yet. */
export const aMilestone = (differences: Partial<Milestone> = {}): Milestone => ({
  id: MilestoneId.parse(1),
  clientId: ClientId.parse(1),
  projectId: null,
  personId: null,
  kind: 'call',
  what: 'Menu call',
  onDay: '2026-11-25',
  atTime: '11:00',
  place: null,
  whose: 'own',
  toldAs: null,
  doneAt: null,
  revision: 0,
  ...differences,
})

type NewClient = InputOf<typeof api.clients.add>
type NewPerson = NewClient['people'][number]
type NewProject = NonNullable<NewClient['project']>

/** The input that adds a current client without people and project; say only what differs. */
export const aNewClient = (name: string, differences: Partial<NewClient> = {}): NewClient => ({
  name,
  shortName: null,
  stage: 'current',
  sentByClientId: null,
  language: null,
  zone: null,
  people: [],
  project: null,
  ...differences,
})

/** What a form knows of a person whom letters greet, without any address. */
export const aNewPerson = (name: string, differences: Partial<NewPerson> = {}): NewPerson => ({
  name,
  called: null,
  relation: null,
  decidesOn: null,
  prefers: null,
  note: null,
  isInLetters: true,
  birthday: null,
  addresses: [],
  ...differences,
})

/** What a form knows of a wedding on Sat 12 June 2027. */
export const aNewProject = (differences: Partial<NewProject> = {}): NewProject => ({
  kind: 'Wedding',
  eventOn: '2027-06-12',
  eventMonth: null,
  venue: 'Fairlight Barn',
  place: 'Rye',
  guests: 90,
  isGuestsAbout: true,
  state: 'open',
  standing: null,
  cadenceDays: null,
  ...differences,
})
