import type { Calendar } from '../shared/domain/calendar'
import { ClientId, PromiseId } from '../shared/domain/ids'
import { dayOf, instantOf, minute, timeOf, type Day, type TimeOfDay, type Zone } from '../shared/lib/time'
import { dayNotesOn } from '../shared/rules/nudges-day'
import { nudgeOfPromise } from '../shared/rules/nudges-moments'
import { changesIn, changeYears, namedZones, shownAt } from '../shared/rules/nudges-zone-changes'

/** Reaches over every time that is left out or comes twice, and the ordinary ones beside it, in minutes. */
const reach = 150
const step = 10

/**
 * The moments of reminders around every change of the clocks of the named zones since 1995. The key says when the
 * clocks change and what they show then, as this machine's own Intl knows it.
 */
export function momentsAroundChanges(): Readonly<Record<string, string>> {
  const changes = namedZones.flatMap((zone) =>
    changeYears.flatMap((year) => changesIn(year, zone).map((change) => ({ zone, change }))),
  )
  return Object.fromEntries(
    changes.map(({ zone, change }) => [keyOf(zone, change), momentsAround(zone, change)]),
  )
}

const keyOf = (zone: Zone, change: number): string =>
  [zone, change, shownAt(change - minute, zone), shownAt(change, zone)].join(' ')

function momentsAround(zone: Zone, change: number): string {
  const calendar = everyDay(zone)
  const walls = [shownAt(change - minute, zone), shownAt(change, zone)].flatMap(around)
  const moments = walls.map((wall) => {
    const [on = '', time = ''] = new Date(wall).toISOString().slice(0, 16).split('T')
    return [on, time, ...momentsOf(on, time, calendar)].join(' ')
  })
  return moments.join('\n')
}

const everyDay = (zone: Zone): Calendar => ({
  ...{ zone, version: 1, exceptions: [], eventDays: [] },
  spans: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, opensAt: '01:30', closesAt: '24:00' })),
})

const around = (wall: number): readonly number[] =>
  Array.from({ length: (2 * reach) / step + 1 }, (_, n) => wall + (n * step - reach) * minute)

/** The moment itself and what the clocks show then; when a promise for it is due, and the notes of its day. */
function momentsOf(dueOn: Day, dueTime: TimeOfDay, calendar: Calendar): readonly (string | number)[] {
  const at = instantOf(dueOn, dueTime, calendar.zone)
  const promise = { promiseId: PromiseId.parse(1), clientId: ClientId.parse(1), saidAt: 0, dueOn }
  return [
    ...[at, dayOf(at, calendar.zone), timeOf(at, calendar.zone)],
    ...[dueTime, null].map((time) => nudgeOfPromise({ ...promise, dueTime: time }, calendar).dueAt),
    ...dayNotesOn(calendar, dueOn).map(({ dueAt }) => dueAt),
  ]
}
