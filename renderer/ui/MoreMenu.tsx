import { MenuButton } from './MenuButton'
import { MenuList, type MenuChoice } from './MenuList'
import { MoreIcon } from './icons'
import { useWords } from './use-words'

export type { MenuChoice }

/** What is seldom done, behind three dots. It brings its own weight: load it with `lazy`. */
export function MoreMenu({
  choices,
  label,
  isInRow = false,
}: {
  choices: readonly MenuChoice[]
  label?: string
  /** In a row it is reached by Tab only while the row is selected. */
  isInRow?: boolean
}) {
  const say = useWords()
  return (
    <MenuButton label={label ?? say('ui.more')} icon={<MoreIcon />} isInRow={isInRow}>
      <MenuList groups={[{ id: 'more', title: null, choices }]} />
    </MenuButton>
  )
}
