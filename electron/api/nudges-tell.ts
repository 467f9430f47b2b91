import { getBusiness } from '../../db/business'
import { insertNote } from '../../db/notes'
import { hasNudges, insertNudge, removeNudge, updateNudge } from '../../db/nudges'
import { setUnavailableOn } from '../../db/reminder-settings'
import type { ReadDb, WriteDb } from '../../db/schema'
import type { NoteId } from '../../shared/domain/ids'
import type { Note } from '../../shared/domain/note'
import type { Nudge } from '../../shared/domain/nudge'
import { dayOf, type Instant } from '../../shared/lib/time'
import { notesNow, type NotePlan } from '../../shared/rules/notes'
import { pendingNudges, timingOf, type LookedBefore } from '../../shared/rules/nudges'
import type { ErrandContext } from './answers'
import { saidNote } from './note-words'
import { loadReminders, type Reminders } from './nudges-load'
import type { Host } from './ports'

/** What was delivered and what is to be shown, once the store has it. */
type Told = { readonly delivered: number; readonly notes: readonly Note[] }

/** A system that does not answer within this time shows nothing, in ms. */
const patience = 5_000

/** When each host looked last; a start begins anew, and what came due before it was missed. */
const lastScans = new WeakMap<Host, Instant>()

/**
 * Delivers what has come due and decides the notes for it in one transaction, then asks the system to show them, at
 * best: the list in the window is the truth. Writes only where there is something to keep.
 */
export async function tellNudges({ read, write, now, host }: ErrandContext): Promise<{
  readonly delivered: number
  readonly shown: number
}> {
  const before = { lastScanAt: lastScans.get(host) ?? null, restartedAt: host.watch().restartedAt }
  const isDue = await read((db) => hasSomething(db, now))
  const told = isDue ? await write((db) => keepTold(db, now, before)) : { delivered: 0, notes: [] }
  lastScans.set(host, now)
  const isShown = await show(host, told.notes)
  if (!isShown) await noteUnavailable(read, write, now)
  return { delivered: told.delivered, shown: isShown ? told.notes.length : 0 }
}

async function hasSomething(db: ReadDb, now: Instant): Promise<boolean> {
  const reminders = await loadReminders(db, now)
  const { deliver, rearm } = pendingNudges(reminders.facts, reminders.kept, now)
  return deliver.length + rearm.length > 0 || notesNow(reminders).notes.length > 0
}

async function keepTold(db: WriteDb, now: Instant, before: LookedBefore): Promise<Told> {
  const reminders = await loadReminders(db, now)
  const { deliver, rearm } = pendingNudges(reminders.facts, reminders.kept, now)
  for (const nudge of rearm) await removeNudge(db, nudge)
  const delivered: Nudge[] = []
  const isSeen = await isNewSample(db)
  for (const nudge of deliver)
    delivered.push(
      await insertNudge(db, nudge, now, {
        timing: isSeen ? 'learnt' : timingOf(nudge.dueAt, now, before),
        acknowledgedAt: isSeen ? now : null,
      }),
    )
  const kept = [...reminders.kept.filter((nudge) => !rearm.includes(nudge)), ...delivered]
  const notes: Note[] = []
  for (const plan of notesNow({ ...reminders, kept }).notes)
    notes.push(await keepNote(db, plan, { ...reminders, kept }))
  return { delivered: delivered.length, notes }
}

/** What a sample store begins with nobody has missed: it counts as seen, since Today shows it. */
async function isNewSample(db: ReadDb): Promise<boolean> {
  const { samplePack } = await getBusiness(db)
  return samplePack !== null && !(await hasNudges(db))
}

async function keepNote(db: WriteDb, plan: NotePlan, reminders: Reminders): Promise<Note> {
  const id = await insertNote(db, { kind: plan.kind, client_id: plan.clientId }, reminders.now)
  for (const nudge of plan.nudges) await updateNudge(db, nudge.id, { noteId: id, againAt: null })
  return saidNote(db, plan, id satisfies NoteId, reminders)
}

/** Whether the system took the notes, if there are any. */
const show = async (host: Host, notes: readonly Note[]): Promise<boolean> =>
  notes.length === 0 || answerWithin(isTaken(host, notes), patience)

/** However it fails, the window has it. */
async function isTaken(host: Host, notes: readonly Note[]): Promise<boolean> {
  try {
    await host.shell.showNotes(notes)
    return true
  } catch {
    return false
  }
}

function answerWithin(asked: Promise<boolean>, time: number): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), time)
    void asked.then((isShown) => (clearTimeout(timer), resolve(isShown)))
  })
}

/** Said once a day, in the window. */
async function noteUnavailable(
  read: ErrandContext['read'],
  write: ErrandContext['write'],
  now: Instant,
): Promise<void> {
  const { settings, facts } = await read((db) => loadReminders(db, now))
  const today = dayOf(now, facts.calendar.zone)
  if (settings.unavailableOn !== today) await write((db) => setUnavailableOn(db, today))
}
