import { getBusiness } from '../../db/business'
import { getTemplate, listTemplates, updateTemplate } from '../../db/templates'
import type { Api } from '../../shared/api/index'
import type { Answers } from './answers'
import { readTemplate } from './letter-template'
import { refuseNewer } from './revisions'
import { namesOf, previewTemplate } from './template-preview'

export const templates: Answers<Api['templates']> = {
  list: async ({ db }) =>
    (await listTemplates(db)).map((template) => ({ ...template, names: namesOf(template.kind) })),

  preview: async ({ db }, { kind, ...text }) => previewTemplate(kind, text, await getBusiness(db)),

  async change({ db }, { id, revision, subject, body }) {
    const template = await getTemplate(db, id)
    refuseNewer({ revision }, template, { subject, body })
    readTemplate(template.kind, subject, { field: 'subject' })
    readTemplate(template.kind, body)
    return updateTemplate(db, id, { subject, body })
  },
}
