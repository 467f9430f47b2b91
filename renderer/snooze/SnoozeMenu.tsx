import { lazy, Suspense } from 'react'
import type { SnoozeItem } from '../../shared/domain/snooze'
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
export function SnoozeMenu({
  row,
  day,
  more = [],
}: {
  row: SnoozedRow
  day: string
  more?: readonly MenuChoice[]
}) {
  return (
    <Suspense fallback={<MoonSpace />}>
      <SnoozeButton row={row} day={day} more={more} />
    </Suspense>
  )
}

/** The place of the moon until it can be pressed, so that the buttons of all rows stand in line. */
function MoonSpace() {
  return (
    <span className={styles.space} aria-hidden>
      <SnoozeIcon />
    </span>
  )
}
