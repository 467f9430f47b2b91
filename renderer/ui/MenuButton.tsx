import { useRef, useState, type ReactNode } from 'react'
import { Button, MenuTrigger, Popover } from 'react-aria-components'
import { focusRowOf } from './Row'
import { afterClosing } from './after-closing'
import { useRow } from './row-context'
import { isInsidePeek } from './row-movement'
import { useKeyFinder } from './use-keys'
import styles from './menu.module.css'

/** A square button that opens a menu, a <MenuList> inside it. It brings its own weight: load it with `lazy`. */
export function MenuButton({
  label,
  icon,
  letter,
  isInRow = false,
  children,
}: {
  label: string
  icon: ReactNode
  /** The letter that opens it on the selected row: 'S'. */
  letter?: string
  /** In a row it is reached by Tab only while the row is selected. */
  isInRow?: boolean
  /** Shown, and asked for, only while the menu is open. */
  children: ReactNode
}) {
  const { isSelected } = useRow()
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  useKeyFinder(
    'row',
    (keys, event) =>
      keys === letter?.toLowerCase() && !isInsidePeek(event.target) ? () => setOpen(true) : undefined,
    isInRow && isSelected,
  )
  /** Arrows move between the rows again; on the button itself they would open its menu. */
  const backToRow = () => {
    if (document.activeElement === button.current) focusRowOf(button.current)
  }
  const turn = (opens: boolean) => {
    setOpen(opens)
    if (isInRow && !opens) afterClosing(backToRow)
  }
  return (
    <MenuTrigger isOpen={isOpen} onOpenChange={turn}>
      <Button
        ref={button}
        className={styles.button ?? ''}
        aria-label={label}
        excludeFromTabOrder={isInRow && !isSelected}
      >
        {icon}
      </Button>
      <Popover className={styles.popover ?? ''} placement="bottom end" offset={4}>
        {children}
      </Popover>
    </MenuTrigger>
  )
}
