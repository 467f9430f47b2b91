import type { ClientId } from '../domain/ids'
import type { NoteKind } from '../domain/note'
import type { Nudge } from '../domain/nudge'
import type { ReminderSettings } from '../domain/reminder'
import { addDays, dayOf, hour, type Instant } from '../lib/time'
import { calendarOfClient, type NudgeFacts } from './nudges-facts'
import { openSince } from './notes-quiet'
import { grouped, thingsToTell, type ThingToTell } from './notes-things'

/** So many notes are shown within an hour at most, and one for each client; what the user asked for again comes besides. */
export const mostNotesAnHour = 3

/** Why something that came due is not told outside the window now. */
export type HoldReason = 'off' | 'snoozed' | 'quiet' | 'limit' | 'client' | 'told-since'

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
  /** Rows put aside, as `wait 12`, until when. */
  readonly snoozedUntil: ReadonlyMap<string, Instant>
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

/** Told before, and asked for again. */
const isAsked = ({ latest }: ThingToTell, now: Instant): boolean =>
  latest.againAt !== null && latest.againAt <= now

function reasonToHold(thing: ThingToTell, given: NotesGiven): HoldReason | null {
  const { settings, now } = given
  if (thing.isToldSince) return 'told-since'
  if (!settings.isOn) return 'off'
  if (isSnoozed(thing, given)) return 'snoozed'
  if (isQuiet(thing, given) && !breaksThrough(thing, given)) return 'quiet'
  return !isAsked(thing, now) && isClientTold(thing, given) ? 'client' : null
}

/** A promise is never put aside on its due day or later. */
function isSnoozed({ latest }: ThingToTell, { snoozedUntil, facts, now }: NotesGiven): boolean {
  const until = snoozedUntil.get(`${latest.item} ${latest.itemId}`)
  if (until === undefined || until <= now) return false
  return latest.item !== 'promise' || latest.occurrence.slice(0, 10) > dayOf(now, facts.calendar.zone)
}

/** A client's own open time counts for what concerns them: on a Saturday of their event week, it is not quiet. */
function isQuiet({ latest: { clientId } }: ThingToTell, { settings, facts, now }: NotesGiven): boolean {
  if (settings.quietUntil !== null && settings.quietUntil > now) return true
  const calendar = clientId === null ? facts.calendar : calendarOfClient(facts, { clientId })
  return openSince(calendar, now) === null
}

/** Clients whose event is today or tomorrow are told of at any hour. */
function breaksThrough({ latest: { clientId } }: ThingToTell, { settings, facts, now }: NotesGiven): boolean {
  if (!settings.breaksForEvents || clientId === null) return false
  const today = dayOf(now, facts.calendar.zone)
  return (facts.eventDays.get(clientId) ?? []).some((on) => on === today || on === addDays(today, 1))
}

const isClientTold = ({ latest: { clientId } }: ThingToTell, given: NotesGiven): boolean =>
  clientId !== null && recentOf(given).some(({ clientIds }) => clientIds.includes(clientId))

/** What the clock shows as ahead was shown by another clock: it limits nothing. */
const recentOf = ({ recent, now }: NotesGiven) =>
  recent.filter(({ shownAt }) => shownAt > now - hour && shownAt <= now)

/** What is told together: each client for themselves, or all of it where that would be too many. */
function groupsOf(
  things: readonly ThingToTell[],
  given: NotesGiven,
  slots: number,
): readonly (readonly ThingToTell[])[] {
  if (things.length === 0) return []
  if (isOpening(things, given)) return [things]
  const missed = things.filter(({ latest }) => latest.timing === 'missed')
  const isAway = missed.length > 1 || missed.some(({ latest }) => latest.item !== 'day')
  const rest = isAway ? things.filter((thing) => !missed.includes(thing)) : things
  const away = isAway ? [missed] : []
  const single = grouped(rest, ({ latest }) => String(latest.clientId ?? latest.stage))
  if (single.length <= slots - away.length) return [...away, ...single]
  return slots > away.length ? [...away, rest] : [things]
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
