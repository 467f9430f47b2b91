import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ClientId, PromiseId, WaitId } from '../domain/ids'
import { hour, minute, day as dayLength, type Zone } from '../lib/time'
import { aCalendar, aPromise, at, aWait } from '../testing'
import { nudgesOf, pendingNudges, timingOf } from './nudges'
import { dayNotesOn } from './nudges-day'
import { nudgeOfPromise, nudgesOfWait, type NudgePromise, type NudgeWait } from './nudges-moments'
import { createMemory, someFacts } from './nudges-testing'
import { addWorkingTime } from './working-time'

const wait = (differences: Partial<NudgeWait> = {}): NudgeWait => {
  const { id: waitId, clientId, waitingSince, ackMinutes, ackDueAt } = aWait()
  return { waitId, clientId, waitingSince, ackMinutes, ackDueAt, ...differences }
}

const promise = (differences: Partial<NudgePromise> = {}): NudgePromise => {
  const { id: promiseId, clientId, dueOn, dueTime, saidAt } = aPromise()
  return { promiseId, clientId, dueOn, dueTime, saidAt, ...differences }
}

const holiday = (on: string) => ({ on, spans: [], what: 'A day off', source: 'holiday' as const, isOn: true })
const momentsOf = (one: NudgeWait, calendar = aCalendar()) =>
  Object.fromEntries(nudgesOfWait(one, calendar).map(({ stage, dueAt }) => [stage, dueAt]))

describe('the stages of a wait', () => {
  it('come with an eighth left, when due, and at the next opening, across a weekend', () => {
    expect(momentsOf(wait())).toEqual({
      'last-eighth': at('Mon 2026-11-23 12:00'),
      due: at('Mon 2026-11-23 12:30'),
      overdue: at('Tue 2026-11-24 09:00'),
    })
  })

  it('come at the opening rather than at the closing before it', () => {
    const arrived = at('Fri 2026-11-20 14:00')
    const moments = momentsOf(wait({ waitingSince: arrived, ackDueAt: at('Mon 2026-11-23 09:30') }))

    expect(moments['last-eighth']).toBe(at('Mon 2026-11-23 09:00'))
  })

  it('pass over a holiday', () => {
    const calendar = aCalendar({ exceptions: [holiday('2026-11-24')] })

    expect(momentsOf(wait(), calendar)['overdue']).toBe(at('Wed 2026-11-25 09:00'))
  })

  it('count the hours that the clocks leave out or give twice', () => {
    const spans = [{ weekday: 7, opensAt: '00:00', closesAt: '08:00' }]
    const calendar = aCalendar({ spans })
    const spring = at('Sun 2027-03-28 00:00')
    const autumn = at('Sun 2026-10-25 00:00')
    const dueOf = (from: number) => addWorkingTime(calendar, from, 240)
    const inSpring = wait({ waitingSince: spring, ackDueAt: dueOf(spring) })
    const inAutumn = wait({ waitingSince: autumn, ackDueAt: dueOf(autumn) })

    expect(momentsOf(inSpring, calendar)['last-eighth']).toBe(at('Sun 2027-03-28 04:30'))
    expect(momentsOf(inAutumn, calendar)['last-eighth']).toBe(at('Sun 2026-10-25 02:30'))
  })

  it('have no first one where no time is set, and no last one where nobody opens again', () => {
    const closed = aCalendar({ spans: [] })
    const one = wait({ ackMinutes: 0, ackDueAt: wait().waitingSince })

    expect(Object.keys(momentsOf(one, closed))).toEqual(['due'])
  })
})

