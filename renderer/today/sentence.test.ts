import { describe, expect, it } from 'vitest'
import type { ComingItem } from '../../shared/domain/coming-up'
import { ClientId, PersonId, ProjectId, PromiseId } from '../../shared/domain/ids'
import type {
  AsideRow,
  DoneRow,
  PromiseDueRow,
  Today,
  UpdateRow,
  WaitingRow,
} from '../../shared/domain/today'
import { at } from '../../shared/testing'
import type { SaidPart } from '../../shared/words/say'
import { contextOf } from './context'
import { sentenceOf } from './sentence'

const now = at('Tue 2026-11-24 10:40')

const emptyDay: Today = {
  day: '2026-11-24',
  zone: 'Europe/London',
  currency: 'GBP',
  userName: 'Hazel',
  calendar: [],
  opening: null,
  waiting: [],
  promises: [],
  updates: [],
  extras: [],
  done: [],
  comingUp: [],
  ackMinutes: 240,
  extrasSpentMinor: 0,
  extrasQuarterMinor: 0,
  counts: { today: 0, clients: 4, promises: 0, outbox: 0 },
  isAllClear: true,
  heldLetters: [],
  aside: [],
}

const aDay = (differences: Partial<Today>): Today => ({ ...emptyDay, ...differences })

const waiting = (name: string, dueAt: number, differences: Partial<WaitingRow> = {}): WaitingRow => ({
  waitId: 1 as WaitingRow['waitId'],
  conversationId: 1 as WaitingRow['conversationId'],
  personId: PersonId.parse(name.length),
  clientId: ClientId.parse(1),
  clientName: name,
  name,
  event: null,
  channel: 'email',
  subject: 'A question',
  snippet: null,
  waitingSince: now,
  ackMinutes: 240,
  dueAt,
  explanation: { key: '', values: {}, text: '' },
  answerPromisedOn: null,
  ownCalendar: null,
  ...differences,
})

const promised = (dueOn: string, differences: Partial<PromiseDueRow> = {}): PromiseDueRow => ({
  promiseId: PromiseId.parse(1),
  revision: 0,
  clientId: ClientId.parse(2),
  clientName: 'Grace & Liam',
  event: null,
  what: 'Send the revised budget',
  dueOn,
  dueTime: null,
  ownOn: dueOn,
  dueAt: at('Tue 2026-11-24 17:30'),
  state: 'at-risk',
  saidAt: now,
  saidChannel: 'email',
  saidToName: null,
  note: null,
  ...differences,
})

const update = (state: UpdateRow['state']): UpdateRow => ({
  projectId: ProjectId.parse(7),
  clientId: ClientId.parse(5),
  clientName: 'Northgate Arts Trust',
  event: null,
  lastUpdateOn: '2026-11-04',
  daysSince: 20,
  everyDays: 21,
  dueOn: '2026-11-25',
  state,
  toTell: 0,
  hint: null,
  peek: '',
})

const done = (kind: DoneRow['kind']): DoneRow => ({
  kind,
  id: 1,
  at: now,
  clientId: ClientId.parse(1),
  name: 'Sofia',
  what: null,
})

const early = at('Tue 2026-11-24 13:00')
const over = at('Tue 2026-11-24 09:20')
const dueToday = promised('2026-11-24')
const past = promised('2026-11-23', { dueAt: at('Mon 2026-11-23 17:30') })

const textOf = (parts: readonly SaidPart[]) => parts.map(({ text }) => text).join('')
const sentence = (differences: Partial<Today>) => textOf(sentenceOf(aDay(differences), now))
const context = (differences: Partial<Today>) => textOf(contextOf(aDay(differences), now).parts)

const aside = (item: AsideRow['item'], name = 'Sofia'): AsideRow => ({
  ...{ item, itemId: 1, clientId: ClientId.parse(1), name, event: null, what: null, shownAt: early },
})

