import { api } from '../../shared/api/index'
import type { SnoozeChoice } from '../../shared/api/snoozes'
import type { SnoozeDays, SnoozeItem } from '../../shared/domain/snooze'
import { timeShort } from '../../shared/words/format'
import type { Language, Say } from '../../shared/words/say'
import { useCommand } from '../api'
import { useAct } from '../status'
import type { RowSetting } from '../today/panels'
import { SnoozeIcon } from '../ui/icons'
import { MenuButton } from '../ui/MenuButton'
import { MenuList, type MenuChoice, type MenuGroup } from '../ui/MenuList'
import { useLanguage, useWords } from '../ui/use-words'
import type { SnoozedRow } from './SnoozeMenu'
import { untilWords } from '../../shared/words/until'
import { useChoices } from './use-choices'

type Menu = {
  readonly id: string
  readonly row: SnoozedRow
  readonly setting: RowSetting
  readonly more: readonly MenuChoice[]
}

/** The moon as a button with its menu; see SnoozeMenu, which loads it. */
export function SnoozeButton(menu: Menu) {
  const say = useWords()
  const { name } = menu.row
  const label = menu.more.length === 0 ? 'snooze.menu.only' : 'snooze.menu'
  return (
    <MenuButton label={say(label, { name })} icon={<SnoozeIcon />} letter="S" isInRow>
      <Choices {...menu} />
    </MenuButton>
  )
}

function Choices({ id: rowId, row, setting, more }: Menu) {
  const say = useWords()
  const language = useLanguage()
  const offered = useChoices(row)
  const { day, panels } = setting
  const putAside = usePutAside(row, day)
  if (offered === null) return null
  const { moments, days } = offered
  const choices = moments.map((choice) => ({
    id: choice.key,
    label: choice.label,
    note: noteOf(choice, day, language),
    onPress: () => putAside(choice),
  }))
  const another = anotherDay(days, say, (days) => panels.show({ kind: 'snooze-day', rowId, row, days }))
  return <MenuList groups={groupsOf([...choices, ...another], more, row, say)} />
}

/** Any other day is chosen under the row. */
const anotherDay = (
  days: SnoozeDays | null,
  say: Say,
  choose: (days: SnoozeDays) => void,
): readonly MenuChoice[] =>
  days === null ? [] : [{ id: 'day', label: say('snooze.choice.day'), onPress: () => choose(days) }]

/** The moment a choice means; one that is called by its day says the time alone. */
function noteOf({ key, showOn, showTime }: SnoozeChoice, day: string, language: Language): string {
  return key === 'tomorrow' || key === 'monday'
    ? timeShort(showTime)
    : untilWords(showOn, showTime, day, language)
}

/** Where nothing can be chosen, the reason stands over what else can be done. */
function groupsOf(
  choices: readonly MenuChoice[],
  more: readonly MenuChoice[],
  { item, name }: SnoozedRow,
  say: Say,
): readonly MenuGroup[] {
  if (choices.length === 0) return [{ id: 'more', title: reason(item, name, say), choices: more }]
  const until = { id: 'until', title: say('snooze.until'), choices }
  return more.length === 0 ? [until] : [until, { id: 'more', title: null, choices: more }]
}

function reason(item: SnoozeItem, name: string, say: Say): string {
  if (item === 'wait') return say('snooze.none.wait', { name })
  return say(item === 'promise' ? 'snooze.none.promise' : 'snooze.none')
}

function usePutAside({ item, itemId, name }: SnoozedRow, day: string) {
  const say = useWords()
  const language = useLanguage()
  const act = useAct()
  const snooze = useCommand(api.snoozes.snooze)
  return ({ showOn, showTime }: SnoozeChoice) =>
    void act(snooze.ask({ item, itemId, showOn, showTime }), (put) =>
      say('snooze.said', { name, when: untilWords(put.showOn, put.showTime, day, language) }),
    )
}
