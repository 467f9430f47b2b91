import { describe, expect, it } from 'vitest'
import {
  ClientId,
  ConversationId,
  ExtraId,
  LetterId,
  PersonId,
  ProjectId,
  PromiseId,
  WaitId,
} from '../domain/ids'
import type { Project } from '../domain/project'
import type { SnoozeItem } from '../domain/snooze'
import type {
  DoneFacts,
  ExtraFacts,
  PromiseFacts,
  TodayFacts,
  UpdateFacts,
  WaitingFacts,
} from '../domain/today-facts'
import { aCalendar, aPromise, aStandard, at } from '../testing'
import { todayOf, type TodayGiven } from './today'

const now = at('Tue 2026-11-24 10:40')
const priyaAndTom = {
  clientId: ClientId.parse(1),
  name: 'Priya Raman & Tom Hollis',
  shortName: 'Priya & Tom',
} as const

const nothing: TodayFacts = {
  waiting: [],
  promises: [],
  updates: [],
  extras: [],
  done: [],
  coming: [],
  aside: [],
  projects: [],
  counts: { today: 0, clients: 1, promises: 0, outbox: 0 },
  extrasSpentMinor: 21_200,
  heldLetters: [LetterId.parse(5)],
}

const decide = (facts: Partial<TodayFacts> = {}, given: Partial<TodayGiven> = {}) =>
  todayOf({
    facts: { ...nothing, ...facts },
    happened: new Map(),
    loads: new Map(),
    standard: aStandard,
    calendar: aCalendar(),
    now,
    ...given,
  })

const wait = (id: number, dueAt: string, differences: Partial<WaitingFacts> = {}): WaitingFacts => ({
  ...priyaAndTom,
  waitId: WaitId.parse(id),
  conversationId: ConversationId.parse(id),
  personId: PersonId.parse(2),
  personName: 'Tom Hollis',
  personCalled: null,
  projectId: null,
  subject: 'Two quick questions about rain',
  channel: 'email',
  text: 'How many does the barn seat if we’re all indoors, and who makes the call on the day? Mum worries.',
  waitingSince: at('Tue 2026-11-24 09:55'),
  ackMinutes: 240,
  ackDueAt: at(dueAt),
  because: 'usual',
  answerPromisedOn: null,
  ...differences,
})

const wedding = (clientId: number, eventOn: string) => ({
  id: ProjectId.parse(clientId),
  clientId: ClientId.parse(clientId),
  kind: 'Wedding',
  eventOn,
  eventMonth: null,
  state: 'open' as const,
})

describe('who is waiting', () => {
  it('stands in order of lateness, then nearness of the event, then time left', () => {
    const waiting = [
      wait(1, 'Tue 2026-11-24 16:00'),
      wait(2, 'Wed 2026-11-25 10:00', { clientId: ClientId.parse(2) }),
      wait(3, 'Tue 2026-11-24 09:20'),
      wait(4, 'Tue 2026-11-24 11:55'),
      wait(5, 'Mon 2026-11-23 17:00'),
    ]
    const { waiting: rows } = decide({
      waiting,
      projects: [wedding(1, '2027-06-12'), wedding(2, '2026-12-01')],
    })
    expect(rows.map(({ waitId }) => waitId)).toEqual([5, 3, 2, 4, 1])
  })

  it('is a person with their question, or the client where nobody is named', () => {
    const nobody = { personId: null, personName: null }
    const { waiting } = decide({
      waiting: [wait(1, 'Tue 2026-11-24 13:55'), wait(2, 'Tue 2026-11-24 14:55', nobody)],
      projects: [wedding(1, '2027-06-12')],
    })
    expect(waiting[0]).toMatchObject({
      name: 'Tom Hollis',
      clientName: 'Priya & Tom',
      subject: 'Two quick questions about rain',
      snippet: 'How many does the barn seat if we’re all indoors, and who makes the call on the day?',
      event: { kind: 'Wedding', eventOn: '2027-06-12' },
      dueAt: at('Tue 2026-11-24 13:55'),
      ownCalendar: null,
    })
    expect(waiting[1]?.name).toBe('Priya & Tom')
  })

  it('has an open Saturday of its own in the week of the event', () => {
    const saturday = wait(1, 'Sat 2026-11-28 10:30', { waitingSince: at('Fri 2026-11-27 17:00') })
    const [row] = decide({ waiting: [saturday], projects: [wedding(1, '2026-12-01')] }).waiting
    expect(row?.ownCalendar).toEqual([
      { opensAt: at('Fri 2026-11-27 17:00'), closesAt: at('Fri 2026-11-27 17:30') },
      { opensAt: at('Sat 2026-11-28 09:00'), closesAt: at('Sat 2026-11-28 10:30') },
    ])
    const [far] = decide({ waiting: [saturday], projects: [wedding(1, '2026-12-19')] }).waiting
    expect(far?.ownCalendar).toBeNull()
  })
})

