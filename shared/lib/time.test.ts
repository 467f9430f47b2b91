import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Refusal } from './refusal'
import {
  addDays,
  addYears,
  day,
  Day,
  dayOf,
  daysBetween,
  hour,
  Instant,
  instantOf,
  minute,
  TimeOfDay,
  timeOf,
  weekdayOf,
  Zone,
} from './time'

const iso = (text: string): number => Date.parse(text)

const zones = [
  'Europe/London',
  'Europe/Dublin',
  'America/New_York',
  'America/Sao_Paulo',
  'Australia/Lord_Howe',
  'Asia/Kathmandu',
  'Pacific/Chatham',
  'Pacific/Apia',
  'Africa/Casablanca',
  'Antarctica/Troll',
  'Asia/Tehran',
  'UTC',
]

describe('the wall clock of a zone', () => {
  it('shows the local day and time', () => {
    expect(dayOf(iso('2026-11-24T10:40Z'), 'Europe/London')).toBe('2026-11-24')
    expect(timeOf(iso('2026-11-24T10:40Z'), 'Europe/London')).toBe('10:40')
    expect(dayOf(iso('2026-06-30T23:30Z'), 'Europe/London')).toBe('2026-07-01')
    expect(timeOf(iso('2026-06-30T23:30Z'), 'Europe/London')).toBe('00:30')
    expect(dayOf(iso('2026-01-01T00:30Z'), 'America/New_York')).toBe('2025-12-31')
  })

  it('shows the minute that has begun', () => {
    expect(timeOf(iso('2026-11-24T10:40:59.999Z'), 'Europe/London')).toBe('10:40')
  })

  it('takes a time in the missing hour as the moment of the change', () => {
    const change = iso('2026-03-29T01:00Z')
    expect(instantOf('2026-03-29', '00:59', 'Europe/London')).toBe(change - minute)
    expect(instantOf('2026-03-29', '01:00', 'Europe/London')).toBe(change)
    expect(instantOf('2026-03-29', '01:30', 'Europe/London')).toBe(change)
    expect(instantOf('2026-03-29', '02:00', 'Europe/London')).toBe(change)
    expect(instantOf('2026-03-29', '02:01', 'Europe/London')).toBe(change + minute)
  })

  it('takes a time in the doubled hour as the first of the two', () => {
    expect(instantOf('2026-10-25', '01:30', 'Europe/London')).toBe(iso('2026-10-25T00:30Z'))
    expect(instantOf('2026-10-25', '02:00', 'Europe/London')).toBe(iso('2026-10-25T02:00Z'))
    expect(timeOf(iso('2026-10-25T01:30Z'), 'Europe/London')).toBe('01:30')
    expect(instantOf('2026-11-01', '01:30', 'America/New_York')).toBe(iso('2026-11-01T05:30Z'))
  })

  it('knows the half hour of Lord Howe', () => {
    const forward = iso('2026-10-03T15:30Z')
    expect(instantOf('2026-10-04', '02:15', 'Australia/Lord_Howe')).toBe(forward)
    expect(instantOf('2026-10-04', '02:30', 'Australia/Lord_Howe')).toBe(forward)
    expect(instantOf('2026-10-04', '02:31', 'Australia/Lord_Howe')).toBe(forward + minute)
    const back = iso('2026-04-04T15:00Z')
    expect(instantOf('2026-04-05', '01:45', 'Australia/Lord_Howe')).toBe(back - 15 * minute)
    expect(instantOf('2026-04-05', '02:00', 'Australia/Lord_Howe')).toBe(back + 30 * minute)
  })

  it('passes over the day that Apia never had', () => {
    const change = iso('2011-12-30T10:00Z')
    expect(dayOf(change - 1, 'Pacific/Apia')).toBe('2011-12-29')
    expect(dayOf(change, 'Pacific/Apia')).toBe('2011-12-31')
    expect(instantOf('2011-12-30', '00:00', 'Pacific/Apia')).toBe(change)
    expect(instantOf('2011-12-30', '12:00', 'Pacific/Apia')).toBe(change)
    expect(instantOf('2011-12-31', '00:00', 'Pacific/Apia')).toBe(change)
  })

  it('takes 24:00 as the start of the next day', () => {
    expect(instantOf('2026-11-24', '24:00', 'Europe/London')).toBe(iso('2026-11-25T00:00Z'))
    expect(instantOf('2026-12-31', '24:00', 'Europe/London')).toBe(iso('2027-01-01T00:00Z'))
  })

  it('has days of 23 and of 25 hours', () => {
    const lengthOf = (on: Day): number =>
      instantOf(on, '24:00', 'Europe/London') - instantOf(on, '00:00', 'Europe/London')
    expect(lengthOf('2026-03-29')).toBe(23 * hour)
    expect(lengthOf('2026-10-25')).toBe(25 * hour)
    expect(lengthOf('2026-11-24')).toBe(day)
  })

  it('changes twice within a month where Ramadan asks for it', () => {
    const noonOf = (on: Day): number => instantOf(on, '12:00', 'Africa/Casablanca')
    expect(noonOf('2026-02-14')).toBe(iso('2026-02-14T11:00Z'))
    expect(noonOf('2026-03-01')).toBe(iso('2026-03-01T12:00Z'))
    expect(noonOf('2026-03-23')).toBe(iso('2026-03-23T11:00Z'))
  })

  it('refuses a zone nobody knows', () => {
    expect(() => dayOf(0, 'Europe/Camelot')).toThrow(
      new Refusal('invalid', 'E_ZONE_UNKNOWN', { zone: 'Europe/Camelot' }),
    )
  })

  it('agrees with Intl in every zone and all year round', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Intl.supportedValuesOf('timeZone')),
        fc.integer({ min: iso('1995-01-01T00:00Z'), max: iso('2037-12-31T00:00Z') }),
        (zone, at) => {
          expect(`${dayOf(at, zone)} ${timeOf(at, zone)}`).toBe(shownByIntl(at, zone))
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('agrees with Intl around every change of its clocks', () => {
    for (const zone of zones) {
      for (const change of changesOf(zone)) {
        for (const at of [change - hour, change - 1, change, change + hour]) {
          expect(`${dayOf(at, zone)} ${timeOf(at, zone)}`).toBe(shownByIntl(at, zone))
        }
      }
    }
  })

  it('comes back to the same minute from what it shows, or to its first occurrence', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: iso('1995-01-01T00:00Z') / minute, max: iso('2037-12-31T00:00Z') / minute }),
        (zone, minutes) => {
          const at = minutes * minute
          const shown = instantOf(dayOf(at, zone), timeOf(at, zone), zone)
          expect(shown).toBeLessThanOrEqual(at)
          expect(dayOf(shown, zone)).toBe(dayOf(at, zone))
          expect(timeOf(shown, zone)).toBe(timeOf(at, zone))
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('never shows an earlier time than was asked for', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.integer({ min: 9131, max: 24_836 }),
        fc.integer({ min: 0, max: 24 * 60 - 1 }),
        (zone, days, minutes) => {
          const on = addDays('1970-01-01', days)
          const time = new Date(minutes * minute).toISOString().slice(11, 16)
          const at = instantOf(on, time, zone)
          expect(`${dayOf(at, zone)} ${timeOf(at, zone)}` >= `${on} ${time}`).toBe(true)
          expect(`${dayOf(at - 1, zone)} ${timeOf(at - 1, zone)}` < `${on} ${time}`).toBe(true)
        },
      ),
      { numRuns: 2000 },
    )
  })

  it('costs microseconds', () => {
    const start = performance.now()
    for (let i = 0; i < 50_000; i++) {
      const at = iso('2026-01-01T00:00Z') + (i % 500) * day
      instantOf(dayOf(at, 'Europe/London'), '09:00', 'Europe/London')
    }
    expect((performance.now() - start) / 50_000).toBeLessThan(0.01)
  })
})

