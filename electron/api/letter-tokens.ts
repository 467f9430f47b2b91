import type { LetterKind } from '../../shared/domain/letter'

/**
 * A name a template may use: `text` and `list` are filled from the records, `asked` is the user's own to type,
 * `clause` too, without the full stop, as the template's sentence goes on after it.
 * Every name has a label in the words, `letter.field.` and the name.
 */
export type TokenKind = 'text' | 'list' | 'asked' | 'clause'
export type Tokens = Readonly<Record<string, TokenKind>>

const everywhere = { names: 'text', signature: 'text', me: 'text', business: 'text', client: 'text' } as const
const replies = { about: 'text', question: 'text', asked_day: 'text' } as const

const tokensByKind: Readonly<Record<LetterKind, Tokens>> = {
  blank: { ...everywhere, ...replies, about: 'asked', text: 'asked' },
  acknowledge: { ...everywhere, ...replies, promised_day: 'text', status: 'text' },
  'status-update': {
    ...everywhere,
    days_to_go: 'text',
    event_day: 'text',
    on_track: 'text',
    project: 'text',
    standing: 'text',
    since: 'text',
    done: 'list',
    in_hand: 'list',
    to_watch: 'list',
    from_you: 'list',
    extra_line: 'asked',
    next_update: 'text',
  },
  'move-the-date': {
    ...everywhere,
    thing: 'text',
    several: 'text',
    task: 'text',
    old_day: 'text',
    reason: 'clause',
    new_day: 'text',
    was_late: 'text',
  },
  'late-answer': { ...everywhere, ...replies, promised_day: 'text', answer: 'asked' },
  'little-extra': { ...everywhere, occasion: 'text', gift: 'clause' },
}

/** The names a template of this kind may use. */
export const tokensOf = (kind: LetterKind): Tokens => tokensByKind[kind]
