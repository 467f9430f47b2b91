import { api } from '../../shared/api/index'
import type { ClientPage } from '../../shared/api/clients'
import type { Calendar } from '../../shared/domain/calendar'
import { ClientId } from '../../shared/domain/ids'
import { dayOf } from '../../shared/lib/time'
import { useQuery } from '../api'
import { ExtraList } from '../extras/ExtraList'
import { PromiseList } from '../promises/PromiseList'
import { FailedSheet } from '../shell/FailedSheet'
import { Foot } from '../shell/Foot'
import { LoadingSheet } from '../shell/LoadingSheet'
import { Sheet } from '../ui/Sheet'
import { useNow } from '../use-now'
import { useTitle } from '../use-title'
import { ClientHead } from './ClientHead'
import { ClientPanel } from './ClientPanel'
import { ClientPeople } from './ClientPeople'
import { useClientActs } from './client-acts'
import { useClientHints } from './client-hints'
import { KeyDates } from './KeyDates'
import { mainProject } from './main-project'
import { Projects } from './Projects'
import { Timeline } from './Timeline'
import { usePanels } from './use-panels'
import styles from './client.module.css'

/** One client: who they are, what happened so far, what is promised, when, and what was given. */
export function ClientScreen({ clientId }: { clientId: number }) {
  const page = useQuery(api.clients.show, { id: ClientId.parse(clientId) })
  const calendar = useQuery(api.calendar.show, {})
  const refusal = page.refusal ?? calendar.refusal
  if (page.value && calendar.value)
    return <Page key={clientId} page={page.value} calendar={calendar.value.calendar} />
  if (refusal) return <FailedSheet refusal={refusal} onTryAgain={page.again} />
  return <LoadingSheet />
}

function Page({ page, calendar }: { page: ClientPage; calendar: Calendar }) {
  const now = useNow()
  const today = dayOf(now, calendar.zone)
  const { client } = page
  const project = mainProject(page.projects, today)
  const panels = usePanels()
  const acts = useClientActs({ page, project, panels })
  const hints = useClientHints(page)
  useTitle(client.name)
  return (
    <Sheet foot={<Foot {...hints} />}>
      <div className={styles.page}>
        <ClientHead
          page={page}
          project={project}
          today={today}
          onLog={acts.log}
          onWrite={acts.write}
          menu={acts.menu}
        >
          <ClientPeople people={page.people} panels={panels} />
        </ClientHead>
        <div className={styles.body}>
          <div className={styles.story}>
            <ClientPanel page={page} panels={panels} />
            <Timeline
              id={client.id}
              zone={calendar.zone}
              currency={page.currency}
              waits={page.waits}
              onReply={acts.reply}
            />
          </div>
          <div className={styles.facts}>
            <PromiseList page={page} calendar={calendar} now={now} panels={panels} />
            <KeyDates page={page} today={today} panels={panels} />
            <ExtraList page={page} panels={panels} />
            <Projects page={page} panels={panels} />
          </div>
        </div>
      </div>
    </Sheet>
  )
}