const due = (id: number, dueOn: string, dueTime: string | null = null): PromiseFacts => ({
  ...priyaAndTom,
  ...{
    promiseId: PromiseId.parse(id),
    revision: 0,
    projectId: null,
    what: 'Send the budget',
    dueOn,
    dueTime,
  },
  ownOn: '2026-11-23',
  saidAt: at('Thu 2026-11-19 14:05'),
  saidChannel: 'call',
  note: null,
  saidToName: 'Ben Adler',
  saidToCalled: null,
})

describe('promises due', () => {
  it('stand by when they are due, with how they stand', () => {
    const { promises } = decide({
      promises: [
        due(1, '2026-11-24'),
        due(2, '2026-11-24', '13:00'),
        due(3, '2026-11-23'),
        due(4, '2026-11-25'),
      ],
    })
    expect(promises.map(({ promiseId, state }) => [promiseId, state])).toEqual([
      [3, 'late'],
      [2, 'at-risk'],
      [1, 'at-risk'],
      [4, 'fine'],
    ])
    expect(promises[1]).toMatchObject({ dueAt: at('Tue 2026-11-24 13:00'), saidToName: 'Ben' })
  })
})

const project = (differences: Partial<Project> = {}): Project => ({
  ...wedding(1, '2027-06-12'),
  venue: null,
  place: null,
  guests: null,
  isGuestsAbout: false,
  standing: null,
  cadenceDays: null,
  addedAt: at('Mon 2026-08-17 10:05'),
  lastUpdateAt: at('Mon 2026-11-09 10:15'),
  nextUpdateOn: '2026-11-23',
  revision: 0,
  ...differences,
})

const update = (differences: Partial<Project> = {}): UpdateFacts => {
  const own = project(differences)
  return { ...priyaAndTom, language: null, project: own, nextUpdateOn: own.nextUpdateOn ?? '' }
}

describe('updates due', () => {
  it('say how long ago the last was, how often, and how much there is to tell', () => {
    const openPromises = [
      aPromise({ dueOn: '2026-11-26' }),
      aPromise({ id: PromiseId.parse(2), dueOn: '2026-12-08' }),
    ]
    const happened = new Map([
      [project().id, { keptPromises: [], doneMilestones: [], moves: [], openPromises }],
    ])
    expect(decide({ updates: [update()] }, { happened }).updates).toMatchObject([
      {
        clientName: 'Priya & Tom',
        lastUpdateOn: '2026-11-09',
        daysSince: 15,
        everyDays: 14,
        dueOn: '2026-11-23',
        state: 'over',
        toTell: 1,
      },
    ])
  })

  it('can answer what they asked along with it', () => {
    const { updates } = decide({ updates: [update()], waiting: [wait(1, 'Tue 2026-11-24 13:55')] })
    expect(updates[0]?.hint).toEqual({ key: 'today.hint.answers', values: { name: 'Tom', n: 2 } })
  })

  it('say how things stand where there is little to report', () => {
    const standing = 'Hall contract on track'
    expect(decide({ updates: [update({ standing })] }).updates[0]?.hint).toEqual({
      key: 'today.hint.standing',
      values: { standing },
    })
    expect(decide({ updates: [update()] }).updates[0]?.hint).toBeNull()
  })

  it('may be the first of their project', () => {
    const [first] = decide({ updates: [update({ lastUpdateAt: null, nextUpdateOn: '2026-11-24' })] }).updates
    expect(first).toMatchObject({ lastUpdateOn: null, daysSince: null, state: 'due' })
  })

  it('stand with the longest overdue first', () => {
    const one = update({ id: ProjectId.parse(1), nextUpdateOn: '2026-11-25' })
    const other = update({ id: ProjectId.parse(2), nextUpdateOn: '2026-11-20' })
    expect(decide({ updates: [one, other] }).updates.map(({ projectId }) => projectId)).toEqual([2, 1])
  })
})

