import { lazy, Suspense } from 'react'
import type { MenuChoice } from '../ui/MoreMenu'
import { MoreIcon } from '../ui/icons'
import { useWords } from '../ui/use-words'
import styles from './today.module.css'

const MoreMenu = lazy(async () => ({ default: (await import('../ui/MoreMenu')).MoreMenu }))

/** What is seldom done with a row, behind three dots at its end. */
export function RowMenu({ name, choices }: { name: string; choices: readonly MenuChoice[] }) {
  const say = useWords()
  return (
    <Suspense fallback={<RowMenuSpace isDrawn />}>
      <MoreMenu choices={choices} label={say('today.row.more', { name })} isInRow />
    </Suspense>
  )
}

/** The place of the three dots, so that the buttons of all rows stand in line. */
export function RowMenuSpace({ isDrawn = false }: { isDrawn?: boolean }) {
  return (
    <span className={styles.menuSpace} aria-hidden>
      {isDrawn && <MoreIcon />}
    </span>
  )
}