describe('days', () => {
  it('are added across months, years and 29 February', () => {
    expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
    expect(addDays('2028-02-29', 1)).toBe('2028-03-01')
    expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
    expect(addDays('0099-12-31', 1)).toBe('0100-01-01')
  })

  it('are counted between', () => {
    expect(daysBetween('2026-11-24', '2026-12-19')).toBe(25)
    expect(daysBetween('2026-12-19', '2026-11-24')).toBe(-25)
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
  })

  it('fall on weekdays, Monday first', () => {
    expect(weekdayOf('2026-11-23')).toBe(1)
    expect(weekdayOf('2026-11-29')).toBe(7)
    expect(weekdayOf('1969-12-31')).toBe(3)
    expect(weekdayOf('1900-01-01')).toBe(1)
  })

  it('keep their date over years, and 29 February falls back to the 28th', () => {
    expect(addYears('2025-11-29', 1)).toBe('2026-11-29')
    expect(addYears('2028-02-29', 1)).toBe('2029-02-28')
    expect(addYears('2028-02-29', 4)).toBe('2032-02-29')
    expect(addYears('2026-11-24', -1)).toBe('2025-11-24')
  })

  it('added and counted are each other’s opposite', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -700_000, max: 2_900_000 }),
        fc.integer({ min: -1000, max: 1000 }),
        (at, n) => {
          const from = addDays('1970-01-01', at)
          expect(daysBetween(from, addDays(from, n))).toBe(n)
          expect(weekdayOf(addDays(from, 7 * n))).toBe(weekdayOf(from))
        },
      ),
    )
  })
})

