import type { ClientListRow } from '../../shared/api/clients'
import { api } from '../../shared/api/index'
import type { Day, Instant, Zone } from '../../shared/lib/time'
import { daysBetween } from '../../shared/lib/time'
import { dayShort, momentBrief, momentMargin, relativeDays } from '../../shared/words/format'
import { useCommand } from '../api'
import { eventInWords } from '../event-words'
import { hrefOf } from '../../shared/domain/route'
import { goTo } from '../route'
import { useAct } from '../status'
import { Row, RowAction, RowLink } from '../ui/Row'
import { RowWhat, RowWho } from '../ui/RowText'
import { useLanguage, useWords } from '../ui/use-words'
import styles from './clients.module.css'

/** What the words of a row depend on besides the client. */
export type RowSetting = { readonly now: Instant; readonly today: Day; readonly zone: Zone }

/** One client: who they are, what comes next, what is owed, and when they were last heard. */
export function ClientRow({ row, setting }: { row: ClientListRow; setting: RowSetting }) {
  const language = useLanguage()
  const route = { screen: 'client', clientId: row.id } as const
  return (
    <Row
      id={`client-${row.id}`}
      onOpen={() => goTo(route)}
      when={
        <RowWho
          name={<RowLink href={hrefOf(route)}>{row.name}</RowLink>}
          fact={row.event && eventInWords(row.event, setting.today, language)}
        />
      }
      who={<NextDate row={row} today={setting.today} />}
      what={
        <div className={styles.facts}>
          <Owed row={row} setting={setting} />
          <Heard row={row} setting={setting} />
        </div>
      }
      actions={
        <span className={styles.seldom}>
          <Archive row={row} />
        </span>
      }
    />
  )
}

function NextDate({ row, today }: { row: ClientListRow; today: Day }) {
  const say = useWords()
  const language = useLanguage()
  if (row.nextOn === null) return <RowWhat first="" second={say('clients.row.noDate')} />
  const away = relativeDays(daysBetween(today, row.nextOn), language)
  return <RowWhat first={dayShort(row.nextOn, language)} second={away} />
}

function Owed({ row, setting }: { row: ClientListRow; setting: RowSetting }) {
  const say = useWords()
  const language = useLanguage()
  const promises = row.owedPromises > 0 ? say('clients.row.promises', { n: row.owedPromises }) : null
  if (row.waitingSince === null)
    return promises ? (
      <RowWhat first={promises} />
    ) : (
      <RowWhat first="" second={say('clients.row.nothingOwed')} />
    )
  const when = momentBrief(row.waitingSince, setting.now, setting.zone, language)
  return <RowWhat first={say('clients.row.waiting', { when })} second={promises} />
}

function Heard({ row, setting }: { row: ClientListRow; setting: RowSetting }) {
  const say = useWords()
  const language = useLanguage()
  const moment = (at: Instant) => momentMargin(at, setting.now, setting.zone, language)
  const heard = row.lastHeardAt === null ? null : moment(row.lastHeardAt)
  const wrote =
    row.lastWrittenAt === null ? null : say('clients.row.wrote', { when: moment(row.lastWrittenAt) })
  if (heard === null) return <RowWhat first="" second={wrote ?? say('clients.row.notHeard')} />
  return <RowWhat first={heard} second={wrote ?? say('clients.row.notWritten')} />
}

function Archive({ row: { id, name, archivedAt } }: { row: ClientListRow }) {
  const say = useWords()
  const act = useAct()
  const archive = useCommand(api.clients.archive)
  const restore = useCommand(api.clients.restore)
  if (archivedAt !== null)
    return (
      <RowAction onClick={() => void act(restore.ask({ id }), () => say('clients.said.restored', { name }))}>
        {say('clients.row.restore')}
      </RowAction>
    )
  return (
    <RowAction onClick={() => void act(archive.ask({ id }), () => say('clients.said.archived', { name }))}>
      {say('clients.row.archive')}
    </RowAction>
  )
}
