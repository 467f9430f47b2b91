import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ClientId, NoteId, NudgeId, PromiseId, WaitId } from '../domain/ids'
import type { Nudge } from '../domain/nudge'
import { addDays, dayOf, hour, minute, type Instant } from '../lib/time'
import { aCalendar, at } from '../testing'
import { forEventWeek } from './event-week'
import { mostNotesAnHour, notesNow, type NotesGiven } from './notes'
import { openSince, quietChoices } from './notes-quiet'
import type { NudgePromise, NudgeWait } from './nudges-moments'
import { createMemory, someFacts } from './nudges-testing'
import { addWorkingTime } from './working-time'

const calendar = aCalendar()
const now = at('Tue 2026-11-24 11:00')

const aWaitOf = (n: number, differences: Partial<NudgeWait> = {}): NudgeWait => ({
  waitId: WaitId.parse(n),
  clientId: ClientId.parse(n),
  waitingSince: at('Mon 2026-11-23 15:30'),
  ackMinutes: 240,
  ackDueAt: now,
  ...differences,
})

const aNudge = (n: number, differences: Partial<Nudge> = {}): Nudge => ({
  id: NudgeId.parse(n),
  item: 'wait',
  itemId: n,
  stage: 'due',
  occurrence: '',
  clientId: ClientId.parse(n),
  dueAt: now,
  deliveredAt: now,
  timing: 'in-time',
  noteId: null,
  againAt: null,
  acknowledgedAt: null,
  ...differences,
})

/** So many waits came due now, each of its own client. */
const given = (count: number, differences: Partial<NotesGiven> = {}): NotesGiven => {
  const numbers = Array.from({ length: count }, (_, n) => n + 1)
  return {
    facts: someFacts({ waits: numbers.map((n) => aWaitOf(n)) }),
    kept: numbers.map((n) => aNudge(n)),
    settings: { isOn: true, breaksForEvents: true, quietUntil: null },
    recent: [],
    lastNoteAt: at('Tue 2026-11-24 09:00'),
    now,
    ...differences,
  }
}

const noteAt = (minutesAgo: number, ...clients: readonly number[]) => ({
  shownAt: now - minutesAgo * minute,
  clientIds: clients.map((n) => ClientId.parse(n)),
})
const kindsOf = (some: NotesGiven) => notesNow(some).notes.map(({ kind, told }) => [kind, told.length])
const reasonsOf = (some: NotesGiven) => notesNow(some).held.map(({ because }) => because)

describe('what came due at the same minute', () => {
  it.each([
    [1, [['wait', 1]]],
    [
      2,
      [
        ['wait', 1],
        ['wait', 1],
      ],
    ],
    [
      3,
      [
        ['wait', 1],
        ['wait', 1],
        ['wait', 1],
      ],
    ],
    [4, [['bundle', 4]]],
    [500, [['bundle', 500]]],
  ])('%i: one note each up to three, and one for all from the fourth', (count, notes) => {
    expect(kindsOf(given(count))).toEqual(notes)
  })

  it('is one bundle where fewer notes are left of the hour', () => {
    expect(kindsOf(given(2, { recent: [noteAt(50), noteAt(10)] }))).toEqual([['bundle', 2]])
  })

  it('is held where three were shown within the hour, and told when the hour has gone by', () => {
    expect(reasonsOf(given(2, { recent: [noteAt(59), noteAt(30), noteAt(1)] }))).toEqual(['limit', 'limit'])
    expect(kindsOf(given(1, { recent: [noteAt(60), noteAt(30), noteAt(1)] }))).toEqual([['wait', 1]])
  })

  it('is not limited by what another clock showed', () => {
    expect(kindsOf(given(1, { recent: [noteAt(-60), noteAt(-61), noteAt(-62)] }))).toEqual([['wait', 1]])
  })

  it('is one note for a client', () => {
    const kept = [aNudge(1), { ...aNudge(2), clientId: ClientId.parse(1) }]
    const { notes } = notesNow(given(2, { kept }))

    expect(notes).toMatchObject([{ kind: 'bundle', clientId: 1, told: [{ id: 1 }, { id: 2 }] }])
  })
})

