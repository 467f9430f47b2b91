import { lazy, Suspense, type ReactNode } from 'react'
import type { ClientPage } from '../../shared/api/clients'
import type { Project } from '../../shared/domain/project'
import { daysBetween, type Day } from '../../shared/lib/time'
import { count } from '../../shared/words/format'
import { hrefOf } from '../../shared/domain/route'
import { Button } from '../ui/Button'
import { Countdown } from '../ui/Countdown'
import { ChevronRightIcon, ComposeIcon, LogIcon } from '../ui/icons'
import type { MenuChoice } from '../ui/MoreMenu'
import { useLanguage, useWords } from '../ui/use-words'
import { ClientFacts } from './ClientFacts'
import { crumbOf } from './crumb'
import styles from './client-head.module.css'

const MoreMenu = lazy(async () => ({ default: (await import('../ui/MoreMenu')).MoreMenu }))

export type ClientHeadProps = {
  readonly page: ClientPage
  readonly project: Project | undefined
  readonly today: Day
  readonly onLog: () => void
  readonly onWrite: () => void
  readonly menu: readonly MenuChoice[]
  readonly children: ReactNode
}

/** Who the client is: where the page lies, their name, the facts of their event, the days to go, their people. */
export function ClientHead({ page, project, today, onLog, onWrite, menu, children }: ClientHeadProps) {
  const say = useWords()
  const { client } = page
  return (
    <header className={styles.head}>
      <div className={styles.top}>
        <div className={styles.who}>
          <Crumbs project={project} />
          <h1 className={styles.name}>{client.name}</h1>
          <ClientFacts page={page} project={project} />
        </div>
        <div className={styles.side}>
          <div className={styles.acts}>
            <Button kind="outlined" keyCap="L" icon={<LogIcon size={14} />} onClick={onLog}>
              {say('client.log')}
            </Button>
            <Button kind="filled" keyCap="C" icon={<ComposeIcon size={14} />} onClick={onWrite}>
              {say('client.write')}
            </Button>
            <Suspense fallback={<span className={styles.menuSpace} />}>
              <MoreMenu choices={menu} label={say('client.more', { name: client.name })} />
            </Suspense>
          </div>
          <DaysToGo project={project} today={today} />
        </div>
      </div>
      {children}
    </header>
  )
}

function Crumbs({ project }: { project: Project | undefined }) {
  const say = useWords()
  const language = useLanguage()
  const crumb = crumbOf(project, language)
  return (
    <nav className={styles.crumbs} aria-label={say('client.crumbs')}>
      <a href={hrefOf({ screen: 'clients' })}>{say('clients.title')}</a>
      {crumb && (
        <>
          <ChevronRightIcon size={14} />
          <span>{crumb}</span>
        </>
      )}
    </nav>
  )
}

/** How long until the event; nothing where its day has gone or is not known. */
function DaysToGo({ project, today }: { project: Project | undefined; today: Day }) {
  const say = useWords()
  const language = useLanguage()
  if (!project?.eventOn || project.state === 'cancelled') return null
  const days = daysBetween(today, project.eventOn)
  if (days < 0) return null
  return <Countdown figure={count(days, language)} words={say('day.toGo', { n: days })} />
}