describe('the day', () => {
  it('is all clear when no clock runs, no promise is listed and no update is past its day', () => {
    expect(decide().isAllClear).toBe(true)
    expect(decide({ updates: [update({ nextUpdateOn: '2026-11-25' })] }).isAllClear).toBe(true)
    expect(decide({ updates: [update({ nextUpdateOn: '2026-11-24' })] }).isAllClear).toBe(true)
    expect(decide({ updates: [update({ nextUpdateOn: '2026-11-23' })] }).isAllClear).toBe(false)
    expect(decide({ waiting: [wait(1, 'Tue 2026-11-24 13:55')] }).isAllClear).toBe(false)
    expect(decide({ promises: [due(1, '2026-11-25')] }).isAllClear).toBe(false)
  })

  it('shows the quarter’s budget, the standard, the letters held', () => {
    expect(decide()).toMatchObject({
      day: '2026-11-24',
      ackMinutes: 240,
      extrasSpentMinor: 21_200,
      extrasQuarterMinor: 30_000,
      heldLetters: [5],
    })
  })

  it('is open from its first opening to its last closing', () => {
    const lunch = [
      { weekday: 2, opensAt: '09:00', closesAt: '12:00' },
      { weekday: 2, opensAt: '13:00', closesAt: '18:00' },
    ]
    expect(decide({}, { calendar: aCalendar({ spans: lunch }) }).opening).toEqual({
      opensAt: at('Tue 2026-11-24 09:00'),
      closesAt: at('Tue 2026-11-24 18:00'),
    })
    expect(decide({}, { now: at('Sun 2026-11-29 10:00') }).opening).toBeNull()
  })

  it('is still last night’s shift until that closes', () => {
    const nights = aCalendar({ spans: [{ weekday: 1, opensAt: '18:00', closesAt: '02:00' }] })
    expect(decide({}, { calendar: nights, now: at('Tue 2026-11-24 01:00') }).opening).toEqual({
      opensAt: at('Mon 2026-11-23 18:00'),
      closesAt: at('Tue 2026-11-24 02:00'),
    })
    expect(decide({}, { calendar: nights, now: at('Tue 2026-11-24 02:00') }).opening).toBeNull()
  })

  it('brings the open time its clocks are counted with, from the oldest start to a day ahead', () => {
    const oldest = wait(1, 'Mon 2026-11-23 13:00', { waitingSince: at('Fri 2026-11-20 17:00') })
    const { calendar } = decide({ waiting: [oldest] })
    expect(calendar[0]).toEqual({ opensAt: at('Fri 2026-11-20 17:00'), closesAt: at('Fri 2026-11-20 17:30') })
    expect(calendar.at(-1)).toEqual({
      opensAt: at('Wed 2026-11-25 09:00'),
      closesAt: at('Wed 2026-11-25 10:40'),
    })
    expect(decide().calendar[0]?.opensAt).toBe(at('Tue 2026-11-24 09:00'))
  })
})

describe('what was done', () => {
  const done = (differences: Partial<DoneFacts>): DoneFacts => ({
    ...priyaAndTom,
    ...{ kind: 'answered', id: 1, at: at('Tue 2026-11-24 10:44'), personName: null, what: null },
    ...differences,
  })

  it('names the person who was answered, and the client otherwise', () => {
    const rows = decide({
      done: [
        done({ personName: 'Sofia Marchetti', what: 'the quartet is confirmed' }),
        done({ kind: 'promise-kept', what: 'the revised budget' }),
        done({ kind: 'extra-given', at: null, what: 'The cordial' }),
      ],
    }).done
    expect(rows.map(({ name, what }) => [name, what])).toEqual([
      ['Sofia Marchetti', 'the quartet is confirmed'],
      ['Priya & Tom', 'revised budget'],
      ['Priya & Tom', 'The cordial'],
    ])
    expect(rows[2]?.at).toBe(at('Tue 2026-11-24 00:00'))
  })
})

