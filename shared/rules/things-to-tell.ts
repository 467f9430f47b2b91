import type { Happened } from '../domain/happened'
import type { Milestone } from '../domain/milestone'
import type { ClientPromise, PromiseMove } from '../domain/promise'
import type { Day, Instant } from '../lib/time'

export type { Happened }

/** One thing done since the last update, with the moment it was done. */
export type DoneThing =
  | { readonly kind: 'promise'; readonly at: Instant; readonly promise: ClientPromise }
  | { readonly kind: 'milestone'; readonly at: Instant; readonly milestone: Milestone }

/** An open promise whose date was moved since the last update: from the day they last read to the one now. */
export type MovedDate = {
  readonly promise: ClientPromise
  readonly fromOn: Day
  readonly fromTime: string | null
  readonly move: PromiseMove
}

/**
 * What a status update has to tell. A promise that was moved and is due soon stands in both lists and counts
 * once. `isLittle` when nothing was done and no date was moved.
 */
export type ThingsToTell = {
  readonly done: readonly DoneThing[]
  readonly moved: readonly MovedDate[]
  readonly ahead: readonly ClientPromise[]
  readonly count: number
  readonly isLittle: boolean
}

/**
 * What there is to tell: promises kept, steps done and dates moved after `since` (ms UTC: the last update, or
 * the beginning), oldest first, and open promises told for a day before `nextOn`, the day of the update after
 * this one (null: no other will come, so all of them), nearest first.
 */
export function thingsToTell(happened: Happened, since: Instant, nextOn: Day | null): ThingsToTell {
  const done = [...keptSince(happened, since), ...doneSince(happened, since)].toSorted((a, b) => a.at - b.at)
  const moved = movedSince(happened, since)
  const ahead = happened.openPromises
    .filter(({ dueOn }) => nextOn === null || dueOn < nextOn)
    .toSorted((a, b) => byDay(a, b) || a.id - b.id)
  const open = new Set([...moved.map(({ promise }) => promise.id), ...ahead.map(({ id }) => id)])
  const count = done.length + open.size
  return { done, moved, ahead, count, isLittle: done.length + moved.length === 0 }
}

function keptSince({ keptPromises }: Happened, since: Instant): readonly DoneThing[] {
  return keptPromises.flatMap((promise) =>
    promise.state === 'kept' && promise.endedAt !== null && promise.endedAt > since
      ? [{ kind: 'promise' as const, at: promise.endedAt, promise }]
      : [],
  )
}

function doneSince({ doneMilestones }: Happened, since: Instant): readonly DoneThing[] {
  return doneMilestones.flatMap((milestone) =>
    milestone.doneAt !== null && milestone.doneAt > since
      ? [{ kind: 'milestone' as const, at: milestone.doneAt, milestone }]
      : [],
  )
}

/** Several moves of one promise are one moved date; one that came back to where it was is none. */
function movedSince({ moves, openPromises }: Happened, since: Instant): readonly MovedDate[] {
  return openPromises.flatMap((promise) => {
    const own = moves.filter((move) => move.promiseId === promise.id && move.at > since)
    const [first, ...later] = own.toSorted((a, b) => a.at - b.at || a.id - b.id)
    if (first === undefined) return []
    if (first.fromOn === promise.dueOn && first.fromTime === promise.dueTime) return []
    const { fromOn, fromTime } = first
    return [{ promise, fromOn, fromTime, move: later.at(-1) ?? first }]
  })
}

const dueKey = ({ dueOn, dueTime }: ClientPromise): string => `${dueOn} ${dueTime ?? '24:00'}`

const byDay = (a: ClientPromise, b: ClientPromise): number =>
  Number(dueKey(a) > dueKey(b)) - Number(dueKey(a) < dueKey(b))
