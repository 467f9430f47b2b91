import { useRef } from 'react'
import { api } from '../../shared/api/index'
import { useCommand } from '../api'
import { AreaField, TextField } from '../form/fields'
import { useForm } from '../form/use-form'
import { useStatus } from '../status'
import { useWords } from '../ui/use-words'
import type { ListedTemplate } from './LettersPart'
import { SettingsForm } from './SettingsForm'
import { TemplateNames } from './TemplateNames'
import { TemplatePreview } from './TemplatePreview'
import { putIn } from './template-text'
import { useFollow } from './use-follow'
import styles from './settings.module.css'

/** Changes the text a kind of letter starts from; what it will read like stands beside it. */
export function TemplateForm({ template }: { template: ListedTemplate }) {
  const say = useWords()
  const status = useStatus()
  const changing = useCommand(api.templates.change)
  const area = useRef<HTMLDivElement>(null)
  const { id, revision, subject, body, names } = template
  const current = { subject, body }
  const form = useForm({
    start: current,
    revision,
    keepAs: `settings.template.${id}`,
    wrongFields: {
      E_TEMPLATE_UNKNOWN: { field: 'body', words: 'refusal.E_TEMPLATE_UNKNOWN' },
      E_TEMPLATE_WRONG: { field: 'body', words: 'refusal.E_TEMPLATE_WRONG' },
    },
  })
  useFollow(form, current, revision)
  const save = async () => {
    const done = await form.submit((typed, over) => changing.ask({ id, revision: over, ...typed }))
    if (done === null) return
    form.beginAnew({ subject: done.value.subject, body: done.value.body }, done.value.revision)
    status.tell(say('settings.letters.saved', { name: template.name }), done.operationId)
  }
  const labels = { subject: say('settings.letters.subject'), body: say('settings.letters.body') }
  const insert = (name: ListedTemplate['names'][number]) => {
    const written = area.current?.querySelector('textarea')
    if (written) form.set({ body: putIn(written, name) })
  }
  return (
    <div className={styles.writing}>
      <SettingsForm label={template.name} form={form} onSave={() => void save()} shown={{ current, labels }}>
        <TextField label={labels.subject} {...form.field('subject')} />
        <div ref={area} className={styles.templateText}>
          <AreaField label={labels.body} rows={10} {...form.field('body')} />
        </div>
        <TemplateNames names={names} onPress={insert} />
      </SettingsForm>
      <TemplatePreview kind={template.kind} typed={form.typed} />
    </div>
  )
}
