import type { Nudge } from '../domain/nudge'
import { dayOf, hour, type Instant } from '../lib/time'
import { dayNotesOn } from './nudges-day'
import type { NudgeFacts } from './nudges-facts'
import { occurrenceOf } from './nudges-moments'

/**
 * One thing that came due and is to be told: its latest stage speaks for the earlier ones. `isToldSince` where a
 * later stage was told already, so that the earlier ones have nothing left to say.
 */
export type ThingToTell = {
  readonly latest: Nudge
  readonly nudges: readonly Nudge[]
  readonly isToldSince: boolean
}

/** The nudges that still have something to say: unseen, of what is still open, as it is now. */
export function liveNudges(facts: NudgeFacts, kept: readonly Nudge[], now: Instant): readonly Nudge[] {
  const waits = new Set<number>(facts.waits.map(({ waitId }) => waitId))
  const promises = new Set(facts.promises.map((promise) => `${promise.promiseId} ${occurrenceOf(promise)}`))
  return kept.filter((nudge) => {
    if (nudge.acknowledgedAt !== null) return false
    if (nudge.item === 'wait') return waits.has(nudge.itemId)
    if (nudge.item === 'promise') return promises.has(`${nudge.itemId} ${nudge.occurrence}`)
    return isOfNow(nudge, facts, now)
  })
}

/** A note of the day goes with the day's closing. */
function isOfNow({ occurrence, stage }: Nudge, { calendar }: NudgeFacts, now: Instant): boolean {
  if (occurrence > dayOf(now, calendar.zone)) return false
  const note = dayNotesOn(calendar, occurrence).find((each) => each.stage === stage)
  return note !== undefined && note.until > now
}

/** The things that are to be told now, by their moments: never told, or asked for again. */
export function thingsToTell(given: {
  readonly facts: NudgeFacts
  readonly kept: readonly Nudge[]
  readonly now: Instant
}): readonly ThingToTell[] {
  const { facts, kept, now } = given
  const things = grouped(liveNudges(facts, kept, now), thingOf)
  return things
    .flatMap((nudges) => thingToTell(nudges, now))
    .toSorted((a, b) => a.latest.dueAt - b.latest.dueAt || a.latest.id - b.latest.id)
}

/** The latest of each thing. */
export const latestOfEach = (nudges: readonly Nudge[]): readonly Nudge[] =>
  grouped(nudges, thingOf).flatMap((stages) => latestOf(stages) ?? [])

/** The values that have something in common together, in the order they come. */
export function grouped<Value>(
  values: readonly Value[],
  by: (value: Value) => string,
): readonly (readonly Value[])[] {
  const groups = new Map<string, Value[]>()
  for (const value of values) groups.set(by(value), [...(groups.get(by(value)) ?? []), value])
  return [...groups.values()]
}

/** A wait or a promise is one thing; of a day, each note is. */
const thingOf = ({ item, itemId, stage, occurrence }: Nudge): string =>
  item === 'day' ? `day ${stage} ${occurrence}` : `${item} ${itemId}`

function thingToTell(nudges: readonly Nudge[], now: Instant): readonly ThingToTell[] {
  const untold = nudges.filter((nudge) => isUntold(nudge, now))
  const latest = latestOf(untold)
  if (latest === undefined) return []
  const isToldSince = nudges.some((nudge) => nudge.noteId !== null && nudge.dueAt > latest.dueAt)
  return [{ latest, nudges: untold, isToldSince }]
}

const isUntold = (nudge: Nudge, now: Instant): boolean =>
  nudge.againAt === null ? nudge.noteId === null : isAskedAgain(nudge, now)

/** What lies further ahead than any button puts it off was put off by a clock that was wrong, in ms. */
const putOffAtMost = 2 * hour

/** Whether the moment has come at which the user asked to be told again. */
export const isAskedAgain = ({ againAt }: Pick<Nudge, 'againAt'>, now: Instant): boolean =>
  againAt !== null && (againAt <= now || againAt > now + putOffAtMost)

const stagesInOrder = ['last-eighth', 'due', 'overdue', 'morning', 'closing']

const latestOf = (nudges: readonly Nudge[]): Nudge | undefined =>
  nudges
    .toSorted((a, b) => a.dueAt - b.dueAt || stagesInOrder.indexOf(a.stage) - stagesInOrder.indexOf(b.stage))
    .at(-1)
