import { findOpenWait, findLastEnd, insertWait, updateWait } from '../../db/waits'
import { getClient } from '../../db/clients'
import { listMessagesSince } from '../../db/messages'
import { listEventDays } from '../../db/projects'
import type { WriteDb } from '../../db/schema'
import { getStandardAt } from '../../db/standards'
import type { Logged } from '../../shared/api/messages'
import type { PromiseId, WaitId } from '../../shared/domain/ids'
import type { Message } from '../../shared/domain/message'
import type { Wait } from '../../shared/domain/wait'
import type { Instant } from '../../shared/lib/time'
import { startWait } from '../../shared/rules/reply-clock'
import { eventOf, firstUnanswered, stopsAcknowledge, type WaitEvent } from '../../shared/rules/wait-events'
import { loadCalendar, loadCalendarOf } from './calendar-of'
import { endWait, type Ending } from './end-wait'
import { keepAnswerPromise } from './keep-answer-promise'
import { countAnew } from './recount'

/** What a message did to the clocks of its conversation. */
export type Turned = Pick<Logged, 'startedWaitId' | 'endedWaitId' | 'keptPromiseId'>

const nothing: Turned = { startedWaitId: null, endedWaitId: null, keptPromiseId: null }

/**
 * Brings the clocks of a conversation in step with a message that was just kept in it, now or for an earlier
 * moment: somebody waits since their first message after our last word. `acknowledges` is the promise that
 * carries the answer where the message was an acknowledgement.
 */
export async function turnClocks(
  db: WriteDb,
  message: Message,
  acknowledges: PromiseId | null,
  now: Instant,
): Promise<Turned> {
  const event = eventOf(message)
  const open = await findOpenWait(db, message.conversationId)
  if (event.kind === 'inbound')
    return { ...nothing, startedWaitId: open ? await moveBack(db, open, message) : await start(db, message) }
  if (!stopsAcknowledge(event)) return nothing
  const ended = open && (await end(db, open, event, acknowledges, now))
  return {
    endedWaitId: ended?.id ?? null,
    keptPromiseId: acknowledges === null ? await keepAnswerPromise(db, message, now) : null,
    startedWaitId: ended ? await start(db, message) : null,
  }
}

/** Starts a wait at the first message, this one or later, that nobody has answered. */
async function start(db: WriteDb, message: Message): Promise<WaitId | null> {
  const first = await findUnanswered(db, message)
  if (first === null) return null
  const { clientId, conversationId, personId, id: firstMessageId, at: arrivedAt } = first
  const standard = await getStandardAt(db, arrivedAt)
  const { stage } = await getClient(db, clientId)
  const eventDays = (await listEventDays(db, [clientId])).get(clientId) ?? []
  const calendar = await loadCalendar(db)
  const clocks = startWait({ targets: standard, stage, eventDays, calendar, arrivedAt })
  const names = { clientId, conversationId, personId, firstMessageId, standardId: standard.id }
  const { id } = await insertWait(db, { ...names, ...clocks, ...untouched })
  return id
}

/** A message that came before the one they wait since, but was logged after it, moves the start back to it. */
async function moveBack(db: WriteDb, wait: Wait, message: Message): Promise<null> {
  if (message.at >= wait.waitingSince) return null
  if ((await findUnanswered(db, message))?.id !== message.id) return null
  const calendar = await loadCalendarOf(db, wait.clientId)
  const { id: firstMessageId, at: waitingSince, personId } = message
  await updateWait(db, countAnew({ ...wait, firstMessageId, waitingSince, personId }, calendar))
  return null
}

async function findUnanswered(db: WriteDb, { conversationId, at }: Message): Promise<Message | null> {
  const lastEnd = await findLastEnd(db, conversationId)
  return firstUnanswered(await listMessagesSince(db, conversationId, at), lastEnd)
}

async function end(
  db: WriteDb,
  open: Wait,
  event: WaitEvent,
  promiseId: PromiseId | null,
  now: Instant,
): Promise<Wait | null> {
  const ending = endingOf(event, promiseId)
  if (ending === null) return null
  const wait = await endWait(db, open.id, ending, now)
  return wait.endedAt === null ? null : wait
}

function endingOf({ kind, at }: WaitEvent, promiseId: PromiseId | null): Ending | null {
  if (promiseId !== null) return { endedBy: 'acknowledgement', at, promiseId }
  return kind === 'reply' || kind === 'call' || kind === 'meeting' ? { endedBy: kind, at } : null
}

/** Both clocks of a wait that nobody has stopped. */
const untouched = {
  ackedAt: null,
  answerPromiseId: null,
  answeredAt: null,
  endedAt: null,
  endedBy: null,
} as const
