import { shortNameOf } from '../domain/client'
import { ExtraId, MilestoneId, ProjectId, PromiseId } from '../domain/ids'
import type { ComingDay, ComingItem } from '../domain/coming-up'
import type { ComingFacts } from '../domain/today-facts'
import { assertNever } from '../lib/assert'
import { asTitle } from '../lib/noun'
import { addDays, type Day } from '../lib/time'
import { loadOf, type Capacity } from './capacity'

/** How many days ahead Coming up looks. */
export const daysAhead = 7

/**
 * The seven days ahead with what they hold: milestones, promises by their told day, updates, events and
 * occasions. Days off with nothing on them are left out. Today comes first where a milestone or an event is
 * still to come: promises and updates of today have their own lists.
 */
export function comingUp(facts: readonly ComingFacts[], capacity: Capacity): readonly ComingDay[] {
  const { today } = capacity
  const days = Array.from({ length: daysAhead + 1 }, (_, n) => addDays(today, n))
  return days
    .map((day) => comingDay(day, facts, capacity))
    .filter(({ day, items, isWorkingDay }) => items.length > 0 || (day > today && isWorkingDay))
}

function comingDay(day: Day, facts: readonly ComingFacts[], capacity: Capacity): ComingDay {
  const items = facts.filter((fact) => fact.day === day).toSorted(inOrder)
  const { why, isFull } = loadOf(day, capacity)
  return {
    day,
    items: items.map(itemOf),
    isFull: isFull && why !== 'day-off',
    isWorkingDay: why !== 'day-off',
  }
}

/** Events first, then what has a time, then promises, other steps, updates and occasions. */
function inOrder(a: ComingFacts, b: ComingFacts): number {
  const rank = placeOf(a) - placeOf(b)
  if (rank !== 0) return rank
  const [one, other] = [a.atTime ?? '', b.atTime ?? '']
  return Number(one > other) - Number(one < other) || a.id - b.id
}

function placeOf({ kind, atTime }: ComingFacts): number {
  if (kind === 'event') return 0
  if (atTime !== null) return 1
  return 2 + ['promise', 'milestone', 'update', 'extra'].indexOf(kind)
}

function itemOf(fact: ComingFacts): ComingItem {
  const { kind, id, clientId, what } = fact
  const client = { clientId, clientName: shortNameOf(fact) }
  switch (kind) {
    case 'milestone':
      return milestoneOf(fact, client)
    case 'promise':
      return {
        kind,
        ...client,
        promiseId: PromiseId.parse(id),
        isAnswer: fact.isAnswer === 1,
        what: fact.asNoun === null || fact.isAnswer === 1 ? what : asTitle(fact.asNoun),
      }
    case 'update':
      return { kind, ...client, projectId: ProjectId.parse(id) }
    case 'event':
      return { kind, ...client, projectId: ProjectId.parse(id), what }
    case 'extra':
      return { kind, ...client, extraId: ExtraId.parse(id), what: asTitle(what) }
    default:
      return assertNever(kind)
  }
}

const milestoneOf = (
  { id, what, atTime, place, milestoneKind }: ComingFacts,
  client: Pick<ComingItem, 'clientId' | 'clientName'>,
): ComingItem => ({
  kind: 'milestone',
  ...client,
  milestoneId: MilestoneId.parse(id),
  what,
  atTime,
  place,
  milestoneKind: milestoneKind ?? 'deadline',
})
