import { useRef, type ReactNode } from 'react'
import { Button, MenuTrigger, Popover } from 'react-aria-components'
import { focusRowOf } from './Row'
import { afterClosing } from './after-closing'
import { useRow } from './row-context'
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
  const button = useRef<HTMLButtonElement>(null)
  /** Arrows move between the rows again; on the button itself they would open its menu. */
  const backToRow = () => {
    if (document.activeElement === button.current) focusRowOf(button.current)
  }
  return (
    <MenuTrigger onOpenChange={(isOpen) => letter && !isOpen && afterClosing(backToRow)}>
      <Button
        ref={button}
        className={styles.button ?? ''}
        aria-label={label}
        data-key={letter?.toLowerCase()}
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
