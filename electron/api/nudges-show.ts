import type { ReadDb } from '../../db/schema'
import type { AwayRow, NudgesShown } from '../../shared/api/nudges'
import type { Nudge } from '../../shared/domain/nudge'
import { hrefOf } from '../../shared/domain/route'
import { nounTitleOf } from '../../shared/domain/promise'
import { rowNameOf } from '../../shared/domain/client'
import { isSeveral } from '../../shared/lib/noun'
import { dayOf, type Instant } from '../../shared/lib/time'
import { clockState } from '../../shared/rules/clock-state'
import { latestOfEach, liveNudges } from '../../shared/rules/notes-things'
import { calendarOfClient } from '../../shared/rules/nudges-facts'
import { dueAt as dueAtOf } from '../../shared/rules/promise-due'
import { say } from '../../shared/words/say'
import { lengthInWords, nameOfWaiting, standardInWords, thingsInWords } from './note-phrases'
import { countOf, type Told } from './note-sentences'
import { loadTold } from './note-words'
import { loadReminders, type Reminders } from './nudges-load'

/** What the window tells by itself: what was missed and not seen yet, and what is open before closing. */
export async function showNudges(db: ReadDb, now: Instant): Promise<NudgesShown> {
  const reminders = await loadReminders(db, now)
  const live = liveNudges(reminders.facts, reminders.kept, now)
  return {
    away: await awayOf(db, live, reminders),
    closing: await closingOf(db, live, reminders),
    isUnavailable: reminders.settings.unavailableOn === dayOf(now, reminders.facts.calendar.zone),
  }
}

async function awayOf(db: ReadDb, live: readonly Nudge[], reminders: Reminders): Promise<readonly AwayRow[]> {
  const missed = latestOfEach(live).filter(({ timing }) => timing === 'missed')
  const things = await loadTold(
    db,
    missed.filter(({ item }) => item !== 'day'),
    reminders,
  )
  const away: AwayRow[] = []
  for (const nudge of missed.toSorted((a, b) => a.dueAt - b.dueAt || a.id - b.id)) {
    const told = nudge.item === 'day' ? await loadTold(db, [nudge], reminders) : partOf(things, nudge)
    away.push(awayRow(nudge, told, reminders))
  }
  return away
}

/** The record behind one nudge. */
const partOf = ({ waits, promises }: Told, { item, itemId }: Nudge): Told => ({
  waits: waits.filter(({ waitId }) => item === 'wait' && waitId === itemId),
  promises: promises.filter(({ promiseId }) => item === 'promise' && promiseId === itemId),
})

async function closingOf(
  db: ReadDb,
  live: readonly Nudge[],
  reminders: Reminders,
): Promise<NudgesShown['closing']> {
  const nudge = live.find(({ stage }) => stage === 'closing')
  if (nudge === undefined) return null
  const told = await loadTold(db, [nudge], reminders)
  const n = countOf(told)
  if (n === 0) return null
  const values = { n, list: thingsInWords(told, reminders) }
  return { nudgeId: nudge.id, text: say('note.closing.sentence', values, reminders.language) }
}

function awayRow(nudge: Nudge, told: Told, reminders: Reminders): AwayRow {
  const [about] = [...told.waits, ...told.promises]
  const isDay = nudge.item === 'day'
  return {
    nudgeId: nudge.id,
    clientName:
      isDay || about === undefined ? null : rowNameOf({ name: about.clientName, shortName: about.shortName }),
    text: awayText(nudge, told, reminders),
    dueAt: nudge.dueAt,
    place: hrefOf(
      nudge.item === 'day' ? { screen: 'today' } : { screen: 'today', row: `${nudge.item}-${nudge.itemId}` },
    ),
  }
}

/** What it was at its moment. */
function awayText(nudge: Nudge, told: Told, { facts, language }: Reminders): string {
  const [wait] = told.waits
  const [promise] = told.promises
  if (nudge.stage === 'closing') return say('nudges.away.closing', { n: countOf(told) }, language)
  if (nudge.stage === 'morning') {
    const due = told.promises.filter((each) => dueAtOf(each, facts.calendar) >= nudge.dueAt).length
    return say('nudges.away.morning', { due, late: countOf(told) - due }, language)
  }
  if (nudge.item === 'promise' && promise !== undefined) {
    const thing = nounTitleOf(promise)
    const isMany = isSeveral(thing) ? 'yes' : 'no'
    return say('nudges.away.promise', { thing, isSeveral: isMany }, language)
  }
  if (wait === undefined) return say('note.hidden', { n: 1 }, language)
  const standard = standardInWords(wait.ackMinutes, language)
  const name = nameOfWaiting(wait)
  if (nudge.stage !== 'last-eighth') return say('nudges.away.waited', { name, standard }, language)
  const { leftMinutes } = clockState(wait, calendarOfClient(facts, wait), nudge.dueAt)
  const length = lengthInWords(Math.max(1, leftMinutes), language)
  return say('nudges.away.left', { name, length, standard }, language)
}