describe('the one sentence of Today', () => {
  it('never says that everyone has an answer while somebody is only put aside', () => {
    const two = [aside('wait', 'Sofia'), aside('wait', 'Tom')]

    expect(sentence({ aside: [aside('wait')], promises: [dueToday] })).toBe(
      '1 person is put aside, and 1 promise is due today.',
    )
    expect(sentence({ aside: two, updates: [update('over')] })).toBe(
      '2 people are put aside. 1 client is due to hear how things stand.',
    )
    expect(sentence({ aside: two })).toBe('Two things are put aside, and nothing else is due.')
    expect(sentence({ aside: [aside('promise')] })).toBe('One thing is put aside, and nothing else is due.')
    expect(sentence({ aside: [aside('extra')] })).toBe(
      'Everyone has an answer, and nothing is promised for today.',
    )
  })

  it('counts people and promises, and tags the numbers with their sections', () => {
    const day = aDay({
      waiting: [waiting('Sofia Marchetti', over), waiting('Imogen Clarke', early), waiting('Tom', early)],
      promises: [dueToday, dueToday],
    })

    const parts = sentenceOf(day, now)

    expect(textOf(parts)).toBe('3 people are waiting to hear from you, and 2 promises are due today.')
    expect(parts.filter(({ tag }) => tag !== null)).toEqual([
      { tag: 'toWaiting', text: '3 people' },
      { tag: 'toDue', text: '2 promises' },
    ])
  })

  it('agrees with one', () => {
    expect(sentence({ waiting: [waiting('Sofia', early)], promises: [dueToday] })).toBe(
      '1 person is waiting to hear from you, and 1 promise is due today.',
    )
  })

  it('counts somebody who waits in two conversations once', () => {
    const sofia = waiting('Sofia', early)

    expect(sentence({ waiting: [sofia, { ...sofia, waitId: 2 as WaitingRow['waitId'] }] })).toBe(
      '1 person is waiting to hear from you.',
    )
  })

  it('says when promises are past their date, all of them or some', () => {
    expect(sentence({ promises: [past] })).toBe('Nobody is waiting, and 1 promise is past its date.')
    expect(sentence({ promises: [past, dueToday, dueToday] })).toBe(
      'Nobody is waiting, and 3 promises are due, 1 of them past its date.',
    )
  })

  it('says when a promise for another day is near', () => {
    expect(sentence({ promises: [promised('2026-11-25')] })).toBe(
      'Nobody is waiting, and 1 promise is due soon.',
    )
  })

  it('says when only updates are due', () => {
    expect(sentence({ updates: [update('due'), update('fine')] })).toBe(
      'Everyone has an answer. 1 client is due to hear how things stand.',
    )
  })

  it('says that all is clear, and claims no promise that was not kept', () => {
    expect(sentence({ done: [done('promise-kept')] })).toBe(
      'Everyone has an answer, and today’s promises are kept.',
    )
    expect(sentence({ updates: [update('fine')] })).toBe(
      'Everyone has an answer, and nothing is promised for today.',
    )
  })
})

describe('the line of context', () => {
  it('names who waited longer than the standard, in words', () => {
    const names = [waiting('Sofia Marchetti', over), waiting('Tom Hollis', early)]

    expect(context({ waiting: names })).toBe(
      'Sofia has waited longer than your four working hours. Everyone else is in good time.',
    )
  })

  it('names several, and speaks of the standard in general where theirs differ', () => {
    const names = [waiting('Sofia Marchetti', over), waiting('Imogen Clarke', over, { ackMinutes: 60 })]

    expect(context({ waiting: names })).toBe('Sofia and Imogen have waited longer than your standard.')
  })

  it('calls a client that stands for nobody in particular by its whole name', () => {
    expect(context({ waiting: [waiting('Northgate Arts Trust', early, { personId: null })] })).toBe(
      'Northgate Arts Trust is in good time.',
    )
  })

  it('says who the first promise is for', () => {
    expect(context({ promises: [promised('2026-11-24', { dueTime: '13:00' }), dueToday] })).toBe(
      'The first is for Grace & Liam, by 13:00.',
    )
    expect(context({ promises: [past] })).toBe('It was for Grace & Liam, by Mon 23 Nov.')
    expect(context({ promises: [promised('2026-11-26')] })).toBe(
      'The first is for Grace & Liam, by Thu 26 Nov.',
    )
  })

  it('says on a clear day what comes next, and that its draft is ready', () => {
    const item: ComingItem = {
      kind: 'update',
      projectId: ProjectId.parse(7),
      clientId: ClientId.parse(5),
      clientName: 'Northgate',
    }
    const comingUp = [{ day: '2026-11-25', items: [item], isFull: false, isWorkingDay: true }]

    expect(context({ updates: [update('fine')], comingUp })).toBe(
      'Next is an update for Northgate Arts Trust, tomorrow. It is drafted and ready.',
    )
    expect(context({ comingUp })).toBe('Next is an update for Northgate, tomorrow.')
  })

  it('names the next promise and its day', () => {
    const item: ComingItem = {
      kind: 'promise',
      promiseId: PromiseId.parse(1),
      what: 'Three florists',
      clientId: ClientId.parse(3),
      clientName: 'Priya & Tom',
      isAnswer: false,
    }
    const onDay = (day: string, differences: Partial<typeof item> = {}) =>
      context({
        comingUp: [{ day, items: [{ ...item, ...differences }], isFull: false, isWorkingDay: true }],
      })

    expect(onDay('2026-11-26')).toBe('Next is a promise to Priya & Tom, on Thursday: three florists.')
    expect(onDay('2026-12-01', { what: 'RSVP list' })).toBe(
      'Next is a promise to Priya & Tom, on Tue 1 Dec: RSVP list.',
    )
    expect(onDay('2026-11-26', { what: 'Full answer to Margaret', isAnswer: true })).toBe(
      'Next is a full answer to Margaret, on Thursday.',
    )
  })

  it('says that nothing lies ahead', () => {
    expect(context({})).toBe('Nothing is promised in the next seven days.')
  })
})
