import type { ClientPage } from '../../shared/api/clients'
import type { Project } from '../../shared/domain/project'
import { dayMonthShortYear, monthYear } from '../../shared/words/format'
import { Button } from '../ui/Button'
import { SectionHeader } from '../ui/SectionHeader'
import { useLanguage, useWords } from '../ui/use-words'
import { isOpen, type Panels } from './panels'
import styles from './facts.module.css'

/** The projects of a client: each wedding, event or retainer, with its date and its state. */
export function Projects({ page, panels }: { page: ClientPage; panels: Panels }) {
  const say = useWords()
  return (
    <section aria-labelledby="projects">
      <SectionHeader
        id="projects"
        title={say('project.title')}
        action={
          <Button
            kind="link"
            aria-expanded={isOpen(panels, 'project', null)}
            aria-label={say('project.add')}
            onClick={() => panels.show({ kind: 'project', id: null })}
          >
            {say('ui.add')}
          </Button>
        }
      />
      <ul role="list" aria-labelledby="projects">
        {page.projects.map((project) => (
          <li key={project.id} className={styles.line}>
            <WhenHeld project={project} />
            <button
              type="button"
              className={styles.what}
              aria-expanded={isOpen(panels, 'project', project.id)}
              onClick={() => panels.show({ kind: 'project', id: project.id })}
            >
              {project.kind}
            </button>
            <span className={styles.day}>{say(`project.state.${project.state}`)}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}

function WhenHeld({ project: { eventOn, eventMonth } }: { project: Project }) {
  const say = useWords()
  const language = useLanguage()
  const when = eventOn
    ? dayMonthShortYear(eventOn, language)
    : eventMonth
      ? monthYear(eventMonth, language)
      : say('project.noDate')
  return <span className={styles.day}>{when}</span>
}
