import type { Today, WaitingRow } from '../../shared/domain/today'
import { workingLength } from '../../shared/words/format'
import { goTo } from '../route'
import { SnoozeMenu } from '../snooze/SnoozeMenu'
import { Row, RowAction } from '../ui/Row'
import { RowList } from '../ui/RowList'
import { SectionHeader } from '../ui/SectionHeader'
import { Section } from '../ui/Sheet'
import { useFirstRows } from './use-first-rows'
import { useLeaving, type Shown } from './use-leaving'
import { useLanguage, useWords } from '../ui/use-words'
import { ClientName } from './ClientName'
import { MoreRows } from './MoreRows'
import { waitingRowId, type RowSetting } from './panels'
import { panelUnder } from './PanelUnder'
import { useWaitingActs } from './waiting-acts'
import { WaitingWhat, WaitingWhen } from './WaitingText'
import { Tick } from './Tick'

/** Who is waiting for a reply, the most urgent first. */
export function WaitingSection({ today, setting }: { today: Today; setting: RowSetting }) {
  const say = useWords()
  const standard = useStandard(today.ackMinutes)
  const first = useFirstRows(today.waiting, waitingRowId, setting.reach)
  const rows = useLeaving(first.rows, waitingRowId)
  if (rows.length === 0) return null
  return (
    <Section labelledBy="waiting">
      <SectionHeader
        id="waiting"
        title={say('today.waiting.title')}
        count={today.waiting.length}
        note={say('today.waiting.standard', { length: standard })}
      />
      <RowList labelledBy="waiting">
        {rows.map((shown) => (
          <Waiting key={shown.id} {...shown} today={today} setting={setting} />
        ))}
      </RowList>
      <MoreRows {...first} />
    </Section>
  )
}

function Waiting({
  id,
  item: row,
  isLeaving,
  today,
  setting,
}: Shown<WaitingRow> & { today: Today; setting: RowSetting }) {
  const say = useWords()
  const acts = useWaitingActs(row, id, setting)
  const more = [
    { id: 'called', label: say('today.waiting.called'), onPress: acts.called },
    { id: 'no-reply', label: say('today.waiting.noReply'), note: 'N', onPress: acts.noReply },
  ]
  return (
    <Row
      id={id}
      isLeaving={isLeaving}
      onOpen={() => goTo({ screen: 'client', clientId: row.clientId })}
      keys={{ n: acts.noReply }}
      when={<WaitingWhen row={row} calendar={today.calendar} setting={setting} />}
      who={<ClientName clientId={row.clientId} name={row.name} event={row.event} day={setting.day} />}
      what={<WaitingWhat row={row} />}
      actions={
        isLeaving ? (
          <Tick isAside={setting.aside.has(id)} />
        ) : (
          <>
            <RowAction letter="A" kind="filled" onClick={() => void acts.acknowledge()}>
              {say('today.waiting.acknowledge')}
            </RowAction>
            <RowAction letter="R" kind="outlined" onClick={acts.reply}>
              {say('today.waiting.reply')}
            </RowAction>
            <SnoozeMenu
              id={id}
              row={{ item: 'wait', itemId: row.waitId, name: row.name }}
              setting={setting}
              more={more}
            />
          </>
        )
      }
      peek={panelUnder(id, setting)}
    />
  )
}

/** '4 working hours', '1 h 30 m of working time'. */
function useStandard(minutes: number): string {
  const say = useWords()
  const language = useLanguage()
  return minutes % 60 === 0
    ? say('today.waiting.standardHours', { hours: minutes / 60 })
    : say('today.waiting.standardLength', { length: workingLength(minutes, language) })
}
