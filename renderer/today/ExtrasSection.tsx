import { api } from '../../shared/api/index'
import type { ExtraRow, Today } from '../../shared/domain/today'
import { money } from '../../shared/words/format'
import { useCommand } from '../api'
import { goTo } from '../route'
import { SnoozeMenu } from '../snooze/SnoozeMenu'
import { useAct } from '../status'
import { ExtraIcon } from '../ui/icons'
import { Row, RowAction } from '../ui/Row'
import { RowList } from '../ui/RowList'
import { RowWhat } from '../ui/RowText'
import { SectionHeader } from '../ui/SectionHeader'
import { Section } from '../ui/Sheet'
import { useLeaving, type Shown } from './use-leaving'
import { useLanguage, useWords } from '../ui/use-words'
import { ClientName } from './ClientName'
import { ExtraCost, ExtraWhen } from './ExtraText'
import { panelUnder } from './PanelUnder'
import { extraRowId, type RowSetting } from './panels'
import { Tick } from './Tick'

/** Where a little more than was promised would fit; on a clear day the first stands out. */
export function ExtrasSection({
  today,
  isClear,
  setting,
}: {
  today: Today
  isClear: boolean
  setting: RowSetting
}) {
  const say = useWords()
  const note = useBudgetNote(today)
  const rows = useLeaving(today.extras, extraRowId)
  if (rows.length === 0) return null
  return (
    <Section labelledBy="extras">
      <SectionHeader
        id="extras"
        title={say('today.extras.title')}
        count={today.extras.length}
        note={isClear ? say('today.extras.ifTime') : note}
      />
      <RowList labelledBy="extras">
        {rows.map((shown, place) => (
          <Extra
            key={shown.id}
            {...shown}
            isProminent={isClear && place === 0}
            currency={today.currency}
            setting={setting}
          />
        ))}
      </RowList>
    </Section>
  )
}

function Extra({
  id,
  item: row,
  isLeaving,
  isProminent,
  currency,
  setting,
}: Shown<ExtraRow> & { isProminent: boolean; currency: string; setting: RowSetting }) {
  const say = useWords()
  const acts = useExtraActs(row, id, setting)
  return (
    <Row
      id={id}
      isLeaving={isLeaving}
      onOpen={() => goTo({ screen: 'client', clientId: row.clientId })}
      when={<ExtraWhen row={row} day={setting.day} />}
      who={<ClientName clientId={row.clientId} name={row.clientName} event={row.event} day={setting.day} />}
      what={<RowWhat first={row.what} second={row.because} />}
      actions={
        isLeaving ? (
          <Tick isAside={setting.aside.has(id)} />
        ) : (
          <>
            <ExtraCost row={row} currency={currency} />
            <RowAction
              letter="E"
              kind="outlined"
              isProminent={isProminent}
              icon={<ExtraIcon size={14} />}
              onClick={acts.give}
            >
              {say('today.extras.give')}
            </RowAction>
            <SnoozeMenu
              id={id}
              row={{ item: 'extra', itemId: row.extraId, name: row.clientName }}
              setting={setting}
              more={acts.more}
            />
          </>
        )
      }
      peek={panelUnder(id, setting)}
    />
  )
}

function useExtraActs(row: ExtraRow, rowId: string, { panels }: RowSetting) {
  const say = useWords()
  const act = useAct()
  const { extraId, clientId, what } = row
  const given = useCommand(api.extras.give)
  const decline = useCommand(api.extras.decline)
  return {
    give: () => panels.show({ kind: 'letter', rowId, begin: { kind: 'little-extra', clientId, extraId } }),
    more: [
      {
        id: 'given',
        label: say('today.extras.given'),
        onPress: () => void act(given.ask({ id: extraId }), () => say('today.said.given', { what })),
      },
      {
        id: 'decline',
        label: say('today.extras.decline'),
        onPress: () => void act(decline.ask({ id: extraId }), () => say('today.said.declined', { what })),
      },
    ],
  }
}

/** What is left of the quarter's budget; nothing where there is no budget. */
function useBudgetNote({ extrasQuarterMinor, extrasSpentMinor, currency }: Today): string | null {
  const say = useWords()
  const language = useLanguage()
  if (extrasQuarterMinor === 0) return null
  const quarter = money(extrasQuarterMinor, currency, language)
  const left = extrasQuarterMinor - extrasSpentMinor
  if (left <= 0) return say('today.extras.spent', { quarter })
  return say('today.extras.budget', { left: money(left, currency, language), quarter })
}
