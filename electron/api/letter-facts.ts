import { listDoneSince, listKeyDates } from '../../db/milestones'
import type { ReadDb } from '../../db/schema'
import { shortNameOf, type Client } from '../../shared/domain/client'
import type { Letter } from '../../shared/domain/letter'
import { assertNever } from '../../shared/lib/assert'
import { isSeveral } from '../../shared/lib/noun'
import { questions } from '../../shared/lib/text'
import { addDays, day, dayOf } from '../../shared/lib/time'
import { greetedNames } from '../../shared/rules/letter-people'
import { dueAt } from '../../shared/rules/promise-due'
import { joinNames } from '../../shared/words/format'
import { say } from '../../shared/words/say'
import type { Asked, Ground } from './letter-ground'
import type { LetterFacts } from './letter-render'
import { doneStepLine, stepLine } from './letter-status'
import { updateFacts } from './letter-update'
import {
  dayInLetter,
  newDayInLetter,
  oldDayInLetter,
  taskInText,
  whenInLetter,
  withoutEnd,
} from './letter-words'

/** What decides the facts of a letter besides the records. */
export type Addressed = Pick<Letter, 'kind' | 'recipients' | 'promise'>

/** What the records say of a letter, by the names of its template. */
export async function loadFacts(db: ReadDb, ground: Ground, letter: Addressed): Promise<LetterFacts> {
  const facts = { ...commonFacts(ground, letter), ...replyFacts(ground, letter) }
  switch (letter.kind) {
    case 'blank':
      return { ...facts, about: replySubject(ground) }
    case 'late-answer':
      return facts
    case 'acknowledge':
      return { ...facts, status: await loadStatusLine(db, ground) }
    case 'move-the-date':
      return { ...facts, ...moveFacts(ground, letter) }
    case 'little-extra':
      return { ...facts, ...extraFacts(ground) }
    case 'status-update':
      return { ...facts, ...(ground.project === null ? {} : await updateFacts(db, ground, ground.project)) }
    default:
      return assertNever(letter.kind)
  }
}

/** What a letter needs to know of client and business to greet and to sign. */
export type Greeting = Pick<Ground, 'business' | 'people' | 'asked' | 'language'> & {
  readonly client: Pick<Client, 'name' | 'shortName'>
}

/** What every letter knows: whom it greets and who writes. */
export function commonFacts(ground: Greeting, { recipients }: Pick<Letter, 'recipients'>): LetterFacts {
  const { business, client, people, asked, language } = ground
  const names = greetedNames(people, recipients, asked?.wait.personId ?? null)
  return {
    names: names.length === 0 ? shortNameOf(client) : joinNames(names, language),
    signature: business.signature ?? business.userName,
    me: business.userName,
    business: business.businessName,
    client: shortNameOf(client),
  }
}

function replyFacts({ asked, today, calendar, language }: Ground, { promise }: Addressed): LetterFacts {
  const promised = promise === null ? null : { dueOn: promise.on, dueTime: promise.time }
  return {
    about: asked === null ? null : aboutOf(asked),
    question: asked === null ? null : questionOf(asked),
    asked_day:
      asked === null ? null : dayInLetter(dayOf(asked.wait.waitingSince, calendar.zone), today, language),
    promised_day: promised === null ? null : whenInLetter(promised, today, language),
  }
}

/** A question is quoted in one line; a longer one is left to the letter. */
const longestQuote = 200

function questionOf({ text }: Asked): string | null {
  const [question] = questions(text)
  return question === undefined || question.length > longestQuote ? null : question
}

/** What their message was about: its subject without "Re:", else the question. */
function aboutOf(asked: Asked): string | null {
  const subject = asked.subject?.replace(/^(?:(?:re|aw|fwd?):\s*)+/i, '').trim()
  return subject || questionOf(asked)
}

function replySubject({ asked }: Ground): string | null {
  const about = asked === null ? null : aboutOf(asked)
  return about === null ? null : `Re: ${about}`
}

function moveFacts({ promise, today, calendar, language, now }: Ground, letter: Addressed): LetterFacts {
  if (promise === null) return {}
  const { promise: to } = letter
  return {
    thing: promise.asNoun,
    several: promise.asNoun !== null && isSeveral(promise.asNoun) ? promise.asNoun : null,
    task: withoutEnd(taskInText(promise)),
    old_day: oldDayInLetter(promise, today, language),
    new_day: to === null ? null : newDayInLetter({ dueOn: to.on, dueTime: to.time }, today, language),
    was_late: dueAt(promise, calendar) <= now ? promise.dueOn : null,
  }
}

/** An occasion without a day ("softens news") is a reason of ours, not theirs to read. */
const extraFacts = ({ extra }: Ground): LetterFacts =>
  extra === null || extra.occasionOn === null ? {} : { occasion: extra.occasion }

/** How far back something done is still news, and how far ahead a step is worth a line. */
const newsDays = 30

/** What was done last and what comes next, in a line; null where there is neither. */
async function loadStatusLine(db: ReadDb, { client, now, today, language }: Ground): Promise<string | null> {
  const last = (await listDoneSince(db, client.id, now - newsDays * day)).at(-1)
  const steps = await listKeyDates(db, client.id, today)
  const nextStep = steps.find(
    ({ kind, doneAt, onDay, whose }) =>
      doneAt === null &&
      whose === 'own' &&
      kind !== 'birthday' &&
      kind !== 'anniversary' &&
      onDay >= today &&
      onDay <= addDays(today, newsDays),
  )
  const done = last === undefined ? null : doneStepLine(last, language)
  const next = nextStep === undefined ? null : stepLine(nextStep, today, language)
  if (done !== null && next !== null) return say('letter.status.doneAndNext', { done, next }, language)
  if (done !== null) return say('letter.status.done', { done }, language)
  return next === null ? null : say('letter.status.next', { next }, language)
}
