import { findDraft, insertDraft, saveDraft, type Matter } from '../../db/letters'
import type { WriteDb } from '../../db/schema'
import type { Letter, LetterKind, LetterPromise } from '../../shared/domain/letter'
import { Refusal } from '../../shared/lib/refusal'
import { assertNever } from '../../shared/lib/assert'
import { earliestSafeDay, proposedAnswerDay } from '../../shared/rules/capacity'
import { usualRecipients } from '../../shared/rules/letter-people'
import { refuseEnded as refusePromiseEnded } from '../../shared/rules/promise-due'
import type { Instant } from '../../shared/lib/time'
import { loadCapacity } from './capacity'
import { refuseEnded } from './end-wait'
import { refuseNameless } from './letter-freeze'
import { loadGround, type Ground } from './letter-ground'
import { findAnswer } from './letter-promise-marks'

/**
 * The open draft for a matter, or a new one. Refuses E_USER_NAMELESS, E_PAYLOAD for a record that this kind needs and
 * is not named, E_OTHER_CLIENT for one of another client, E_WAIT_ENDED and E_PROMISE_ENDED.
 */
export async function beginLetter(
  db: WriteDb,
  matter: Matter,
  promise: LetterPromise | null,
  now: Instant,
): Promise<Letter> {
  refuseIncomplete(matter)
  const ground = await loadGround(db, matter, now)
  refuseNameless(ground.business.userName)
  refuseOthers(matter, ground)
  const draft = await findDraft(db, matter)
  if (draft !== undefined)
    return withPromise(db, draft, promise ?? (await renewedPromise(db, draft, ground)), now)
  await refuseOver(db, matter, ground)
  const wait = ground.asked?.wait ?? null
  return insertDraft(db, {
    ...matter,
    conversationId: wait?.conversationId ?? null,
    recipients: usualRecipients(ground.people, wait?.personId ?? null),
    promise: promise ?? (await proposePromise(db, matter.kind, ground)),
    at: now,
  })
}

/** The same draft with another day promised, or (null) as it is. */
const withPromise = async (db: WriteDb, draft: Letter, promise: LetterPromise | null, now: Instant) =>
  promise === null ? draft : saveDraft(db, draft.id, { ...draft, promise }, now)

/** A day that has gone by since the draft was begun is proposed anew; null where it may stay. */
const renewedPromise = async (db: WriteDb, { kind, promise }: Letter, ground: Ground) =>
  promise !== null && promise.on < ground.today ? proposePromise(db, kind, ground) : null

type Needed = 'waitId' | 'promiseId' | 'projectId' | 'extraId'

const neededBy: Readonly<Record<LetterKind, Needed | null>> = {
  blank: null,
  acknowledge: 'waitId',
  'late-answer': 'waitId',
  'move-the-date': 'promiseId',
  'status-update': 'projectId',
  'little-extra': 'extraId',
}

function refuseIncomplete(matter: Matter): void {
  const field = neededBy[matter.kind]
  if (field === null || matter[field] !== null) return
  throw new Refusal('invalid', 'E_PAYLOAD', { request: 'letters.begin', field, expected: 'invalid.missing' })
}

function refuseOthers({ clientId }: Matter, { asked, promise, project, extra }: Ground): void {
  const named = { waitId: asked?.wait ?? null, promiseId: promise, projectId: project, extraId: extra }
  const wrong = Object.entries(named).find(([, record]) => record !== null && record.clientId !== clientId)
  if (wrong !== undefined) throw new Refusal('invalid', 'E_OTHER_CLIENT', { field: wrong[0] })
}

async function refuseOver(db: WriteDb, { kind }: Matter, { asked, promise }: Ground): Promise<void> {
  if (kind === 'acknowledge' && asked !== null) await refuseEnded(db, asked.wait)
  if (kind === 'move-the-date' && promise !== null) refusePromiseEnded(promise)
}

/** The day a letter promises unless the user says another: never before what was promised already. */
async function proposePromise(db: WriteDb, kind: LetterKind, ground: Ground): Promise<LetterPromise | null> {
  switch (kind) {
    case 'acknowledge':
      return proposeAnswer(db, ground)
    case 'move-the-date': {
      const { promise, now } = ground
      const capacity = await loadCapacity(db, now, { exceptPromiseId: promise?.id ?? null })
      return { on: earliestSafeDay(capacity, promise?.dueOn), time: promise?.dueTime ?? null, what: null }
    }
    case 'blank':
    case 'late-answer':
    case 'status-update':
    case 'little-extra':
      return null
    default:
      return assertNever(kind)
  }
}

async function proposeAnswer(db: WriteDb, { asked, now, today }: Ground): Promise<LetterPromise | null> {
  if (asked === null) return null
  const promised = await findAnswer(db, asked.wait)
  if (promised !== null && promised.dueOn > today)
    return { on: promised.dueOn, time: promised.dueTime, what: null }
  const capacity = await loadCapacity(db, now, { exceptPromiseId: promised?.id ?? null })
  return { on: proposedAnswerDay(asked.wait.answerDueAt, capacity), time: null, what: null }
}