describe('a client', () => {
  it('is told of once an hour', () => {
    expect(reasonsOf(given(2, { recent: [noteAt(59, 1)] }))).toEqual(['client'])
    expect(reasonsOf(given(2, { recent: [noteAt(60, 1)] }))).toEqual([])
  })

  it('is told of again where the user asked for it, whatever the hour has seen', () => {
    const kept = [aNudge(1, { noteId: null, againAt: now })]
    const recent = [noteAt(50, 1), noteAt(40), noteAt(15)]

    expect(kindsOf(given(1, { kept, recent }))).toEqual([['wait', 1]])
    expect(kindsOf(given(1, { kept: [aNudge(1, { againAt: now + 1 })], recent: [] }))).toEqual([])
  })

  it('is told of at once where a clock that was wrong had put it off for days', () => {
    const kept = [aNudge(1, { noteId: NoteId.parse(1), againAt: now + 3 * 24 * hour })]

    expect(kindsOf(given(1, { kept }))).toEqual([['wait', 1]])
  })
})

describe('the latest stage of a thing', () => {
  it('speaks for the earlier ones', () => {
    const kept = [
      aNudge(1, { stage: 'last-eighth', dueAt: now - 30 * minute }),
      { ...aNudge(1), id: NudgeId.parse(2) },
    ]
    const { notes } = notesNow(given(1, { kept }))

    expect(notes).toMatchObject([{ told: [{ id: 2 }], nudges: [{ id: 1 }, { id: 2 }] }])
  })

  it('leaves nothing to say where it was told', () => {
    const told = {
      ...aNudge(1, { noteId: null }),
      id: NudgeId.parse(2),
      stage: 'overdue' as const,
      dueAt: now + 1,
    }
    const kept = [aNudge(1), { ...told, noteId: 7 as Nudge['noteId'] }]

    expect(reasonsOf(given(1, { kept }))).toEqual(['told-since'])
  })
})

describe('nothing is told', () => {
  const evening = at('Tue 2026-11-24 20:00')
  const weddingOn = (on: string) =>
    someFacts({ waits: [aWaitOf(1)], eventDays: new Map([[ClientId.parse(1), [on]]]) })

  it('where reminders are off', () => {
    expect(
      reasonsOf(given(1, { settings: { isOn: false, breaksForEvents: true, quietUntil: null } })),
    ).toEqual(['off'])
  })

  it('of what has ended, was seen, or is put aside', () => {
    expect(notesNow(given(1, { facts: someFacts() }))).toEqual({ notes: [], held: [] })
    expect(notesNow(given(1, { kept: [aNudge(1, { acknowledgedAt: now })] }))).toEqual({
      notes: [],
      held: [],
    })
    const facts = someFacts({ waits: [aWaitOf(1)], snoozedUntil: new Map([['wait 1', now + 1]]) })
    expect(reasonsOf(given(1, { facts }))).toEqual(['snoozed'])
    expect(kindsOf(given(1, { facts, now: now + 1 }))).toEqual([['wait', 1]])
  })

  it.each([
    ['at closing time', at('Tue 2026-11-24 17:30')],
    ['in the evening', evening],
    ['at the weekend', at('Sun 2026-11-22 11:00')],
  ])('%s', (_, moment) => {
    expect(reasonsOf(given(1, { now: moment }))).toEqual(['quiet'])
  })

  it('while the user wishes quiet', () => {
    const settings = { isOn: true, breaksForEvents: true, quietUntil: now + 1 }
    expect(reasonsOf(given(1, { settings }))).toEqual(['quiet'])
    expect(reasonsOf(given(1, { settings, now: now + 1 }))).toEqual([])
  })

  it('but of clients whose event is today or tomorrow, unless the user wishes none of it', () => {
    const settings = { isOn: true, breaksForEvents: false, quietUntil: null }
    const today = { facts: weddingOn('2026-11-24'), now: evening }

    expect(kindsOf(given(1, today))).toEqual([['wait', 1]])
    expect(kindsOf(given(1, { ...today, facts: weddingOn('2026-11-25') }))).toEqual([['wait', 1]])
    expect(reasonsOf(given(1, { ...today, facts: weddingOn('2026-11-26') }))).toEqual(['quiet'])
    expect(reasonsOf(given(1, { ...today, settings }))).toEqual(['quiet'])
  })

  it('but on the Saturday of their event week, which is open for them', () => {
    const saturday = at('Sat 2026-11-21 11:00')
    expect(kindsOf(given(1, { facts: weddingOn('2026-11-26'), now: saturday }))).toEqual([['wait', 1]])
    expect(reasonsOf(given(1, { facts: weddingOn('2026-12-26'), now: saturday }))).toEqual(['quiet'])
  })
})

