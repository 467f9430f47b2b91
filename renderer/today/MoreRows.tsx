import { Button } from '../ui/Button'
import { useWords } from '../ui/use-words'
import styles from './today.module.css'
import type { FirstRows } from './use-first-rows'

/** The way to the rows that are not shown yet. */
export function MoreRows({ more, showAll }: Pick<FirstRows<unknown>, 'more' | 'showAll'>) {
  const say = useWords()
  if (more === 0) return null
  return (
    <div className={styles.more}>
      <Button onClick={(event) => showAndGoOn(event.currentTarget, showAll)}>
        {say('today.more', { n: more })}
      </Button>
    </div>
  )
}

/** The focus goes on to the first row that was not shown before. */
function showAndGoOn(button: HTMLElement, showAll: () => void): void {
  const section = button.closest('section')
  const before = rowsOf(section).length
  showAll()
  requestAnimationFrame(() => rowsOf(section)[before]?.focus())
}

const rowsOf = (section: HTMLElement | null): readonly HTMLElement[] => [
  ...(section?.querySelectorAll<HTMLElement>('[data-row]') ?? []),
]
