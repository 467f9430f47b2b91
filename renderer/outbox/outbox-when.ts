import type { OutboxRow } from '../../shared/api/letters'
import { assertNever } from '../../shared/lib/assert'
import type { Instant, Zone } from '../../shared/lib/time'
import { momentBrief } from '../../shared/words/format'
import type { Language, Say } from '../../shared/words/say'

/** What the words of a row depend on besides its letter. */
export type OutboxSetting = {
  readonly now: Instant
  readonly zone: Zone
  readonly say: Say
  readonly language: Language
}

/** Where a letter stands, in the column of time: a line, a hint under it, and its tone. */
export type OutboxWhen = {
  readonly first: string
  readonly second: string
  readonly tone: 'plain' | 'late' | 'soon'
}

/** Says where a letter stands. */
export function outboxWhen(row: OutboxRow, setting: OutboxSetting): OutboxWhen {
  const { letter } = row
  const { say } = setting
  const since = say('outbox.when.since', { when: moment(letter.queuedAt, setting) })
  switch (letter.state) {
    case 'queued':
      return { first: goingWords(row, setting), second: since, tone: row.dueAt === null ? 'soon' : 'plain' }
    case 'sending':
    case 'committing':
      return { first: say('outbox.when.now'), second: since, tone: 'plain' }
    case 'failed':
      return { first: say('outbox.when.failed'), second: since, tone: 'late' }
    case 'unknown':
      return { first: say('outbox.when.unknown'), second: since, tone: 'soon' }
    case 'handed-over':
      return { first: say('outbox.when.handed'), second: since, tone: 'soon' }
    case 'sent':
    case 'draft':
    case 'discarded':
      return {
        first: moment(letter.sentAt ?? letter.queuedAt, setting),
        second: say(letter.way === 'smtp' ? 'outbox.when.byMail' : 'outbox.when.byYou'),
        tone: 'plain',
      }
    default:
      return assertNever(letter.state)
  }
}

function goingWords({ letter, dueAt }: OutboxRow, setting: OutboxSetting): string {
  const { say, now } = setting
  if (dueAt === null) return say('outbox.when.waits')
  if (dueAt <= now) return say('outbox.when.now')
  const when = moment(dueAt, setting)
  if (letter.attempts > 0) return say('outbox.when.tried', { when })
  return letter.isHeld ? say('outbox.when.held', { when }) : say('outbox.when.goes', { when })
}

const moment = (at: Instant | null, { now, zone, language }: OutboxSetting): string =>
  at === null ? '' : momentBrief(at, now, zone, language)
