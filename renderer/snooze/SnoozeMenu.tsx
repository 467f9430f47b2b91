import { lazy, Suspense } from 'react'
import type { SnoozeItem } from '../../shared/domain/snooze'
import type { RowSetting } from '../today/panels'
import type { MenuChoice } from '../ui/MenuList'
import { SnoozeIcon } from '../ui/icons'
import styles from './snooze.module.css'

const SnoozeButton = lazy(async () => ({ default: (await import('./SnoozeButton')).SnoozeButton }))

/** A row that can be put aside. */
export type SnoozedRow = {
  readonly item: SnoozeItem
  readonly itemId: number
  /** Whom it is about, as the status line says it. */
  readonly name: string
}

/** The moon at the end of a row: until when it can be put aside and, under it, what is seldom done with the row. */
export function SnoozeMenu({ more = [], ...menu }: MenuProps) {
  return (
    <Suspense fallback={<MoonSpace />}>
      <SnoozeButton {...menu} more={more} />
    </Suspense>
  )
}

type MenuProps = {
  /** The row's place on the screen: 'wait-12'. */
  readonly id: string
  readonly row: SnoozedRow
  readonly setting: RowSetting
  readonly more?: readonly MenuChoice[]
}

/** The place of the moon until it can be pressed, so that the buttons of all rows stand in line. */
function MoonSpace() {
  return (
    <span className={styles.space} aria-hidden>
      <SnoozeIcon />
    </span>
  )
}
