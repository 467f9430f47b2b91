import { insertMove } from '../../db/promise-moves'
import { getPromise, insertPromise, updatePromise } from '../../db/promises'
import type { ReadDb, WriteDb } from '../../db/schema'
import { listPromisedWaitsOf } from '../../db/waits'
import { shortNameOf } from '../../shared/domain/client'
import type { ConversationId, PromiseId } from '../../shared/domain/ids'
import type { Letter, LetterPromise } from '../../shared/domain/letter'
import { calledOf } from '../../shared/domain/person'
import type { ClientPromise } from '../../shared/domain/promise'
import type { Wait } from '../../shared/domain/wait'
import { ownDayFor } from '../../shared/rules/capacity'
import { movePromise, refusePast } from '../../shared/rules/promise-due'
import { say } from '../../shared/words/say'
import { refuseEnded } from './end-wait'
import type { Asked, Ground } from './letter-ground'

/** A letter that leaves, in the words it leaves with. */
export type Leaving = {
  readonly letter: Letter
  readonly subject: string
  readonly text: string
  readonly ground: Ground
}

/** Where a letter's message goes, and which promise carries the answer from here on. */
export type Place = {
  readonly conversationId: ConversationId | null
  readonly acknowledges: PromiseId | null
}

/**
 * The answer gets its date: by a new promise, or by moving the one an earlier acknowledgement made, and keeping it
 * where the date stays. Refuses E_WAIT_ENDED and E_PROMISE_IN_PAST.
 */
export async function markAcknowledged(db: WriteDb, { letter, ground }: Leaving): Promise<Place> {
  const { asked } = ground
  if (asked === null || letter.promise === null) throw new Error(`Letter ${letter.id} answers nobody`)
  const { conversationId } = asked.wait
  const promised = await findAnswer(db, asked.wait)
  if (letter.kind === 'acknowledge' || promised === null) await refuseEnded(db, asked.wait)
  const answer =
    promised === null
      ? await promiseAnswer(db, asked, letter.promise, letter, ground)
      : await moveTo(db, promised, letter.promise, letter, ground)
  return { conversationId, acknowledges: answer.id }
}

/** A moved answer says so where it was asked, and keeps nothing; any other move begins a conversation of its own. */
export async function markMoved(db: WriteDb, { letter, ground }: Leaving): Promise<Place> {
  const { promise } = ground
  if (promise === null || letter.promise === null) throw new Error(`Letter ${letter.id} moves nothing`)
  await moveTo(db, promise, letter.promise, letter, ground)
  const waits = await listPromisedWaitsOf(db, letter.clientId)
  const wait = waits.find(({ answerPromiseId }) => answerPromiseId === promise.id)
  return wait === undefined
    ? { conversationId: null, acknowledges: null }
    : { conversationId: wait.conversationId, acknowledges: promise.id }
}

/** The open promise that carries the answer of this conversation since an earlier acknowledgement. */
export async function findAnswer(db: ReadDb, wait: Wait): Promise<ClientPromise | null> {
  const waits = await listPromisedWaitsOf(db, wait.clientId)
  const promised = waits.find(({ conversationId }) => conversationId === wait.conversationId)
  return promised?.answerPromiseId ? getPromise(db, promised.answerPromiseId) : null
}

function promiseAnswer(
  db: WriteDb,
  { wait }: Asked,
  promise: LetterPromise,
  letter: Letter,
  { people, client, calendar, today, now, language }: Ground,
): Promise<ClientPromise> {
  const due = { dueOn: promise.on, dueTime: promise.time }
  refusePast(due, calendar, now)
  const writer = people.find(({ id }) => id === wait.personId)
  const name = writer === undefined ? shortNameOf(client) : calledOf(writer)
  return insertPromise(db, {
    ...due,
    clientId: client.id,
    projectId: letter.projectId,
    conversationId: wait.conversationId,
    what: promise.what ?? say('letter.answer.what', { name }, language),
    asNoun: promise.what === null ? say('letter.answer.noun', {}, language) : null,
    doneAs: null,
    note: null,
    ownOn: ownDayFor(promise.on, today, calendar),
    saidAt: now,
    saidChannel: 'email',
    saidToPersonId: wait.personId,
    messageId: null,
    letterId: letter.id,
    state: 'open',
    endedAt: null,
    isKeptLate: null,
  })
}

async function moveTo(
  db: WriteDb,
  promise: ClientPromise,
  to: LetterPromise,
  letter: Letter,
  { calendar, now }: Ground,
): Promise<ClientPromise> {
  const due = { dueOn: to.on, dueTime: to.time }
  const isSame = due.dueOn === promise.dueOn && due.dueTime === promise.dueTime
  if (isSame && letter.kind !== 'move-the-date') return promise
  const why = letter.fields['reason']?.replaceAll(/\s+/g, ' ').trim() || null
  const moved = movePromise(promise, due, calendar, { now, why, letterId: letter.id })
  await insertMove(db, moved.move)
  return updatePromise(db, moved.promise)
}
