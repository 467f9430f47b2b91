import { addDays, dayOf, hour, type Instant } from '../lib/time'
import type { NotesGiven } from './notes'
import { openSince } from './notes-quiet'
import { isAskedAgain, type ThingToTell } from './notes-things'
import { calendarOfClient, isSnoozed } from './nudges-facts'

/** Why something that came due is not told outside the window now. */
export type HoldReason = 'off' | 'snoozed' | 'quiet' | 'limit' | 'client' | 'told-since'

/** What holds one thing back by itself; null where nothing does. */
export function reasonToHold(thing: ThingToTell, given: NotesGiven): HoldReason | null {
  const { settings, now } = given
  if (thing.isToldSince) return 'told-since'
  if (!settings.isOn) return 'off'
  if (isPutAside(thing, given)) return 'snoozed'
  if (isQuiet(thing, given) && !breaksThrough(thing, given)) return 'quiet'
  return !isAsked(thing, now) && isClientTold(thing, given) ? 'client' : null
}

/** The reminders of a promise come on its due day, on which it is never put aside. */
const isPutAside = ({ latest: { item, itemId } }: ThingToTell, { facts, now }: NotesGiven): boolean =>
  item === 'wait' && isSnoozed(facts, { item, itemId }, now)

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
export const recentOf = ({ recent, now }: NotesGiven) =>
  recent.filter(({ shownAt }) => shownAt > now - hour && shownAt <= now)

/** Told before, and asked for again. */
export const isAsked = ({ latest }: ThingToTell, now: Instant): boolean => isAskedAgain(latest, now)
