import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { MoreIcon } from './icons'
import { useRow } from './row-context'
import { useWords } from './use-words'
import styles from './more-menu.module.css'

/** One thing a menu does. */
export type MenuChoice = {
  readonly id: string
  readonly label: string
  readonly onPress: () => void
  readonly isDisabled?: boolean
}

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
  const { isSelected } = useRow()
  return (
    <MenuTrigger>
      <Button
        className={styles.button ?? ''}
        aria-label={label ?? say('ui.more')}
        excludeFromTabOrder={isInRow && !isSelected}
      >
        <MoreIcon />
      </Button>
      <Popover className={styles.popover ?? ''} placement="bottom end" offset={4}>
        <Menu className={styles.menu ?? ''}>
          {choices.map((choice) => (
            <MenuItem
              key={choice.id}
              id={choice.id}
              className={styles.item ?? ''}
              isDisabled={choice.isDisabled ?? false}
              onAction={() => afterClosing(choice.onPress)}
            >
              {choice.label}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

/** A menu gives the focus back in the frame after it closed; what is chosen begins then and may take the focus. */
const afterClosing = (act: () => void): void =>
  void requestAnimationFrame(() => requestAnimationFrame(() => act()))