describe('the first pop-up after opening', () => {
  const opening = at('Tue 2026-11-24 09:00')
  const overnight = (differences: Partial<NotesGiven> = {}) =>
    given(3, {
      kept: [1, 2, 3].map((n) => aNudge(n, { dueAt: opening - hour * n, deliveredAt: opening - hour * n })),
      lastNoteAt: at('Mon 2026-11-23 17:00'),
      now: opening,
      ...differences,
    })

  it('is one bundle of what came overnight', () => {
    expect(kindsOf(overnight())).toEqual([['bundle', 3]])
  })

  it('is the note of the morning where there is one', () => {
    const morning = {
      item: 'day',
      itemId: 0,
      stage: 'morning',
      occurrence: '2026-11-24',
      clientId: null,
    } as const
    const kept = [...overnight().kept, aNudge(9, { ...morning, dueAt: opening })]
    expect(kindsOf(overnight({ kept }))).toEqual([['morning', 4]])
  })

  it('was it already, once something was told since', () => {
    expect(kindsOf(overnight({ lastNoteAt: opening }))).toEqual([
      ['wait', 1],
      ['wait', 1],
      ['wait', 1],
    ])
  })
})

describe('what was missed', () => {
  const missed = (n: number) => aNudge(n, { timing: 'missed', dueAt: now - hour })

  it('is one note of its own', () => {
    expect(kindsOf(given(3, { kept: [missed(1), missed(2), aNudge(3)] }))).toEqual([
      ['away', 2],
      ['wait', 1],
    ])
    expect(kindsOf(given(1, { kept: [missed(1)] }))).toEqual([['away', 1]])
  })

  it('takes what else came due of the same client with it', () => {
    const kept = [missed(1), { ...aNudge(2), clientId: ClientId.parse(1) }]
    expect(kindsOf(given(2, { kept }))).toEqual([['away', 2]])
  })

  it('leaves two notes for the rest, or one bundle', () => {
    expect(kindsOf(given(4, { kept: [missed(1), aNudge(2), aNudge(3), aNudge(4)] }))).toEqual([
      ['away', 1],
      ['bundle', 3],
    ])
    expect(kindsOf(given(2, { kept: [missed(1), aNudge(2)], recent: [noteAt(9), noteAt(5)] }))).toEqual([
      ['away', 2],
    ])
  })

  it('is the note of the day as it is, where that is all', () => {
    const morning = {
      item: 'day',
      itemId: 0,
      stage: 'morning',
      occurrence: '2026-11-24',
      clientId: null,
    } as const
    expect(kindsOf(given(0, { kept: [{ ...missed(1), ...morning }] }))).toEqual([['morning', 1]])
  })
})

describe('moments to be quiet until', () => {
  it('are an hour on, lunch, closing, tomorrow and next week', () => {
    expect(quietChoices(calendar, now)).toEqual([
      at('Tue 2026-11-24 12:00'),
      at('Tue 2026-11-24 13:00'),
      at('Tue 2026-11-24 17:30'),
      at('Wed 2026-11-25 09:00'),
      at('Mon 2026-11-30 09:00'),
    ])
  })

  it('name no moment twice, and none that has gone by', () => {
    expect(quietChoices(calendar, at('Fri 2026-11-27 16:30'))).toEqual([
      at('Fri 2026-11-27 17:30'),
      at('Mon 2026-11-30 09:00'),
    ])
    expect(quietChoices(aCalendar({ spans: [] }), now)).toEqual([now + hour])
  })
})

