import type { Calendar } from '../domain/calendar'
import type { AsideRow, ExtraRow, PromiseDueRow } from '../domain/today'
import type { AsideFacts } from '../domain/today-facts'
import type { Instant } from '../lib/time'
import { shownAgainAt, type PutAside, type Snoozable } from './snooze'
import type { WaitingDecided } from './today-rows'
import type { UpdateDecided } from './today-updates'

/** The rows of the four sections of Today. */
export type DayRows = {
  readonly waiting: readonly WaitingDecided[]
  readonly promises: readonly PromiseDueRow[]
  readonly updates: readonly UpdateDecided[]
  readonly extras: readonly ExtraRow[]
}

type About = Pick<AsideRow, 'clientId' | 'name' | 'event' | 'what'>
type Find = (thing: Snoozable, itemId: number, about: About) => AsideRow | null

/** The rows without those that are put aside, and those by when they show again. */
export function withoutAside(
  rows: DayRows,
  facts: readonly AsideFacts[],
  calendar: Calendar,
  now: Instant,
): DayRows & { readonly aside: readonly AsideRow[] } {
  if (facts.length === 0) return { ...rows, aside: [] }
  const find = finder(facts, calendar, now)
  const waiting = parted(rows.waiting, (row) => waitAside(row, find))
  const promises = parted(rows.promises, (row) => promiseAside(row, find))
  const updates = parted(rows.updates, (row) => updateAside(row, find))
  const extras = parted(rows.extras, (row) => extraAside(row, find))
  const aside = [waiting, promises, updates, extras].flatMap((section) => section.aside)
  return {
    waiting: waiting.shown,
    promises: promises.shown,
    updates: updates.shown,
    extras: extras.shown,
    aside: aside.toSorted((a, b) => a.shownAt - b.shownAt),
  }
}

function finder(facts: readonly AsideFacts[], calendar: Calendar, now: Instant): Find {
  const moments = new Map<string, PutAside>(facts.map((each) => [`${each.item} ${each.itemId}`, each]))
  return (thing, itemId, about) => {
    const moment = moments.get(`${thing.item} ${itemId}`)
    if (moment === undefined) return null
    const shownAt = shownAgainAt(moment, thing, calendar)
    return now < shownAt ? { ...about, item: thing.item, itemId, shownAt } : null
  }
}

function parted<Row>(rows: readonly Row[], asideOf: (row: Row) => AsideRow | null) {
  const found = rows.map(asideOf)
  return {
    shown: rows.filter((_, place) => found[place] === null),
    aside: found.filter((row) => row !== null),
  }
}

const waitAside = ({ dueAt, waitId, clientId, name, event, subject }: WaitingDecided, find: Find) =>
  find({ item: 'wait', ackDueAt: dueAt }, waitId, { clientId, name, event, what: subject })

const promiseAside = (
  { dueOn, dueTime, promiseId, clientId, clientName, event, what }: PromiseDueRow,
  find: Find,
) => find({ item: 'promise', dueOn, dueTime }, promiseId, { clientId, name: clientName, event, what })

const updateAside = ({ projectId, clientId, clientName, event, update }: UpdateDecided, find: Find) =>
  find({ item: 'update', lastUpdateAt: update.project.lastUpdateAt }, projectId, {
    clientId,
    name: clientName,
    event,
    what: null,
  })

const extraAside = ({ extraId, clientId, clientName, event, what }: ExtraRow, find: Find) =>
  find({ item: 'extra' }, extraId, { clientId, name: clientName, event, what })