describe('extras', () => {
  it('name the client and the event', () => {
    const extra: ExtraFacts = {
      clientId: ClientId.parse(1),
      name: 'Jess & Callum Reid',
      shortName: 'Jess & Callum',
      ...{ extraId: ExtraId.parse(1), revision: 0, projectId: null, what: 'The cordial', because: null },
      ...{ occasion: null, occasionOn: null, costMinor: 1_400, minutes: null, state: 'planned' },
    }
    expect(decide({ extras: [extra], projects: [wedding(1, '2025-11-29')] }).extras).toMatchObject([
      { clientName: 'Jess & Callum Reid', event: { eventOn: '2025-11-29' }, costMinor: 1_400 },
    ])
  })
})

describe('what was put aside', () => {
  const aside = (item: SnoozeItem, itemId: number, showOn: string, showTime: string) => ({
    ...{ item, itemId, showOn, showTime, snoozedAt: now },
  })
  const cordial: ExtraFacts = {
    ...priyaAndTom,
    ...{ extraId: ExtraId.parse(4), revision: 0, projectId: null, what: 'The cordial', because: null },
    ...{ occasion: null, occasionOn: null, costMinor: 1_400, minutes: null, state: 'planned' },
  }
  const facts: Partial<TodayFacts> = {
    waiting: [wait(1, 'Tue 2026-11-24 13:55'), wait(2, 'Tue 2026-11-24 14:55')],
    promises: [due(2, '2026-11-24'), due(3, '2026-11-25')],
    updates: [update()],
    extras: [cordial],
    counts: { today: 5, clients: 1, promises: 2, outbox: 0 },
  }

  it('is in no section and no count, and in a list of its own, first what shows again first', () => {
    const updateId = update().project.id
    const today = decide({
      ...facts,
      aside: [
        aside('wait', 1, '2026-11-24', '13:00'),
        aside('promise', 3, '2026-11-25', '09:00'),
        aside('update', updateId, '2026-11-24', '11:40'),
        aside('extra', 4, '2026-11-30', '09:00'),
      ],
    })

    expect(today.waiting.map(({ waitId }) => waitId)).toEqual([2])
    expect(today.promises.map(({ promiseId }) => promiseId)).toEqual([2])
    expect([today.updates, today.extras]).toEqual([[], []])
    expect(today.counts.today).toBe(2)
    expect(today.aside).toMatchObject([
      { item: 'update', itemId: updateId, name: 'Priya & Tom', what: null },
      { item: 'wait', itemId: 1, name: 'Tom Hollis', what: 'Two quick questions about rain' },
      { item: 'promise', itemId: 3, what: 'Send the budget', shownAt: at('Wed 2026-11-25 09:00') },
      { item: 'extra', itemId: 4, what: 'The cordial', shownAt: at('Mon 2026-11-30 09:00') },
    ])
  })

  it('is back at its moment, which nobody has to write down', () => {
    const until = aside('wait', 1, '2026-11-24', '13:00')
    const shown = (moment: number) =>
      decide({ ...facts, aside: [until] }, { now: moment }).waiting.map(({ waitId }) => waitId)

    expect(shown(at('Tue 2026-11-24 13:00') - 1)).toEqual([2])
    expect(shown(at('Tue 2026-11-24 13:00'))).toEqual([1, 2])
  })

  it('is back when it is due, where that comes first, and a promise when its day begins', () => {
    const later = [aside('wait', 1, '2026-11-30', '09:00'), aside('promise', 2, '2026-11-30', '09:00')]

    expect(decide({ ...facts, aside: later }).aside.map(({ shownAt }) => shownAt)).toEqual([
      at('Tue 2026-11-24 13:55'),
    ])
  })

  it('still waits: the day is not clear', () => {
    const one = { waiting: [wait(1, 'Tue 2026-11-24 13:55')] }

    expect(decide({ ...one, aside: [aside('wait', 1, '2026-11-24', '13:00')] })).toMatchObject({
      waiting: [],
      isAllClear: false,
    })
  })

  it('is told apart from another thing with the same number', () => {
    expect(decide({ ...facts, aside: [aside('extra', 1, '2026-11-30', '09:00')] }).aside).toEqual([])
  })
})
