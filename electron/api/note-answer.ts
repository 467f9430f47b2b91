import { listWaitsTold } from '../../db/notes'
import { listNudgesOf, updateNudge } from '../../db/nudges'
import type { WriteDb } from '../../db/schema'
import type { OutputOf } from '../../shared/api/contract'
import type { Api } from '../../shared/api/index'
import { WaitId, type NoteId } from '../../shared/domain/ids'
import type { Note, NoteAct } from '../../shared/domain/note'
import type { Nudge } from '../../shared/domain/nudge'
import { hrefOf } from '../../shared/domain/route'
import { assertNever } from '../../shared/lib/assert'
import { Refusal } from '../../shared/lib/refusal'
import { hour, minute, type Instant } from '../../shared/lib/time'
import { latestOfEach, liveNudges } from '../../shared/rules/notes-things'
import { dayShort } from '../../shared/words/format'
import { say } from '../../shared/words/say'
import type { CommandContext } from './answers'
import { letters } from './letters'
import { nameOfWaiting } from './note-phrases'
import { loadReminders, type Reminders } from './nudges-load'

type Answered = OutputOf<Api['nudges']['answer']>

/** How long a note stays away that was put off by its button. */
const soonAgain = 15 * minute
const laterAgain = hour

/** Does what a button of a note says. Refuses E_NOTE_GONE where nothing it told of is open, and what the act refuses. */
export async function answerNote(context: CommandContext, id: NoteId, act: NoteAct): Promise<Answered> {
  const { db, now } = context
  const reminders = await loadReminders(db, now)
  const told = liveNudges(reminders.facts, await listNudgesOf(db, id), now)
  switch (act) {
    case 'see-today':
      await see(db, told, now)
      return leadTo(hrefOf({ screen: 'today' }))
    case 'in-15-minutes':
      return tellAgain(db, id, told, now + soonAgain)
    case 'later':
      return tellAgain(db, id, told, now + laterAgain)
    case 'reply': {
      const waitId = onlyWait(id, told)
      await see(db, told, now)
      return leadTo(hrefOf({ screen: 'today', row: `wait-${waitId}`, act }))
    }
    case 'acknowledge':
      return acknowledge(context, id, told, reminders)
    case 'undo':
      throw gone(id)
    default:
      return assertNever(act)
  }
}

const leadTo = (place: string): Answered => ({ place, note: null })

/** They were seen, and leave the window's list. */
async function see(db: WriteDb, told: readonly Nudge[], now: Instant): Promise<void> {
  for (const { id } of told) await updateNudge(db, id, { acknowledgedAt: now, againAt: null })
}

async function tellAgain(
  db: WriteDb,
  id: NoteId,
  told: readonly Nudge[],
  againAt: Instant,
): Promise<Answered> {
  if (told.length === 0) throw gone(id)
  for (const nudge of latestOfEach(told)) await updateNudge(db, nudge.id, { againAt })
  return { place: null, note: null }
}

/** Sends the ready letter, held for the undo time; a note follows that can take it back. */
async function acknowledge(
  context: CommandContext,
  id: NoteId,
  told: readonly Nudge[],
  reminders: Reminders,
): Promise<Answered> {
  const { db, now } = context
  const waitId = onlyWait(id, told)
  const [wait] = await listWaitsTold(db, [waitId])
  if (wait === undefined) throw gone(id)
  const { promisedOn } = await letters.acknowledge(context, { waitId })
  await see(db, told, now)
  return { place: null, note: heldNote(nameOfWaiting(wait), promisedOn, db.operationId, reminders) }
}

function heldNote(
  name: string,
  promisedOn: string,
  operationId: number | null,
  { settings, language }: Reminders,
): Note {
  const day = promisedOn === '' ? '' : dayShort(promisedOn, language)
  const sentences = settings.hidesWords
    ? { title: say('note.held.hidden', {}, language), text: null }
    : { title: say('note.held', { name }, language), text: say('note.held.text', { day }, language) }
  return {
    id: null,
    kind: 'held',
    ...sentences,
    words: null,
    acts: [{ act: 'undo', label: say('note.act.undo', {}, language) }],
    place: hrefOf({ screen: 'outbox' }),
    operationId,
  }
}

/** The one wait the note told of. */
function onlyWait(id: NoteId, told: readonly Nudge[]): WaitId {
  const waits = new Set(told.filter(({ item }) => item === 'wait').map(({ itemId }) => itemId))
  const [waitId] = waits
  if (waitId === undefined || waits.size > 1) throw gone(id)
  return WaitId.parse(waitId)
}

const gone = (noteId: NoteId): Refusal => new Refusal('conflict', 'E_NOTE_GONE', { noteId })
