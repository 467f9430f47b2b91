import type { Calendar } from '../domain/calendar'
import { addDays, dayOf, instantOf, minute, type Day, type Instant } from '../lib/time'
import { clockState } from './clock-state'
import { calendarOfClient, isSnoozed, type NudgeFacts } from './nudges-facts'
import type { NudgePromise, NudgeWait } from './nudges-moments'
import { spansOn } from './open-spans'
import { stateOf } from './promise-due'

/** The morning note comes at nine where work has begun by then. */
const morningTime = '09:00'

/** The closing note comes so long before the day's last closing, in ms. */
const beforeClosing = 30 * minute

/** One of a working day's own notes; after `until`, the day's closing, it is told no more. */
export type DayNote = {
  readonly stage: 'morning' | 'closing'
  readonly on: Day
  readonly dueAt: Instant
  readonly until: Instant
}

/** What a note of the day is about. */
export type DayThings = {
  readonly promises: readonly NudgePromise[]
  readonly waits: readonly NudgeWait[]
}

type Notes = Map<Day, readonly DayNote[]>

/*
 * Calendar objects never change, so what was worked out of one is kept as long as it lives: the notes of each day,
 * and those around it.
 */
const notesByCalendar = new WeakMap<Calendar, { readonly on: Notes; readonly around: Notes }>()

function notesOf(calendar: Calendar): { readonly on: Notes; readonly around: Notes } {
  const notes = notesByCalendar.get(calendar) ?? { on: new Map(), around: new Map() }
  notesByCalendar.set(calendar, notes)
  return notes
}

/** The notes of a working day: at nine, or at the first opening where nine is closed; and half an hour before the end. */
export function dayNotesOn(calendar: Calendar, on: Day): readonly DayNote[] {
  const known = notesOf(calendar).on
  const notes = known.get(on) ?? workOut(calendar, on)
  known.set(on, notes)
  return notes
}

function workOut(calendar: Calendar, on: Day): readonly DayNote[] {
  const spans = spansOn(calendar, on)
  const [first, last] = [spans[0], spans.at(-1)]
  if (first === undefined || last === undefined) return []
  const nine = instantOf(on, morningTime, calendar.zone)
  const isOpenAtNine = spans.some(({ opensAt, closesAt }) => opensAt <= nine && nine < closesAt)
  const until = last.closesAt
  return [
    { stage: 'morning', on, dueAt: isOpenAtNine ? nine : first.opensAt, until },
    { stage: 'closing', on, dueAt: Math.max(last.opensAt, until - beforeClosing), until },
  ]
}

/** The notes of the day that still matter or come next: those of last night, today, and the week ahead, by their moment. */
export function dayNotesAround(facts: NudgeFacts, now: Instant): readonly DayNote[] {
  const today = dayOf(now, facts.calendar.zone)
  const known = notesOf(facts.calendar).around
  const notes = known.get(today) ?? nineDays(today).flatMap((on) => dayNotesOn(facts.calendar, on))
  known.set(today, notes)
  return notes.filter(({ stage, until }) => until > now && isWanted(facts, stage))
}

const nineDays = (today: Day): readonly Day[] => Array.from({ length: 9 }, (_, n) => addDays(today, n - 1))

const isWanted = ({ hasMorningNote, hasClosingNote }: NudgeFacts, stage: DayNote['stage']): boolean =>
  stage === 'morning' ? hasMorningNote : hasClosingNote

/**
 * What a note of the day tells, as things stood at its moment, so that it comes then or not at all. Morning: promises
 * due that day or before, and who has waited too long. Closing: what is due, late or at risk. What is put aside stays out.
 */
export function thingsOf(facts: NudgeFacts, note: DayNote): DayThings {
  return {
    promises: facts.promises.filter((promise) => tellsPromise(facts, note, promise)),
    waits: facts.waits.filter((wait) => tellsWait(facts, note, wait)),
  }
}

/** Whether a note of the day has anything to tell. */
export const hasThings = (facts: NudgeFacts, note: DayNote): boolean =>
  facts.waits.some((wait) => tellsWait(facts, note, wait)) ||
  facts.promises.some((promise) => tellsPromise(facts, note, promise))

function tellsPromise(facts: NudgeFacts, note: DayNote, promise: NudgePromise): boolean {
  const { promiseId: itemId, dueOn, saidAt } = promise
  if (saidAt > note.dueAt || isSnoozed(facts, { item: 'promise', itemId, dueOn }, note.dueAt)) return false
  if (dueOn <= note.on) return true
  return note.stage === 'closing' && stateOf(promise, facts.calendar, note.dueAt).state !== 'fine'
}

function tellsWait(facts: NudgeFacts, { stage, dueAt: at }: DayNote, wait: NudgeWait): boolean {
  if (wait.waitingSince > at || isSnoozed(facts, { item: 'wait', itemId: wait.waitId }, at)) return false
  if (wait.ackDueAt <= at) return true
  return stage === 'closing' && clockState(wait, calendarOfClient(facts, wait), at).state !== 'fine'
}
