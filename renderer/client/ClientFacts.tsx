import type { ReactNode } from 'react'
import type { ClientPage } from '../../shared/api/clients'
import type { Project } from '../../shared/domain/project'
import { dayFull, monthYear } from '../../shared/words/format'
import { sayParts } from '../../shared/words/say'
import { hrefOf } from '../../shared/domain/route'
import { CalendarIcon, ClientsIcon, LoyaltyIcon, PlaceIcon } from '../ui/icons'
import { Said } from '../ui/Said'
import { Tag } from '../ui/Tag'
import { useLanguage, useWords } from '../ui/use-words'
import styles from './client-head.module.css'

/** The facts of the event in a line: the day or the month, the place, how many come, and who sent the client. */
export function ClientFacts({ page, project }: { page: ClientPage; project: Project | undefined }) {
  const say = useWords()
  const language = useLanguage()
  const { client, sentBy } = page
  const place = [project?.venue, project?.place].filter(Boolean).join(', ')
  return (
    <ul role="list" className={styles.facts}>
      {client.archivedAt !== null && (
        <li>
          <Tag>{say('client.fact.archived')}</Tag>
        </li>
      )}
      {project?.state === 'cancelled' && (
        <li>
          <Tag>{say('client.fact.cancelled')}</Tag>
        </li>
      )}
      {project?.eventOn && (
        <Fact icon={<CalendarIcon size={14} />}>{dayFull(project.eventOn, language)}</Fact>
      )}
      {project?.eventMonth && (
        <Fact icon={<CalendarIcon size={14} />}>{monthYear(project.eventMonth, language)}</Fact>
      )}
      {place !== '' && <Fact icon={<PlaceIcon size={14} />}>{place}</Fact>}
      {project && project.guests !== null && (
        <Fact icon={<ClientsIcon size={14} />}>
          {say(project.isGuestsAbout ? 'client.fact.guestsAbout' : 'client.fact.guests', {
            n: project.guests,
          })}
        </Fact>
      )}
      {sentBy && (
        <Fact icon={<LoyaltyIcon size={14} />}>
          <Said
            parts={sayParts('client.fact.sentBy', { name: sentBy.name }, language)}
            links={{ sender: hrefOf({ screen: 'client', clientId: sentBy.id }) }}
          />
        </Fact>
      )}
    </ul>
  )
}

function Fact({ icon, children }: { icon: ReactNode; children: ReactNode }) {
  return (
    <li className={styles.fact}>
      {icon}
      <span>{children}</span>
    </li>
  )
}
