import type { ClientId } from '../../shared/domain/ids'
import type { EventLine } from '../../shared/domain/project'
import type { Day } from '../../shared/lib/time'
import { eventInWords } from '../event-words'
import { hrefOf } from '../../shared/domain/route'
import { RowLink } from '../ui/Row'
import { RowWho } from '../ui/RowText'
import { useLanguage } from '../ui/use-words'

/** The `who` column of Today: the name, which opens the client, over their event. */
export function ClientName({
  clientId,
  name,
  event,
  day,
}: {
  clientId: ClientId
  name: string
  event: EventLine | null
  day: Day
}) {
  const language = useLanguage()
  return (
    <RowWho
      name={<RowLink href={hrefOf({ screen: 'client', clientId })}>{name}</RowLink>}
      fact={event && eventInWords(event, day, language)}
    />
  )
}
