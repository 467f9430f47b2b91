import type { Calendar, OpenSpan } from '../domain/calendar'
import type { Wait } from '../domain/wait'
import { minute, type Instant } from '../lib/time'
import { workingMinutesBetween } from './working-time'

/** A clock turns amber in the last part of so many of its target. */
const partsOfTarget = 3

/** Working time to count with: a calendar, or its open spans from the start of the clock to its due time and now. */
export type OpenTime = Calendar | readonly OpenSpan[]

/**
 * How a clock stands. Whole working minutes: `leftMinutes` is rounded up while there is time, and below zero by
 * the minutes over once it is late, at least one. `share` is the part of the target that is used, 0 to 1.
 */
export type ClockState = {
  readonly state: 'fine' | 'soon' | 'late'
  readonly usedMinutes: number
  readonly leftMinutes: number
  readonly share: number
}

/** How the acknowledge clock of an open wait stands; it is late only after its due time. */
export function clockState(
  wait: Pick<Wait, 'ackMinutes' | 'ackDueAt'>,
  openTime: OpenTime,
  now: Instant,
): ClockState {
  const { ackMinutes, ackDueAt } = wait
  if (now > ackDueAt) {
    const over = minutesOver(openTime, ackDueAt, now)
    return { state: 'late', usedMinutes: ackMinutes + over, leftMinutes: -over, share: 1 }
  }
  const left = openMinutes(openTime, now, ackDueAt)
  const used = Math.max(0, ackMinutes - left)
  return {
    state: left <= ackMinutes / partsOfTarget ? 'soon' : 'fine',
    usedMinutes: Math.floor(used),
    leftMinutes: Math.ceil(left),
    share: ackMinutes === 0 ? 1 : used / ackMinutes,
  }
}

const minutesOver = (openTime: OpenTime, dueAt: Instant, at: Instant): number =>
  Math.max(1, Math.floor(openMinutes(openTime, dueAt, at)))

function openMinutes(openTime: OpenTime, from: Instant, to: Instant): number {
  if (!isSpans(openTime)) return workingMinutesBetween(openTime, from, to)
  const parts = openTime.map(({ opensAt, closesAt }) => Math.min(closesAt, to) - Math.max(opensAt, from))
  return parts.reduce((sum, part) => sum + Math.max(0, part), 0) / minute
}

const isSpans = (openTime: OpenTime): openTime is readonly OpenSpan[] => Array.isArray(openTime)
