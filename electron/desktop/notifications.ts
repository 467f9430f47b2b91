import { app, Notification } from 'electron'
import { api } from '../../shared/api/index'
import { OperationId } from '../../shared/domain/ids'
import type { Note, NoteAct } from '../../shared/domain/note'
import { Refusal } from '../../shared/lib/refusal'
import type { Shell } from '../api/ports'
import type { Ask } from './ask'
import { optionsOf } from './note-options'

/** A system that has not shown a note by then is taken to show none, in ms. */
const patience = 3_000

/** The system may drop a note nobody holds, and with it what its buttons do; so many are held, the newest. */
const heldAtMost = 50

/** What a note is answered with. */
export type Notifier = { readonly ask: Ask; readonly open: (place: string) => void }

/**
 * Shows notes by the system, at best. What is pressed on one is done at once; a click opens Kept at its place. With
 * Kept its notes go: their buttons would do nothing any more.
 */
export function createNotifier(notifier: Notifier): Shell['showNotes'] {
  const held: Notification[] = []
  app.once('will-quit', () => held.forEach((shown) => shown.close()))
  const showNote = (note: Note): Promise<void> => {
    const shown = new Notification(optionsOf(note, process.platform))
    held.splice(0, held.length - heldAtMost + 1)
    held.push(shown)
    shown.on('click', () => notifier.open(note.place))
    shown.on('action', ({ actionIndex }) => void act(notifier, note, actionIndex, show))
    return untilShown(shown)
  }
  const show = async (notes: readonly Note[]): Promise<void> => {
    if (!Notification.isSupported()) throw unavailable()
    const results = await Promise.allSettled(notes.map(async (note) => showNote(note)))
    if (results.some(({ status }) => status === 'rejected')) throw unavailable()
  }
  return show
}

const unavailable = () => new Refusal('unreachable', 'E_NOTIFY_UNAVAILABLE')

/** Settles when the system says that it has shown the note or could not, and in any case after a while. */
function untilShown(shown: Notification): Promise<void> {
  return new Promise((resolve, reject) => {
    const waiting = setTimeout(() => reject(unavailable()), patience)
    const settle = (end: () => void) => {
      clearTimeout(waiting)
      end()
    }
    shown.once('show', () => settle(resolve))
    shown.once('failed', () => settle(() => reject(unavailable())))
    shown.show()
  })
}

/** Does what a button says. What it leads to is shown, what follows is told; where it was refused Kept opens there. */
async function act(
  { ask, open }: Notifier,
  note: Note,
  index: number,
  show: Shell['showNotes'],
): Promise<void> {
  const pressed = note.acts[index]?.act
  if (pressed === undefined) return open(note.place)
  const answer = await answerOf(ask, note, pressed)
  if (answer === null) return open(note.place)
  if (answer.place !== null) open(answer.place)
  // What can be taken back is in the window too, so a note that cannot be shown is no loss.
  if (answer.note !== null) await show([answer.note]).catch(() => undefined)
}

type Answer = { readonly place: string | null; readonly note: Note | null }

async function answerOf(ask: Ask, note: Note, pressed: NoteAct): Promise<Answer | null> {
  if (pressed !== 'undo')
    return note.id === null ? null : ask(api.nudges.answer, { id: note.id, act: pressed })
  if (note.operationId === null) return null
  const undone = await ask(api.operations.undo, { id: OperationId.parse(note.operationId) })
  return undone === null ? null : { place: null, note: null }
}