describe('weeks of anything', () => {
  const begin = at('Mon 2026-11-02 00:00')
  const days = 12
  const minutesOf = fc.integer({ min: 0, max: days * 24 * 60 })
  const someone = fc.integer({ min: 1, max: 5 })
  const world = fc.record({
    waits: fc.array(
      fc.record({
        from: minutesOf,
        lasts: fc.integer({ min: 1, max: 4_000 }),
        ackMinutes: fc.constantFrom(60, 240, 480),
        client: someone,
      }),
      { maxLength: 25 },
    ),
    promises: fc.array(
      fc.record({
        from: minutesOf,
        day: fc.integer({ min: 2, max: 14 }),
        time: fc.option(fc.constantFrom('09:30', '13:00', '23:00')),
        client: someone,
      }),
      { maxLength: 15 },
    ),
    events: fc.array(fc.record({ client: someone, day: fc.integer({ min: 2, max: 20 }) }), { maxLength: 2 }),
    sleeps: fc.array(minutesOf, { maxLength: 4 }),
    breaksForEvents: fc.boolean(),
    quietFrom: fc.option(minutesOf),
  })
  const dayNumber = (n: number) => `2026-11-${String(n).padStart(2, '0')}`

  it('never has more than three notes an hour, two of a client, or one in quiet hours; and nothing is forgotten', () => {
    fc.assert(
      fc.property(world, (some) => {
        const eventDays = new Map<ClientId, readonly string[]>(
          some.events.map(({ client, day }) => [ClientId.parse(client), [dayNumber(day)]]),
        )
        const ownCalendar = (client: ClientId) => forEventWeek(calendar, eventDays.get(client) ?? [])
        const waits = some.waits.map(({ from, ackMinutes, client, lasts }, n) => {
          const [waitingSince, clientId] = [begin + from * minute, ClientId.parse(client)]
          const ackDueAt = addWorkingTime(ownCalendar(clientId), waitingSince, ackMinutes)
          return {
            waitId: WaitId.parse(n + 1),
            clientId,
            waitingSince,
            ackMinutes,
            ackDueAt,
            until: waitingSince + lasts * minute,
          }
        })
        const promises = some.promises.map(({ from, day, time, client }, n): NudgePromise => ({
          promiseId: PromiseId.parse(n + 1),
          clientId: ClientId.parse(client),
          dueOn: dayNumber(day),
          dueTime: time,
          saidAt: begin + from * minute,
        }))
        const quietUntil = some.quietFrom === null ? null : begin + some.quietFrom * minute
        const settings = { isOn: true, breaksForEvents: some.breaksForEvents, quietUntil }
        const memory = createMemory(settings)
        const isAsleep = (moment: number) => some.sleeps.some((from) => from <= moment && moment < from + 90)

        for (let moment = 0; moment < days * 24 * 60; moment += 13) {
          if (isAsleep(moment)) continue
          const now = begin + moment * minute
          const facts = someFacts({
            calendar,
            eventDays,
            hasMorningNote: true,
            hasClosingNote: true,
            waits: waits.filter(({ waitingSince, until }) => waitingSince <= now && now < until),
            promises: promises.filter(({ saidAt }) => saidAt <= now),
          })
          const { notes, held, delivered } = memory.scan(facts, now)
          const told = new Set(
            [...notes.flatMap(({ nudges }) => nudges), ...held.map(({ nudge }) => nudge)].map(({ id }) => id),
          )
          expect(delivered.every(({ id }) => told.has(id))).toBe(true)
          for (const { clientId, told: things } of notes) {
            const isBreaking = (client: ClientId) => {
              const today = dayOf(now, calendar.zone)
              return (
                some.breaksForEvents &&
                (eventDays.get(client) ?? []).some((on) => on === today || on === addDays(today, 1))
              )
            }
            const isAllowed = ({ clientId: client }: Nudge) =>
              client === null
                ? isLoud(now, quietUntil, calendar)
                : isBreaking(client) || isLoud(now, quietUntil, ownCalendar(client))
            expect(things.every(isAllowed), `${clientId} at ${new Date(now).toISOString()}`).toBe(true)
          }
        }
        for (const { shownAt } of memory.notes) {
          const within = memory.notes.filter(
            (note) => note.shownAt <= shownAt && note.shownAt > shownAt - hour,
          )
          expect(within.length).toBeLessThanOrEqual(mostNotesAnHour)
          const clients = within.flatMap(({ clientIds }) => clientIds)
          expect(new Set(clients).size).toBe(clients.length)
        }
      }),
      { numRuns: 40 },
    )
  })

  const isLoud = (moment: Instant, quietUntil: Instant | null, own: typeof calendar) =>
    (quietUntil === null || quietUntil <= moment) && openSince(own, moment) !== null
})
