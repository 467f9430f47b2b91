import type { ClientId } from '../domain/ids'
import type { NoteKind } from '../domain/note'
import type { Nudge } from '../domain/nudge'
import type { ReminderSettings } from '../domain/reminder'
import type { Instant } from '../lib/time'
import type { NudgeFacts } from './nudges-facts'
import { isAsked, reasonToHold, recentOf, type HoldReason } from './notes-held'
import { openSince } from './notes-quiet'
import { grouped, thingsToTell, type ThingToTell } from './notes-things'

/** So many notes are shown within an hour at most, and one for each client; what the user asked for again comes besides. */
export const mostNotesAnHour = 3

/** A note to show now, with every nudge it stands for; `told` are those it speaks of, the latest of each thing. */
export type NotePlan = {
  readonly kind: Exclude<NoteKind, 'held'>
  readonly clientId: ClientId | null
  readonly told: readonly Nudge[]
  readonly nudges: readonly Nudge[]
}

export type NotesDecided = {
  readonly notes: readonly NotePlan[]
  readonly held: readonly { readonly nudge: Nudge; readonly because: HoldReason }[]
}

/** What notes are decided from besides the facts. */
export type NotesGiven = {
  readonly facts: NudgeFacts
  /** The nudges of what is still open. */
  readonly kept: readonly Nudge[]
  readonly settings: Pick<ReminderSettings, 'isOn' | 'breaksForEvents' | 'quietUntil'>
  /** The notes of the last hour and the clients they told of. */
  readonly recent: readonly { readonly shownAt: Instant; readonly clientIds: readonly ClientId[] }[]
  readonly lastNoteAt: Instant | null
  readonly now: Instant
}

/**
 * The notes to show now. Quiet hours, quiet asked for and snoozed rows hold them back; so do three notes within the
 * hour, and one about the same client. What would be more than that is told as one bundle, and so are the first
 * things after opening and what was missed while nobody was there.
 */
export function notesNow(given: NotesGiven): NotesDecided {
  const things = thingsToTell(given)
  const reasons = new Map(things.map((thing) => [thing, reasonToHold(thing, given)]))
  const tellable = things.filter((thing) => reasons.get(thing) === null)
  const asked = tellable.filter((thing) => isAsked(thing, given.now))
  const others = tellable.filter((thing) => !asked.includes(thing))
  const again = others.filter((thing) => isOfSameClient(thing, asked))
  const free = others.filter((thing) => !again.includes(thing))
  const slots = Math.max(0, mostNotesAnHour - recentOf(given).length - asked.length)
  const groups = slots === 0 ? [] : groupsOf(free, given, slots)
  return {
    notes: [...asked.map((thing) => noteOf([thing])), ...groups.map(noteOf)],
    held: [
      ...things.flatMap((thing) => heldBy(thing, reasons.get(thing) ?? null)),
      ...again.flatMap((thing) => heldBy(thing, 'client')),
      ...(slots === 0 ? free : []).flatMap((thing) => heldBy(thing, 'limit')),
    ],
  }
}

const isOfSameClient = ({ latest: { clientId } }: ThingToTell, told: readonly ThingToTell[]): boolean =>
  clientId !== null && told.some(({ latest }) => latest.clientId === clientId)

const heldBy = (thing: ThingToTell, because: HoldReason | null) =>
  because === null ? [] : thing.nudges.map((nudge) => ({ nudge, because }))

/** What is told together: each client for themselves, or all of it where that would be too many. */
function groupsOf(
  things: readonly ThingToTell[],
  given: NotesGiven,
  slots: number,
): readonly (readonly ThingToTell[])[] {
  if (things.length === 0) return []
  if (isOpening(things, given)) return [things]
  const away = missedOf(things)
  const rest = things.filter((thing) => !away.flat().includes(thing))
  const single = grouped(rest, ({ latest }) => String(latest.clientId ?? latest.stage))
  if (single.length <= slots - away.length) return [...away, ...single]
  return slots > away.length ? [...away, rest] : [things]
}

/** What was missed is told in one note, with what else came due of the same clients; a note of the day alone stays one. */
function missedOf(things: readonly ThingToTell[]): readonly (readonly ThingToTell[])[] {
  const missed = things.filter(({ latest }) => latest.timing === 'missed')
  if (missed.length < 2 && !missed.some(({ latest }) => latest.item !== 'day')) return []
  return [things.filter((thing) => missed.includes(thing) || isOfSameClient(thing, missed))]
}

/** What had come due by the opening is told in one note, the first since. */
function isOpening(things: readonly ThingToTell[], { facts, lastNoteAt, now }: NotesGiven): boolean {
  const opening = openSince(facts.calendar, now)
  if (opening === null || things.length < 2) return false
  const isFirst = lastNoteAt === null || lastNoteAt < opening || lastNoteAt > now
  return isFirst && things.some(({ latest }) => latest.dueAt <= opening)
}

function noteOf(things: readonly ThingToTell[]): NotePlan {
  const told = things.map(({ latest }) => latest)
  const clients = [...new Set(told.map(({ clientId }) => clientId))]
  return {
    kind: kindOf(told),
    clientId: clients.length === 1 ? (clients[0] ?? null) : null,
    told,
    nudges: things.flatMap(({ nudges }) => nudges),
  }
}

/** What several things are called: missed ones first, since they are looked for; then the note of the day. */
function kindOf(told: readonly Nudge[]): NotePlan['kind'] {
  const [only] = told
  if (told.length > 1 && told.some(({ timing }) => timing === 'missed')) return 'away'
  if (told.some(({ stage }) => stage === 'morning')) return 'morning'
  if (told.some(({ stage }) => stage === 'closing')) return 'closing'
  if (only === undefined || told.length > 1) return 'bundle'
  if (only.timing === 'missed') return 'away'
  return only.item === 'wait' ? 'wait' : 'promise'
}