describe('the moment of a promise', () => {
  const momentOf = (dueOn: string, dueTime: string | null, zone: Zone, spans = aCalendar().spans) =>
    new Date(nudgeOfPromise(promise({ dueOn, dueTime }), aCalendar({ zone, spans })).dueAt).toISOString()

  it.each([
    ['in the missing hour', '2027-03-28', '01:30', 'Europe/London', '2027-03-28T01:00:00.000Z'],
    ['in the doubled hour', '2026-10-25', '01:30', 'Europe/London', '2026-10-25T00:30:00.000Z'],
    ['on 29 February', '2028-02-29', '13:00', 'Europe/London', '2028-02-29T13:00:00.000Z'],
    [
      'in Lord Howe’s missing half hour',
      '2026-10-04',
      '02:15',
      'Australia/Lord_Howe',
      '2026-10-03T15:30:00.000Z',
    ],
    ['on Apia’s missing day', '2011-12-30', '12:00', 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
    [
      'at midnight where the day begins at one',
      '2018-11-04',
      '00:00',
      'America/Sao_Paulo',
      '2018-11-04T03:00:00.000Z',
    ],
    ['in Kathmandu’s quarter hours', '2026-11-24', '13:00', 'Asia/Kathmandu', '2026-11-24T07:15:00.000Z'],
    ['without a time, at closing', '2026-11-24', null, 'Europe/London', '2026-11-24T17:30:00.000Z'],
    [
      'without a time, at the end of a day off',
      '2026-11-22',
      null,
      'Europe/London',
      '2026-11-23T00:00:00.000Z',
    ],
  ])('is the first the clocks show: %s', (_, on, time, zone, moment) => {
    expect(momentOf(on, time, zone)).toBe(moment)
  })
})

describe('the notes of a day', () => {
  const notesOn = (on: string, differences: Parameters<typeof aCalendar>[0] = {}) =>
    dayNotesOn(aCalendar(differences), on).map(({ stage, dueAt }) => [stage, dueAt])

  it('come at nine and half an hour before the end', () => {
    expect(notesOn('2026-11-24')).toEqual([
      ['morning', at('Tue 2026-11-24 09:00')],
      ['closing', at('Tue 2026-11-24 17:00')],
    ])
  })

  it('come at the first opening where nine is closed', () => {
    const spans = [{ weekday: 2, opensAt: '10:30', closesAt: '18:00' }]
    expect(notesOn('2026-11-24', { spans })[0]).toEqual(['morning', at('Tue 2026-11-24 10:30')])
  })

  it('come at nine where work began before', () => {
    const spans = [{ weekday: 2, opensAt: '07:00', closesAt: '18:00' }]
    expect(notesOn('2026-11-24', { spans })[0]).toEqual(['morning', at('Tue 2026-11-24 09:00')])
  })

  it('are none on a day off, and none on the day Apia never had', () => {
    expect(notesOn('2026-11-22')).toEqual([])
    expect(notesOn('2011-12-30', { zone: 'Pacific/Apia' })).toEqual([])
  })

  it('come before a closing after midnight', () => {
    const spans = [{ weekday: 2, opensAt: '18:00', closesAt: '02:00' }]
    expect(notesOn('2026-11-24', { spans })[1]).toEqual(['closing', at('Wed 2026-11-25 01:30')])
  })

  it('are skipped where there is nothing to tell', () => {
    const facts = someFacts({ hasMorningNote: true, hasClosingNote: true })
    const busy = { ...facts, promises: [promise({ dueOn: '2026-11-24' })] }

    const daysOf = (some: typeof facts) =>
      nudgesOf(some, at('Tue 2026-11-24 08:00'))
        .filter(({ item, occurrence }) => item === 'day' && occurrence === '2026-11-24')
        .map(({ stage }) => stage)
    expect(daysOf(facts)).toEqual([])
    expect(daysOf(busy)).toEqual(['morning', 'closing'])
  })

  it('do not come later for what was promised after their moment', () => {
    const late = promise({ dueOn: '2026-11-24', saidAt: at('Tue 2026-11-24 11:00') })
    const facts = someFacts({ hasMorningNote: true, promises: [late] })

    expect(pendingNudges(facts, [], at('Tue 2026-11-24 11:01')).deliver).toEqual([])
  })

  it('are gone once the day has closed', () => {
    const facts = someFacts({ hasMorningNote: true, promises: [promise({ dueOn: '2026-11-24' })] })
    const itemsAt = (moment: string) => pendingNudges(facts, [], at(moment)).deliver.map(({ stage }) => stage)

    expect(itemsAt('Tue 2026-11-24 17:29')).toEqual(['morning'])
    expect(itemsAt('Tue 2026-11-24 17:30')).toEqual(['due'])
  })

  it('leave out what is put aside, but never a promise on its day', () => {
    const snoozedUntil = new Map([
      ['wait 1', at('Wed 2026-11-25 09:00')],
      ['promise 1', at('Wed 2026-11-25 09:00')],
    ])
    const facts = someFacts({ hasMorningNote: true, snoozedUntil, waits: [wait()] })
    const stages = (some: typeof facts) =>
      pendingNudges(some, [], at('Tue 2026-11-24 09:00')).deliver.filter(({ item }) => item === 'day')

    expect(stages(facts)).toEqual([])
    expect(stages({ ...facts, promises: [promise({ dueOn: '2026-11-24' })] })).toHaveLength(1)
  })
})

describe('a nudge that was delivered', () => {
  const facts = someFacts({ promises: [promise({ dueOn: '2026-11-24', dueTime: '13:00' })] })
  const due = at('Tue 2026-11-24 13:00')

  it('stays delivered when the clock goes back to a moment after it was due', () => {
    const memory = createMemory()
    memory.scan(facts, due + 3 * hour)

    expect(memory.scan(facts, due + hour)).toMatchObject({ delivered: [], rearmed: [] })
  })

  it('is armed again where a wrong clock delivered it early, until it was seen', () => {
    const memory = createMemory()
    const [early] = memory.scan(facts, due + 3 * dayLength).delivered

    const back = memory.scan(facts, due - hour)
    const then = memory.scan(facts, due)

    expect(back.rearmed.map(({ id }) => id)).toEqual([early?.id])
    expect(then.delivered).toMatchObject([{ deliveredAt: due }])
    memory.acknowledge([...memory.kept.values()][0] ?? expect.fail(), due)
    expect(memory.scan(facts, due - hour).rearmed).toEqual([])
  })

  it('is armed again where its due time became a later one', () => {
    const memory = createMemory()
    const [soon, later] = [wait({ ackDueAt: due }), wait({ ackDueAt: due + dayLength })]
    memory.scan(someFacts({ waits: [soon] }), due)

    const moved = memory.scan(someFacts({ waits: [later] }), due + minute)
    const then = memory.scan(someFacts({ waits: [later] }), due + dayLength)

    expect(moved.rearmed.map(({ stage }) => stage)).toEqual(['last-eighth', 'due'])
    expect(then.delivered.map(({ stage }) => stage)).toContain('due')
  })

  it('comes anew for the new day of a promise that was moved, and not for the old one', () => {
    const memory = createMemory()
    memory.scan(facts, due)
    const moved = someFacts({ promises: [promise({ dueOn: '2026-11-25', dueTime: '13:00' })] })

    expect(memory.scan(moved, due + hour)).toMatchObject({ delivered: [], notes: [] })
    expect(memory.scan(moved, due + dayLength).delivered).toMatchObject([{ occurrence: '2026-11-25T13:00' }])
  })
})

describe('how a nudge came', () => {
  const scans = (lastScanAt: number | null, restartedAt: number | null = null) => ({
    lastScanAt,
    restartedAt,
  })
  const due = at('Tue 2026-11-24 13:00')

  it.each([
    ['within half a minute', 30_000, scans(due - 1), 'in-time'],
    ['later although looked for', 31_000, scans(due - 1), 'late'],
    ['after a sleep', 2 * minute + 1, scans(due - 1), 'missed'],
    ['after looking had stopped', 10 * minute, scans(due - 1, due + 9 * minute), 'late'],
    ['at a start, long after', hour, scans(null), 'missed'],
    ['at a start, soon after', minute, scans(null), 'in-time'],
    ['for what was written down afterwards', hour, scans(due + 50 * minute), 'learnt'],
  ])('%s', (_, lateness, before, timing) => {
    expect(timingOf(due, due + lateness, before)).toBe(timing)
  })
})

describe('whatever is open and whenever is looked', () => {
  const begin = at('Mon 2026-11-02 00:00')
  const calendar = aCalendar({ exceptions: [holiday('2026-11-10')] })
  const minutesOf = (days: number) => fc.integer({ min: 0, max: days * 24 * 60 })
  const anyWait = fc.record({ from: minutesOf(10), ackMinutes: fc.constantFrom(8, 60, 240, 480, 1000) })
  const anyPromise = fc.record({
    from: minutesOf(10),
    day: fc.integer({ min: 2, max: 14 }),
    time: fc.option(fc.constantFrom('09:00', '13:00', '23:30', '24:00')),
  })
  const world = fc.record({
    waits: fc.array(anyWait, { maxLength: 6 }),
    promises: fc.array(anyPromise, { maxLength: 6 }),
    looks: fc.array(minutesOf(25), { maxLength: 120 }),
  })

  const factsOf = (some: typeof world extends fc.Arbitrary<infer T> ? T : never) =>
    someFacts({
      calendar,
      hasMorningNote: true,
      hasClosingNote: true,
      waits: some.waits.map(({ from, ackMinutes }, n) => ({
        waitId: WaitId.parse(n + 1),
        clientId: ClientId.parse(n + 1),
        waitingSince: begin + from * minute,
        ackMinutes,
        ackDueAt: addWorkingTime(calendar, begin + from * minute, ackMinutes),
      })),
      promises: some.promises.map(({ from, day, time }, n) => ({
        promiseId: PromiseId.parse(n + 1),
        clientId: ClientId.parse((n % 3) + 1),
        dueOn: `2026-11-${String(day).padStart(2, '0')}`,
        dueTime: time,
        saidAt: begin + from * minute,
      })),
    })

  const end = begin + 25 * dayLength

  it('delivers each once and none before it is due, however often and however rarely is looked', () => {
    fc.assert(
      fc.property(world, (some) => {
        const facts = factsOf(some)
        const memory = createMemory()
        const delivered = [
          ...some.looks.toSorted((a, b) => a - b).map((look) => begin + look * minute),
          end,
        ].flatMap((now) => memory.scan(facts, now).delivered)

        expect(delivered.every(({ dueAt, deliveredAt }) => dueAt <= deliveredAt)).toBe(true)
        expect(memory.kept.size).toBe(delivered.length)
        const expected = nudgesOf(facts, end).filter(({ item, dueAt }) => item !== 'day' && dueAt <= end)
        expect(delivered.filter(({ item }) => item !== 'day')).toHaveLength(expected.length)
      }),
      { numRuns: 300 },
    )
  })

  it('has each once in the end, whichever way the clock jumps', () => {
    fc.assert(
      fc.property(world, (some) => {
        const facts = factsOf(some)
        const memory = createMemory()
        for (const look of some.looks) memory.scan(facts, begin + look * minute)
        memory.scan(facts, end)

        const items = [...memory.kept.values()].filter(({ item }) => item !== 'day')
        const expected = nudgesOf(facts, end).filter(({ item, dueAt }) => item !== 'day' && dueAt <= end)
        expect(items).toHaveLength(expected.length)
        expect(items.every(({ dueAt, deliveredAt }) => dueAt <= deliveredAt)).toBe(true)
      }),
      { numRuns: 300 },
    )
  })

  it('always knows when the next one falls due', () => {
    fc.assert(
      fc.property(world, (some) => {
        const facts = { ...factsOf(some), hasMorningNote: false, hasClosingNote: false }
        const memory = createMemory()
        let now: number | null = begin
        while (now !== null) now = memory.scan(facts, now).nextAt
        expect(memory.kept.size).toBe(nudgesOf(facts, end).length)
        expect(
          [...memory.kept.values()].every(({ dueAt, deliveredAt }) => deliveredAt === Math.max(dueAt, begin)),
        ).toBe(true)
      }),
      { numRuns: 200 },
    )
  })
})
