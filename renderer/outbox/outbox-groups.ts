import type { OutboxRow } from '../../shared/api/letters'
import type { LetterState } from '../../shared/domain/letter'

/** The letters of the Outbox by what they ask of the user. */
export type OutboxGroups = {
  readonly needs: readonly OutboxRow[]
  readonly waiting: readonly OutboxRow[]
  readonly sent: readonly OutboxRow[]
}

const needs: readonly LetterState[] = ['unknown', 'failed', 'handed-over']
const waiting: readonly LetterState[] = ['queued', 'sending', 'committing']

/** Sorts the rows of the Outbox: those that need a word, those on the way, those that are done. */
export const groupsOf = (rows: readonly OutboxRow[]): OutboxGroups => ({
  needs: rows.filter((row) => needs.includes(row.letter.state) || isAsking(row)),
  waiting: rows.filter((row) => waiting.includes(row.letter.state) && !isAsking(row)),
  sent: rows.filter(({ letter }) => letter.state === 'sent'),
})

/** On hold because the clock was moved, until somebody says what becomes of it. */
const isAsking = ({ letter, reason }: OutboxRow): boolean =>
  reason?.code === 'E_CLOCK_JUMP' && letter.error?.values['isKept'] !== true
