import { listPromisesTold, listWaitsTold } from '../../db/notes'
import type { ReadDb } from '../../db/schema'
import type { NoteId } from '../../shared/domain/ids'
import type { Note, NoteAct } from '../../shared/domain/note'
import type { Nudge } from '../../shared/domain/nudge'
import { hrefOf } from '../../shared/domain/route'
import type { NotePlan } from '../../shared/rules/notes'
import { dayNotesOn, thingsOf } from '../../shared/rules/nudges-day'
import { say } from '../../shared/words/say'
import { hiddenSentences, sentencesOf, type Told } from './note-sentences'
import type { Reminders } from './nudges-load'

/** A note said in the user's language; without names and words where the user wishes so. */
export async function saidNote(db: ReadDb, plan: NotePlan, id: NoteId, reminders: Reminders): Promise<Note> {
  const told = await loadTold(db, plan.told, reminders)
  const { language, settings } = reminders
  return {
    id,
    kind: plan.kind,
    ...(settings.hidesWords ? hiddenSentences(plan, told, language) : sentencesOf(plan, told, reminders)),
    acts: actsOf(plan).map((act) => ({ act, label: say(`note.act.${act}`, {}, language) })),
    place: placeOf(plan),
    operationId: null,
  }
}

/** The records behind nudges; those of a note of the day are what it tells. */
export async function loadTold(
  db: ReadDb,
  nudges: readonly Nudge[],
  { facts }: Pick<Reminders, 'facts'>,
): Promise<Told> {
  const ids = (item: Nudge['item']) =>
    nudges.filter((nudge) => nudge.item === item).map(({ itemId }) => itemId)
  const ofDays = nudges
    .filter(({ item }) => item === 'day')
    .flatMap(({ occurrence, stage }) =>
      dayNotesOn(facts.calendar, occurrence)
        .filter((note) => note.stage === stage)
        .map((note) => thingsOf(facts, note)),
    )
  const waitIds = [...ids('wait'), ...ofDays.flatMap(({ waits }) => waits.map(({ waitId }) => waitId))]
  const promiseIds = ofDays.flatMap(({ promises }) => promises.map(({ promiseId }) => promiseId))
  return {
    waits: await listWaitsTold(db, [...new Set(waitIds)]),
    promises: await listPromisesTold(db, [...new Set([...ids('promise'), ...promiseIds])]),
  }
}

/** What a button of a note of this kind can do. */
function actsOf({ kind, told }: NotePlan): readonly NoteAct[] {
  const isOneWait = told.length === 1 && told[0]?.item === 'wait'
  return kind === 'wait' || (kind === 'away' && isOneWait)
    ? ['acknowledge', 'reply', 'in-15-minutes']
    : ['see-today', 'later']
}

/** Where a click leads: the row, or Today where it is about several. */
function placeOf({ told }: NotePlan): string {
  const [only] = told
  if (only === undefined || told.length > 1 || only.item === 'day') return hrefOf({ screen: 'today' })
  return hrefOf({ screen: 'today', row: `${only.item}-${only.itemId}` })
}
