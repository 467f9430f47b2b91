import { describe, expect, it } from 'vitest'
import type { ClientId, MilestoneId, ProjectId, PromiseId, PromiseMoveId } from '../../shared/domain/ids'
import type { Milestone } from '../../shared/domain/milestone'
import type { ClientPromise, PromiseMove } from '../../shared/domain/promise'
import { weddingPlanner } from '../../shared/packs/wedding-planner'
import { peekOf, textOf } from '../../shared/rules/letter-text'
import { statusLetter } from '../../shared/rules/status-letter'
import { thingsToTell, type Happened } from '../../shared/rules/things-to-tell'
import { aCalendar, at } from '../../shared/testing'
import { renderLetter } from './letter-render'
import { statusFacts } from './letter-status'

const now = at('Tue 2026-11-24 10:40')
const lastUpdateAt = at('Mon 2026-11-09 10:15')

const aPromise = (id: number, differences: Partial<ClientPromise>): ClientPromise => ({
  id: id as PromiseId,
  clientId: 1 as ClientId,
  projectId: 1 as ProjectId,
  conversationId: null,
  what: 'Send the revised budget',
  asNoun: 'the revised budget',
  doneAs: null,
  note: null,
  saidAt: at('Thu 2026-11-12 10:00'),
  saidChannel: 'email',
  saidToPersonId: null,
  messageId: null,
  letterId: null,
  dueOn: '2026-12-02',
  dueTime: null,
  ownOn: '2026-12-01',
  state: 'open',
  endedAt: null,
  isKeptLate: null,
  revision: 0,
  ...differences,
})

const kept = (id: number, doneAs: string | null, endedAt: string) =>
  aPromise(id, { state: 'kept', doneAs, endedAt: at(endedAt), isKeptLate: false })

const aStep = (id: number, differences: Partial<Milestone>): Milestone => ({
  id: id as MilestoneId,
  clientId: 1 as ClientId,
  projectId: 1 as ProjectId,
  personId: null,
  kind: 'tasting',
  what: 'Tasting at the barn',
  onDay: '2026-12-04',
  atTime: '14:00',
  place: null,
  whose: 'own',
  toldAs: null,
  doneAt: null,
  revision: 0,
  ...differences,
})

const aMove = (promiseId: number, differences: Partial<PromiseMove>): PromiseMove => ({
  id: 1 as PromiseMoveId,
  promiseId: promiseId as PromiseId,
  clientId: 1 as ClientId,
  at: at('Fri 2026-11-20 10:00'),
  fromOn: '2026-11-27',
  fromTime: null,
  toOn: '2026-12-02',
  toTime: null,
  isBeforeDue: true,
  why: null,
  letterId: null,
  isToldOtherwise: true,
  replyMessageId: null,
  ...differences,
})

const florists = aPromise(2, {
  what: 'Three florists to choose from',
  asNoun: 'three florists',
  saidAt: at('Fri 2026-11-20 16:40'),
  dueOn: '2026-11-26',
})

const letterOf = (
  happened: Partial<Happened>,
  milestones: readonly Milestone[] = [],
  project: {
    eventOn: string | null
    lastUpdateAt: number | null
    standing: string | null
    nextUpdateOn?: null
  } = {
    eventOn: '2027-06-12',
    lastUpdateAt,
    standing: null,
  },
) => {
  const all = { keptPromises: [], doneMilestones: [], moves: [], openPromises: [], ...happened }
  const things = thingsToTell(all, project.lastUpdateAt ?? 0, '2026-12-08')
  const { nextUpdateOn = '2026-12-08' } = project
  const facts = { project, things, milestones, nextUpdateOn }
  const letter = statusLetter(facts, aCalendar(), now)
  const template = weddingPlanner.templates.find(({ kind }) => kind === 'status-update')
  if (template === undefined) throw new Error('The pack has no status letter')
  return renderLetter({
    kind: 'status-update',
    template,
    facts: {
      names: 'Priya and Tom',
      signature: 'Hazel',
      ...statusFacts(letter, project, '2026-11-24', 'en'),
    },
    fields: {},
  })
}

const pictured = () =>
  letterOf(
    {
      keptPromises: [kept(1, 'the barn’s deposit terms are settled and paid', 'Wed 2026-11-18 16:20')],
      doneMilestones: [
        aStep(1, { doneAt: at('Thu 2026-11-12 15:30'), toldAs: 'a string trio is held for the ceremony' }),
      ],
      openPromises: [florists],
    },
    [
      aStep(2, {}),
      aStep(3, {
        kind: 'payment',
        what: 'Barn, second payment',
        onDay: '2026-12-14',
        whose: 'client',
        atTime: null,
      }),
      aStep(4, { kind: 'birthday', what: 'Priya’s birthday', onDay: '2026-12-08', whose: 'client' }),
    ],
  )

