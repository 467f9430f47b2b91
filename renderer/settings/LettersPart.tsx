import { useState } from 'react'
import { api } from '../../shared/api/index'
import type { OutputOf } from '../../shared/api/contract'
import { numberInWords, capitalised } from '../../shared/words/format'
import { useQuery } from '../api'
import { useLanguage, useWords } from '../ui/use-words'
import { SettingsHead } from './SettingsHead'
import { SettingsPage } from './SettingsPage'
import { TemplateForm } from './TemplateForm'
import styles from './settings.module.css'

/** One template with the names it knows. */
export type ListedTemplate = OutputOf<typeof api.templates.list>[number]

/** The texts letters start from: chosen at the left, changed at the right, shown filled in below. */
export function LettersPart() {
  const say = useWords()
  const language = useLanguage()
  const asked = useQuery(api.templates.list, {})
  const [chosen, setChosen] = useState<ListedTemplate['id'] | null>(null)
  return (
    <SettingsPage asked={asked}>
      {(templates) => {
        const template = templates.find(({ id }) => id === chosen) ?? templates[0]
        const words = capitalised(numberInWords(templates.length, language))
        return (
          <>
            <SettingsHead
              part="letters"
              sentence={
                template === undefined
                  ? say('settings.letters.none')
                  : say('settings.letters.sentence', { n: templates.length, words })
              }
              context={say('settings.letters.context')}
            />
            {template && (
              <div className={styles.letters}>
                <TemplateList templates={templates} current={template} onChoose={setChosen} />
                <TemplateForm key={template.id} template={template} />
              </div>
            )}
          </>
        )
      }}
    </SettingsPage>
  )
}

function TemplateList({
  templates,
  current,
  onChoose,
}: {
  templates: readonly ListedTemplate[]
  current: ListedTemplate
  onChoose: (id: ListedTemplate['id']) => void
}) {
  const say = useWords()
  return (
    <ul role="list" className={styles.templates} aria-label={say('settings.letters.list')}>
      {templates.map(({ id, name }) => (
        <li key={id}>
          <button
            type="button"
            className={styles.template}
            aria-current={id === current.id ? 'true' : undefined}
            onClick={() => onChoose(id)}
          >
            {name}
          </button>
        </li>
      ))}
    </ul>
  )
}
