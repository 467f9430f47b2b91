import type { InputOf } from '../../shared/api/contract'
import type { api } from '../../shared/api/index'
import type { Letter, LetterFields, LetterPromise, Recipient } from '../../shared/domain/letter'

/** What the user may write in a letter; `subject` and `body` are null while the template says them. */
export type TypedLetter = {
  readonly recipients: readonly Recipient[]
  readonly subject: string | null
  readonly body: string | null
  readonly fields: LetterFields
  readonly promise: LetterPromise | null
}

/** What a letter is begun with: its kind and the matter it belongs to. */
export type LetterBegin = InputOf<typeof api.letters.begin>

type Save = InputOf<typeof api.letters.save>

/** What is written in a letter as it is kept. */
export const typedOf = ({ recipients, subject, body, fields, promise }: Letter): TypedLetter => ({
  recipients,
  subject,
  body,
  fields,
  promise,
})

/** How a letter is saved; what was emptied goes back to what the template says. */
export const saveOf = ({ id, revision }: Letter, typed: TypedLetter): Save => ({
  id,
  revision,
  recipients: [...typed.recipients],
  subject: filled(typed.subject),
  body: filled(typed.body),
  fields: filledFields(typed.fields),
  promise: typed.promise,
})

/** Whether two letters would be saved alike. */
export const isSameLetter = (a: TypedLetter, b: TypedLetter): boolean => comparable(a) === comparable(b)

const comparable = ({ recipients, subject, body, fields, promise }: TypedLetter): string =>
  JSON.stringify([
    recipients.map(({ personId, name, address }) => [personId, name, address]),
    filled(subject),
    filled(body),
    Object.entries(filledFields(fields)).sort(([a], [b]) => (a < b ? -1 : 1)),
    promise && [promise.on, promise.time, promise.what],
  ])

const filled = (text: string | null): string | null =>
  text === null || text.trim() === '' ? null : text.trim().normalize('NFC')

const filledFields = (fields: LetterFields): LetterFields =>
  Object.fromEntries(Object.entries(fields).filter(([, text]) => text.trim() !== ''))