describe('the status letter', () => {
  it('reads in its fixed order, with dates and their words', () => {
    const letter = pictured()

    expect(textOf(letter.subjectParts)).toBe('Where things stand, with 200 days to go')
    expect(textOf(letter.parts)).toBe(`Dear Priya and Tom,

Here is where things stand with 200 days to go until Saturday 12 June. There is one thing we need from you.

Done since 9 November
- A string trio is held for the ceremony
- The barn’s deposit terms are settled and paid

In hand
- Three florists to choose from, with you by Thursday 26 November
- Tasting at the barn, Friday 4 December at 14:00

To watch
- Nothing that worries me

What we need from you
- Barn, second payment, by Monday 14 December

Next update: Tuesday 8 December.

With warm wishes,
Hazel`)
    expect(letter.missing).toEqual([])
  })

  it('starts the row on Today with its own words, bullets run together', () => {
    expect(peekOf(textOf(pictured().parts), 290)).toBe(
      'Dear Priya and Tom, here is where things stand with 200 days to go until Saturday 12 June. There is one thing we need from you. A string trio is held for the ceremony. The barn’s deposit terms are settled and paid. Three florists to choose from, with you by Thursday 26 November. Tasting…',
    )
  })

  it('is never empty when little happened: it says how the project stands', () => {
    const standing = 'Caterer shortlist unchanged; hall contract on track'
    const own = textOf(letterOf({}, [], { eventOn: null, lastUpdateAt, standing }).parts)
    const none = textOf(letterOf({}, [], { eventOn: null, lastUpdateAt: null, standing: null }).parts)

    expect(own).toContain(
      `Here is where things stand. Everything is on track.\n\nDone since 9 November\n- ${standing}`,
    )
    expect(none).toContain('Done so far\n- Little to report this time, and worth saying so')
    expect(none).toContain('What we need from you\n- Nothing for now')
    expect(none).not.toContain('In hand')
  })

  it('names a moved date with the day it had and the reason', () => {
    const moves = [aMove(1, { why: 'The surveyor measures the stage on Wednesday.' })]
    const text = textOf(letterOf({ openPromises: [aPromise(1, {})], moves }).parts)

    expect(text).toContain(
      '- The revised budget, with you by Wednesday 2 December (moved from Friday 27 November: The surveyor measures the stage on Wednesday)',
    )
  })

  it('puts what is close to its day or late under To watch, and nowhere else', () => {
    const close = aPromise(1, { dueOn: '2026-11-24', dueTime: '13:00' })
    const late = aPromise(2, { what: 'Confirm coach times', asNoun: null, dueOn: '2026-11-23' })
    const text = textOf(letterOf({ openPromises: [close, late] }).parts)

    expect(text).toContain(`There are two things to watch.`)
    expect(text).toContain(`To watch
- Confirm coach times, due by Monday 23 November: this is late, and I’m sorry for that
- The revised budget, due by one o’clock today: I’m keeping a close eye on this`)
    expect(text).not.toContain('In hand')
  })

  it('is not over while the event is ahead, and says what comes after it', () => {
    const last = (eventOn: string) =>
      textOf(letterOf({}, [], { eventOn, lastUpdateAt, standing: null, nextUpdateOn: null }).parts)

    expect(last('2026-11-26')).toContain('Next update: in person.')
    expect(last('2026-11-20')).toContain('Next update: whenever you would like one.')
  })

  it('calls a promised answer what it is to the one who asked', () => {
    const answer = aPromise(1, { what: 'Full answer to Margaret', asNoun: 'the full answer' })
    const text = textOf(letterOf({ openPromises: [answer] }).parts)

    expect(text).toContain('- The full answer to your question, with you by Wednesday 2 December')
  })

  it('names a day moved from today by its date, since it may be read tomorrow', () => {
    const moves = [aMove(1, { fromOn: '2026-11-24' })]
    const text = textOf(letterOf({ openPromises: [aPromise(1, {})], moves }).parts)

    expect(text).toContain('(moved from Tuesday 24 November)')
  })

  it('speaks of the end of today where no time was said', () => {
    const close = aPromise(1, { what: 'Coach times', asNoun: 'the coach times', dueOn: '2026-11-24' })
    const text = textOf(letterOf({ openPromises: [close] }).parts)

    expect(text).toContain('- Coach times, due by the end of today: I’m keeping a close eye on this')
  })

  it('stays under 200 words with every section full', () => {
    const many = (n: number) => Array.from({ length: n }, (_, i) => i)
    const letter = letterOf(
      {
        keptPromises: many(9).map((i) =>
          kept(100 + i, 'the barn’s deposit terms are settled and paid', 'Wed 2026-11-18 16:20'),
        ),
        openPromises: [
          ...many(6).map((i) => aPromise(200 + i, { dueOn: '2026-12-03' })),
          ...many(6).map((i) => aPromise(300 + i, { dueOn: '2026-11-24' })),
        ],
      },
      [...many(6).map((i) => aStep(i, {})), ...many(6).map((i) => aStep(50 + i, { whose: 'client' }))],
    )
    const words = textOf(letter.parts).split(/\s+/).length

    expect(words).toBeGreaterThan(100)
    expect(words).toBeLessThan(200)
  })
})
