import type { Calendar } from '../domain/calendar'
import type { Health, HealthReason } from '../domain/health'
import type { ClientPromise } from '../domain/promise'
import { dayOf, daysBetween, type Day, type Instant } from '../lib/time'
import { stateOf } from './promise-due'

/** An update needs a word once it is over by more than this part of its cadence. */
const farOver = 1 / 2

/** What is open between a client and the user; `minutes` are working minutes by the client's own calendar. */
export type OpenWithClient = {
  readonly waits: readonly {
    readonly who: string
    readonly minutes: number
    readonly dueAt: Instant
    readonly questions: number
  }[]
  readonly promises: readonly ClientPromise[]
  readonly updates: readonly { readonly dueOn: Day; readonly everyDays: number }[]
}

/**
 * How a client is served: "needs you today" when a clock or a promise is late, "needs a word" when a promise is at
 * risk or an update more than half its cadence over, else "in good shape". The reasons name those, and also who
 * waits in good time and which update is due. `calendar` is the business's own, with everybody's event days.
 */
export function healthOf(open: OpenWithClient, calendar: Calendar, now: Instant): Health {
  const because = [
    ...open.waits.map((wait) => waitReason(wait, now)),
    ...open.promises.flatMap((promise) => promiseReason(promise, calendar, now)),
    ...open.updates.flatMap((update) => updateReason(update, dayOf(now, calendar.zone))),
  ].toSorted((a, b) => weightOf(b) - weightOf(a))
  const weight = Math.max(0, ...because.map(weightOf))
  const step = weight === late ? 'needs-you-today' : weight === soon ? 'needs-a-word' : 'in-good-shape'
  return { step, because }
}

const late = 2
const soon = 1

function weightOf(reason: HealthReason): number {
  if (reason.kind === 'waiting') return reason.isLate ? late : 0
  if (reason.kind === 'update') return reason.isFarOver ? soon : 0
  return reason.state === 'late' ? late : soon
}

function waitReason(wait: OpenWithClient['waits'][number], now: Instant): HealthReason {
  const { who, minutes, dueAt, questions } = wait
  return { kind: 'waiting', who, minutes, questions, isLate: now > dueAt }
}

function promiseReason(promise: ClientPromise, calendar: Calendar, now: Instant): readonly HealthReason[] {
  if (promise.state !== 'open') return []
  const { state } = stateOf(promise, calendar, now)
  const { id: promiseId, what, dueOn } = promise
  return state === 'fine' ? [] : [{ kind: 'promise', promiseId, what, dueOn, state }]
}

function updateReason(
  { dueOn, everyDays }: OpenWithClient['updates'][number],
  today: Day,
): readonly HealthReason[] {
  const days = daysBetween(dueOn, today)
  return days < 0 ? [] : [{ kind: 'update', days, isFarOver: days > everyDays * farOver }]
}