describe('what comes in', () => {
  it('is a day only if the calendar has it', () => {
    for (const good of ['2026-11-24', '2028-02-29', '1900-01-01', '2199-12-31']) {
      expect(Day.safeParse(good).success).toBe(true)
    }
    for (const bad of [
      '2026-02-29',
      '2026-02-30',
      '2026-13-01',
      '2026-1-1',
      '0000-01-01',
      '0206-11-24',
      '1899-12-31',
      '2200-01-01',
      '24.11.2026',
      '',
      5,
    ]) {
      expect(Day.safeParse(bad).success).toBe(false)
    }
  })

  it('is a time from 00:00 to 24:00', () => {
    for (const good of ['00:00', '09:30', '23:59', '24:00'])
      expect(TimeOfDay.safeParse(good).success).toBe(true)
    for (const bad of ['24:01', '9:30', '12:60', '25:00', '1200', '']) {
      expect(TimeOfDay.safeParse(bad).success).toBe(false)
    }
  })

  it('is a zone by its name, not an offset', () => {
    for (const good of zones) expect(Zone.safeParse(good).success).toBe(true)
    for (const bad of ['Europe/Camelot', '+01:00', '', '__proto__'])
      expect(Zone.safeParse(bad).success).toBe(false)
  })

  it('is an instant in whole ms, from 1970 to 2199', () => {
    for (const good of [iso('2026-11-24T10:40Z'), 0, iso('2199-12-31T23:59Z')])
      expect(Instant.safeParse(good).success).toBe(true)
    for (const bad of [
      1.5,
      Number.NaN,
      1e17,
      '2026-11-24',
      -1,
      iso('0206-11-24T10:40Z'),
      iso('2200-01-01T00:00Z'),
    ])
      expect(Instant.safeParse(bad).success).toBe(false)
  })
})

const formats = new Map<string, Intl.DateTimeFormat>()

function shownByIntl(at: number, zone: string): string {
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('sv-SE', {
      timeZone: zone,
      dateStyle: 'short',
      timeStyle: 'short',
      hourCycle: 'h23',
    })
  formats.set(zone, format)
  return format.format(at)
}

/** Found by walking through the years hour by hour. */
function changesOf(zone: string): number[] {
  const changes: number[] = []
  const ahead = (at: number): number => iso(`${shownByIntl(at, zone).replace(' ', 'T')}Z`) - at
  for (let at = iso('2011-09-01T00:00Z'); at < iso('2012-05-01T00:00Z'); at += 30 * minute) {
    if (ahead(at) !== ahead(at - 30 * minute)) changes.push(at)
  }
  return changes
}
