import { lazy, Suspense } from 'react'
import { api } from '../../shared/api/index'
import type { PromiseDueRow, Today } from '../../shared/domain/today'
import { useCommand } from '../api'
import { goTo } from '../route'
import { SnoozeMenu } from '../snooze/SnoozeMenu'
import { useAct } from '../status'
import { CheckIcon } from '../ui/icons'
import { Loading } from '../ui/Loading'
import { Row, RowAction } from '../ui/Row'
import { RowList } from '../ui/RowList'
import { SectionHeader } from '../ui/SectionHeader'
import { Section } from '../ui/Sheet'
import { useFirstRows } from './use-first-rows'
import { useLeaving, type Shown } from './use-leaving'
import { useWords } from '../ui/use-words'
import { ClientName } from './ClientName'
import { panelUnder } from './PanelUnder'
import { isPast } from './numbers'
import { MoreRows } from './MoreRows'
import { promiseRowId, type RowSetting } from './panels'
import { PromiseWhat, PromiseWhen } from './PromiseText'
import { Tick } from './Tick'

const MovePanel = lazy(async () => ({ default: (await import('./MovePanel')).MovePanel }))

/** The promises whose day has come or is near, the earliest first. */
export function PromisesSection({ today, setting }: { today: Today; setting: RowSetting }) {
  const say = useWords()
  const first = useFirstRows(today.promises, promiseRowId, setting.reach)
  const rows = useLeaving(first.rows, promiseRowId)
  if (rows.length === 0) return null
  return (
    <Section labelledBy="promises">
      <SectionHeader id="promises" title={say('today.promises.title')} count={today.promises.length} />
      <RowList labelledBy="promises">
        {rows.map((shown) => (
          <Promised key={shown.id} {...shown} setting={setting} />
        ))}
      </RowList>
      <MoreRows {...first} />
    </Section>
  )
}

function Promised({ id, item: row, isLeaving, setting }: Shown<PromiseDueRow> & { setting: RowSetting }) {
  const say = useWords()
  const acts = usePromiseActs(row, setting)
  const { panels } = setting
  const isMoving = panels.open?.kind === 'move' && panels.open.rowId === id
  return (
    <Row
      id={id}
      isLeaving={isLeaving}
      keys={{ k: acts.keep }}
      onOpen={() => goTo({ screen: 'client', clientId: row.clientId })}
      when={<PromiseWhen row={row} setting={setting} />}
      who={<ClientName clientId={row.clientId} name={row.clientName} event={row.event} day={setting.day} />}
      what={<PromiseWhat row={row} setting={setting} />}
      actions={
        isLeaving ? (
          <Tick isAside={setting.aside.has(id)} />
        ) : (
          <>
            <RowAction aria-keyshortcuts="K" icon={<CheckIcon size={14} />} onClick={acts.keep}>
              {say('today.promises.kept')}
            </RowAction>
            <RowAction
              letter="M"
              kind="outlined"
              aria-expanded={isMoving}
              onClick={() => panels.show({ kind: 'move', rowId: id })}
            >
              {say('today.promises.move')}
            </RowAction>
            <SnoozeMenu
              id={id}
              row={{ item: 'promise', itemId: row.promiseId, name: row.clientName }}
              setting={setting}
              more={acts.more}
            />
          </>
        )
      }
      peek={
        panelUnder(id, setting) ??
        (isMoving ? (
          <Suspense fallback={<Loading rows={2} />}>
            <MovePanel
              promiseId={row.promiseId}
              onClose={panels.close}
              onOpenLetter={(begin) => panels.show({ kind: 'letter', rowId: id, begin })}
            />
          </Suspense>
        ) : null)
      }
    />
  )
}

function usePromiseActs(row: PromiseDueRow, { now }: RowSetting) {
  const say = useWords()
  const act = useAct()
  const { promiseId: id, what } = row
  const keep = useCommand(api.promises.keep)
  const broken = useCommand(api.promises.break)
  const withdraw = useCommand(api.promises.withdraw)
  const choices = [
    {
      id: 'withdrawn',
      label: say('today.promises.withdrawn'),
      onPress: () => void act(withdraw.ask({ id }), () => say('today.said.withdrawn', { what })),
    },
    {
      id: 'broken',
      label: say('today.promises.broken'),
      onPress: () => void act(broken.ask({ id }), () => say('today.said.broken', { what })),
    },
  ]
  return {
    keep: () => void act(keep.ask({ id }), () => say('today.said.kept', { what })),
    more: isPast(row, now) ? choices : choices.slice(0, 1),
  }
}
