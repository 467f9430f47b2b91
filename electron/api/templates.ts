import { getTemplate, listTemplates, updateTemplate } from '../../db/templates'
import type { Api } from '../../shared/api/index'
import type { Answers } from './answers'
import { readTemplate } from './letter-template'
import { refuseNewer } from './revisions'

export const templates: Answers<Api['templates']> = {
  list: ({ db }) => listTemplates(db),

  async change({ db }, { id, revision, subject, body }) {
    const template = await getTemplate(db, id)
    refuseNewer({ revision }, template, { subject, body })
    readTemplate(template.kind, subject)
    readTemplate(template.kind, body)
    return updateTemplate(db, id, { subject, body })
  },
}
