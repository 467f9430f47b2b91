import { insertPromise } from '../../db/promises'
import type { WriteDb } from '../../db/schema'
import { dayOf, type Day } from '../../shared/lib/time'
import { ownDayFor } from '../../shared/rules/capacity'
import type { SampleConversation, SampleMessage } from '../../shared/samples/sample'
import { say } from '../../shared/words/say'
import { calledOf } from '../../shared/domain/person'
import { loadCalendar } from '../api/calendar-of'
import { keepMessage, recordOutbound, type NewMessage } from '../api/keep-message'
import { personIdOf, type Matter, type Step } from './sample-steps'
import { atLocal } from './sample-time'

/** The messages of a client's conversations, each kept as if it had been logged when it happened. */
export const messageSteps = (matter: Matter): readonly Step[] =>
  (matter.sample.conversations ?? []).flatMap((conversation, index) =>
    conversation.messages.map((message) => messageStep(matter, conversation, `${index}`, message)),
  )

function messageStep(
  matter: Matter,
  { subject }: SampleConversation,
  key: string,
  sample: SampleMessage,
): Step {
  const at = atLocal(sample.at, matter.zone)
  const about = subject ?? key
  return {
    at,
    async take(db) {
      const conversationId = matter.said.get(about)?.conversationId ?? null
      const message = { ...messageOf(matter, sample, at), conversationId, subject: subject ?? null }
      const acknowledges = await promiseAnswer(db, matter, sample, message)
      const logged =
        message.direction === 'inbound'
          ? await keepMessage(db, message, at)
          : await recordOutbound(db, { ...message, acknowledges }, at)
      matter.said.set(about, logged)
    },
  }
}

function messageOf(matter: Matter, sample: SampleMessage, at: number): NewMessage {
  const isInbound = 'from' in sample
  return {
    clientId: matter.client.id,
    personId: personIdOf(matter, isInbound ? sample.from : sample.to),
    direction: isInbound ? 'inbound' : 'outbound',
    channel: sample.channel,
    at,
    minutes: sample.minutes ?? null,
    text: sample.text,
    gist: sample.gist ?? null,
    conversationId: null,
    subject: null,
  }
}

/** An acknowledgement makes the promise that carries the answer. */
async function promiseAnswer(db: WriteDb, matter: Matter, sample: SampleMessage, message: NewMessage) {
  if (sample.answerPromisedOn === undefined) return null
  const person = matter.people.find(({ id }) => id === message.personId)
  const name = person === undefined ? matter.client.name : calledOf(person)
  const promise = await insertPromise(db, {
    ...wordsOf(name),
    clientId: matter.client.id,
    projectId: matter.projects[0]?.id ?? null,
    conversationId: message.conversationId,
    saidAt: message.at,
    saidChannel: message.channel,
    saidToPersonId: message.personId,
    messageId: null,
    letterId: null,
    dueOn: sample.answerPromisedOn,
    dueTime: null,
    ownOn: await ownDay(db, sample.answerPromisedOn, message.at),
    state: 'open',
    endedAt: null,
    isKeptLate: null,
  })
  return promise.id
}

const wordsOf = (name: string) => ({
  what: say('letter.answer.what', { name }),
  asNoun: say('letter.answer.noun'),
  doneAs: null,
  note: null,
})

/** The own day a promise said at this moment gets: the working day before the told one. */
export async function ownDay(db: WriteDb, dueOn: Day, saidAt: number): Promise<Day> {
  const calendar = await loadCalendar(db)
  return ownDayFor(dueOn, dayOf(saidAt, calendar.zone), calendar)
}
