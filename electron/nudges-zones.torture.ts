import { createHash } from 'node:crypto'
import { argv, stdout } from 'node:process'
import { addDays, dayOf, instantOf, timeOf } from '../shared/lib/time'
import { ClientId, PromiseId } from '../shared/domain/ids'
import { dayNotesOn } from '../shared/rules/nudges-day'
import { nudgeOfPromise } from '../shared/rules/nudges-moments'

const spans = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, opensAt: '09:00', closesAt: '17:30' }))

/** What a computer in any zone must answer alike: moments of many civil times in all zones, as one sum. */
export function answersOf(samples: number): string {
  const zones = Intl.supportedValuesOf('timeZone')
  const sum = createHash('sha256')
  for (let n = 0; n < samples; n++) {
    const zone = zones[(n * 7) % zones.length] ?? 'UTC'
    const on = addDays('1995-01-01', (n * 4_759) % 15_700)
    const dueTime = `${String((n * 5) % 24).padStart(2, '0')}:${String((n * 13) % 60).padStart(2, '0')}`
    const at = instantOf(on, dueTime, zone)
    const calendar = { zone, version: 1, spans, exceptions: [], eventDays: [] }
    const promise = { promiseId: PromiseId.parse(1), clientId: ClientId.parse(1), saidAt: 0 }
    const due = nudgeOfPromise({ ...promise, dueOn: on, dueTime: null }, calendar).dueAt
    const notes = dayNotesOn(calendar, on).map(({ dueAt }) => dueAt)
    sum.update([zone, on, dueTime, at, dayOf(at, zone), timeOf(at, zone), due, ...notes].join(' '))
  }
  return sum.digest('hex')
}

const samples = Number(argv[2])
if (Number.isInteger(samples))
  stdout.write(`${Intl.DateTimeFormat().resolvedOptions().timeZone} ${answersOf(samples)}\n`)
