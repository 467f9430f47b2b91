import { lazy, Suspense, type ReactNode } from 'react'
import type { ClientPage } from '../../shared/api/clients'
import { assertNever } from '../../shared/lib/assert'
import { useReturnFocus } from '../form/use-return-focus'
import { Loading } from '../ui/Loading'
import { ClientForm } from './ClientForm'
import type { Panels } from './panels'
import { PersonForm } from './PersonForm'
import { ProjectForm } from './ProjectForm'
import styles from './client.module.css'

const LetterPanel = lazy(async () => ({ default: (await import('../letter/LetterPanel')).LetterPanel }))
const MovePanel = lazy(async () => ({ default: (await import('../today/MovePanel')).MovePanel }))

type PanelProps = { readonly page: ClientPage; readonly panels: Panels }

/** What is open above the story: a form that needs room, a letter, or a date being moved. */
export function ClientPanel(props: PanelProps) {
  const content = contentOf(props)
  if (content === null) return null
  return (
    <div className={styles.panel}>
      <Suspense fallback={<Loading rows={3} />}>{content}</Suspense>
    </div>
  )
}

function contentOf({ page, panels }: PanelProps): ReactNode {
  const { open, close } = panels
  const clientId = page.client.id
  if (open === null) return null
  switch (open.kind) {
    case 'client':
      return <ClientForm page={page} onClose={close} />
    case 'person': {
      const person = page.people.find(({ id }) => id === open.id) ?? null
      if (open.id !== null && person === null) return null
      return <PersonForm key={open.id} clientId={clientId} person={person} onClose={close} />
    }
    case 'project': {
      const project = page.projects.find(({ id }) => id === open.id) ?? null
      if (open.id !== null && project === null) return null
      return <ProjectForm key={open.id} clientId={clientId} project={project} onClose={close} />
    }
    case 'letter':
      return <LetterPanel key={JSON.stringify(open.begin)} begin={open.begin} onClose={close} place="page" />
    case 'move':
      return <Moving promiseId={open.id} panels={panels} />
    case 'promise':
    case 'promise-form':
    case 'key-date':
    case 'extra':
    case 'extra-form':
      return null
    default:
      return assertNever(open)
  }
}

/** The panel that moves a date, with the focus going back to what opened it. */
function Moving({
  promiseId,
  panels,
}: {
  promiseId: Parameters<typeof MovePanel>[0]['promiseId']
  panels: Panels
}) {
  useReturnFocus()
  return (
    <MovePanel
      promiseId={promiseId}
      onClose={panels.close}
      onOpenLetter={(begin) => panels.show({ kind: 'letter', begin })}
    />
  )
}
