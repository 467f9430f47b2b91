import type { Today, UpdateRow } from '../../shared/domain/today'
import { goTo } from '../route'
import { SnoozeMenu } from '../snooze/SnoozeMenu'
import { Peek } from '../ui/Peek'
import { Row, RowAction } from '../ui/Row'
import { RowList } from '../ui/RowList'
import { SectionHeader } from '../ui/SectionHeader'
import { Section } from '../ui/Sheet'
import { useFirstRows } from './use-first-rows'
import { useLeaving, type Shown } from './use-leaving'
import { useWords } from '../ui/use-words'
import { ClientName } from './ClientName'
import { panelUnder } from './PanelUnder'
import { isDueUpdate } from './numbers'
import { MoreRows } from './MoreRows'
import { updateRowId, type RowSetting } from './panels'
import styles from './today.module.css'
import { UpdateWhat, UpdateWhen } from './UpdateText'
import { useUpdateActs } from './update-acts'
import { Tick } from './Tick'

/** The clients due to hear how things stand; the most overdue shows how its letter begins. */
export function UpdatesSection({ updates, setting }: { updates: Today['updates']; setting: RowSetting }) {
  const say = useWords()
  const first = useFirstRows(updates, updateRowId, setting.reach)
  const rows = useLeaving(first.rows, updateRowId)
  if (rows.length === 0) return null
  const mostOverdue = updates.find(isDueUpdate)
  return (
    <Section labelledBy="updates">
      <SectionHeader id="updates" title={say('today.updates.title')} count={updates.length} />
      <RowList labelledBy="updates">
        {rows.map((shown) => (
          <Update
            key={shown.id}
            {...shown}
            isFirst={shown.item.projectId === mostOverdue?.projectId}
            setting={setting}
          />
        ))}
      </RowList>
      <MoreRows {...first} />
    </Section>
  )
}

function Update({
  id,
  item: row,
  isLeaving,
  isFirst,
  setting,
}: Shown<UpdateRow> & { isFirst: boolean; setting: RowSetting }) {
  const say = useWords()
  const acts = useUpdateActs(row, id, setting)
  return (
    <Row
      id={id}
      isLeaving={isLeaving}
      onOpen={() => goTo({ screen: 'client', clientId: row.clientId })}
      when={<UpdateWhen row={row} day={setting.day} />}
      who={<ClientName clientId={row.clientId} name={row.clientName} event={row.event} day={setting.day} />}
      what={<UpdateWhat row={row} />}
      actions={
        isLeaving ? (
          <Tick isAside={setting.aside.has(id)} />
        ) : (
          <>
            <RowAction letter="U" kind="outlined" isProminent={isFirst} onClick={() => void acts.send()}>
              {say('today.updates.send')}
            </RowAction>
            <RowAction onClick={acts.edit}>{say('today.updates.edit')}</RowAction>
            <SnoozeMenu
              id={id}
              row={{ item: 'update', itemId: row.projectId, name: row.clientName }}
              setting={setting}
            />
          </>
        )
      }
      peek={
        panelUnder(id, setting) ?? (isFirst && setting.panels.open === null ? <Beginning row={row} /> : null)
      }
    />
  )
}

/** How the letter begins; it steps back while something else is open on the screen. */
function Beginning({ row }: { row: UpdateRow }) {
  const say = useWords()
  return (
    <Peek isLetter label={say('today.updates.preview', { name: row.clientName })}>
      <p className={styles.beginning}>{row.peek}</p>
    </Peek>
  )
}
