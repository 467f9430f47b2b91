import type { TemplateId } from '../shared/domain/ids'
import type { LetterKind, LetterTemplate } from '../shared/domain/letter'
import { Refusal } from '../shared/lib/refusal'
import { updateRow } from './record'
import type { LetterTemplateRow, ReadDb, WriteDb } from './schema'

export const toTemplate = (row: LetterTemplateRow): LetterTemplate => ({
  id: row.id,
  kind: row.kind,
  language: row.language,
  name: row.name,
  subject: row.subject,
  body: row.body,
  revision: row.revision,
})

/** Every template, in the order they came. */
export async function listTemplates(db: ReadDb): Promise<readonly LetterTemplate[]> {
  return (await db.selectFrom('letter_template').selectAll().orderBy('id').execute()).map(toTemplate)
}

/** The template of a kind in a language, or undefined. */
export async function findTemplate(
  db: ReadDb,
  kind: LetterKind,
  language: string,
): Promise<LetterTemplate | undefined> {
  const row = await db
    .selectFrom('letter_template')
    .selectAll()
    .where('kind', '=', kind)
    .where('language', '=', language)
    .executeTakeFirst()
  return row && toTemplate(row)
}

/** One template. Refuses E_TEMPLATE_GONE. */
export async function getTemplate(db: ReadDb, id: TemplateId): Promise<LetterTemplate> {
  const row = await db.selectFrom('letter_template').selectAll().where('id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('not-found', 'E_TEMPLATE_GONE', { templateId: id })
  return toTemplate(row)
}

/** Changes the text letters of a kind start from; letters already begun keep what was typed into them. */
export async function updateTemplate(
  db: WriteDb,
  id: TemplateId,
  text: Pick<LetterTemplate, 'subject' | 'body'>,
): Promise<LetterTemplate> {
  const { subject, body } = text
  return toTemplate(await updateRow(db, 'letter_template', id, { subject, body }))
}
