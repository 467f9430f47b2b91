import { getExtra } from '../../db/extras'
import { getProject, listProjects } from '../../db/projects'
import { getPromise } from '../../db/promises'
import type { ReadDb } from '../../db/schema'
import { getWait } from '../../db/waits'
import { ExtraId, ProjectId, PromiseId, WaitId, type ClientId } from '../../shared/domain/ids'
import type { SnoozeItem } from '../../shared/domain/snooze'
import { assertNever } from '../../shared/lib/assert'
import { Refusal } from '../../shared/lib/refusal'
import type { Day } from '../../shared/lib/time'
import type { Snoozable } from '../../shared/rules/snooze'

/** A row that can be put aside, and whose it is. */
export type SnoozableOf = { readonly thing: Snoozable; readonly clientId: ClientId; readonly isOpen: boolean }

/** What is behind a row of Today. Refuses E_SNOOZE_ENDED where nothing is left to show, and what its table refuses. */
export async function getSnoozable(db: ReadDb, item: SnoozeItem, itemId: number): Promise<SnoozableOf> {
  const found = await load(db, item, itemId)
  if (!found.isOpen) throw new Refusal('conflict', 'E_SNOOZE_ENDED', { item })
  return found
}

async function load(db: ReadDb, item: SnoozeItem, itemId: number): Promise<SnoozableOf> {
  switch (item) {
    case 'wait': {
      const { ackDueAt, clientId, endedAt } = await getWait(db, WaitId.parse(itemId))
      return { thing: { item, ackDueAt }, clientId, isOpen: endedAt === null }
    }
    case 'promise': {
      const { dueOn, dueTime, clientId, state } = await getPromise(db, PromiseId.parse(itemId))
      return { thing: { item, dueOn, dueTime }, clientId, isOpen: state === 'open' }
    }
    case 'update': {
      const { clientId, state, nextUpdateOn, lastUpdateAt } = await getProject(db, ProjectId.parse(itemId))
      return { thing: { item, lastUpdateAt }, clientId, isOpen: state === 'open' && nextUpdateOn !== null }
    }
    case 'extra': {
      const { clientId, state } = await getExtra(db, ExtraId.parse(itemId))
      return { thing: { item }, clientId, isOpen: state === 'suggested' || state === 'planned' }
    }
    default:
      return assertNever(item)
  }
}

/** A client's nearest open event from today on, and what kind it is. */
export async function findEventAhead(
  db: ReadDb,
  clientId: ClientId,
  today: Day,
): Promise<{ readonly kind: string; readonly eventOn: Day } | undefined> {
  const projects = await listProjects(db, clientId)
  return projects
    .flatMap(({ kind, eventOn, state }) =>
      state === 'open' && eventOn !== null && eventOn >= today ? [{ kind, eventOn }] : [],
    )
    .toSorted((a, b) => Number(a.eventOn > b.eventOn) - Number(a.eventOn < b.eventOn))[0]
}
