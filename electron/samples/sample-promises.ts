import { insertMove, setMoveReply } from '../../db/promise-moves'
import { getPromise, insertPromise, updatePromise } from '../../db/promises'
import type { WriteDb } from '../../db/schema'
import type { PromiseId } from '../../shared/domain/ids'
import type { ClientPromise } from '../../shared/domain/promise'
import { keepPromise, movePromise } from '../../shared/rules/promise-due'
import type { SampleMove, SamplePromise } from '../../shared/samples/sample'
import { loadCalendar } from '../api/calendar-of'
import { endWait } from '../api/end-wait'
import { receiveMessage } from '../api/keep-message'
import { ownDay } from './sample-messages'
import { personIdOf, type Matter, type Step } from './sample-steps'
import { atLocal } from './sample-time'

/** The promises of a client's projects: said, moved, and kept, each at its moment. */
export const promiseSteps = (matter: Matter): readonly Step[] =>
  (matter.sample.projects ?? []).flatMap((project, index) =>
    (project.promises ?? []).flatMap((promise) => stepsOfPromise(matter, index, promise)),
  )

function stepsOfPromise(matter: Matter, index: number, sample: SamplePromise): readonly Step[] {
  const made: { id?: PromiseId } = {}
  const ofPromise = (
    moment: string,
    take: (db: WriteDb, promise: ClientPromise, at: number) => Promise<unknown>,
  ) => {
    const at = atLocal(moment, matter.zone)
    return {
      at,
      async take(db: WriteDb) {
        if (made.id !== undefined) await take(db, await getPromise(db, made.id), at)
      },
    }
  }
  const saidAt = atLocal(sample.saidAt, matter.zone)
  const say = {
    at: saidAt,
    async take(db: WriteDb) {
      made.id = (await insertPromise(db, await promiseOf(db, matter, index, sample, saidAt))).id
    },
  }
  const moves = (sample.moves ?? []).map((move) =>
    ofPromise(move.at, (db, promise, at) => moveIt(db, matter, promise, move, at)),
  )
  const keep = sample.keptAt === undefined ? [] : [ofPromise(sample.keptAt, keepIt)]
  return [say, ...moves, ...keep]
}

async function promiseOf(db: WriteDb, matter: Matter, index: number, sample: SamplePromise, saidAt: number) {
  const firstDue = sample.moves?.[0]?.fromOn ?? sample.dueOn
  const said = matter.said.get(sample.saidIn ?? '')
  return {
    clientId: matter.client.id,
    projectId: matter.projects[index]?.id ?? null,
    conversationId: said?.conversationId ?? null,
    what: sample.what,
    asNoun: sample.asNoun ?? null,
    doneAs: sample.doneAs ?? null,
    note: sample.note ?? null,
    saidAt,
    saidChannel: sample.saidChannel,
    saidToPersonId: personIdOf(matter, sample.saidTo),
    messageId: said?.messageId ?? null,
    letterId: null,
    dueOn: firstDue,
    dueTime: sample.dueTime ?? null,
    ownOn: await ownDay(db, firstDue, saidAt),
    state: 'open',
    endedAt: null,
    isKeptLate: null,
  } as const
}

async function keepIt(db: WriteDb, promise: ClientPromise, at: number): Promise<void> {
  await updatePromise(db, keepPromise(promise, await loadCalendar(db), at))
}

/** The date is moved by a letter of that moment; what they answered to it came as a message. */
async function moveIt(db: WriteDb, matter: Matter, promise: ClientPromise, sample: SampleMove, at: number) {
  const to = { dueOn: sample.toOn, dueTime: promise.dueTime }
  const moved = movePromise(promise, to, await loadCalendar(db), { now: at, why: sample.why, letterId: null })
  await updatePromise(db, moved.promise)
  const move = await insertMove(db, { ...moved.move, isToldOtherwise: false })
  if (sample.reply === undefined) return
  const { from, text, at: repliedAt } = sample.reply
  const replied = atLocal(repliedAt, matter.zone)
  const reply = await receiveMessage(db, replyOf(matter, from, text, replied), replied)
  if (reply.startedWaitId !== null)
    await endWait(db, reply.startedWaitId, { endedBy: 'no-reply-needed', at: replied }, replied)
  await setMoveReply(db, move.id, reply.messageId)
}

const replyOf = (matter: Matter, from: string, text: string, at: number) => ({
  clientId: matter.client.id,
  personId: personIdOf(matter, from),
  channel: 'email' as const,
  at,
  minutes: null,
  text,
  gist: null,
  conversationId: null,
  subject: null,
})
