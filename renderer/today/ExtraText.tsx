import type { ExtraRow } from '../../shared/domain/today'
import { comingDay, effort, money } from '../../shared/words/format'
import { RowWhen } from '../ui/RowText'
import { useLanguage, useWords } from '../ui/use-words'
import styles from './today.module.css'

/** The `when` column of an extra: the day of its occasion, over the occasion. */
export function ExtraWhen({ row, day }: { row: ExtraRow; day: string }) {
  const say = useWords()
  const language = useLanguage()
  const first =
    row.occasionOn === null ? say('today.extras.thisWeek') : comingDay(row.occasionOn, day, language)
  return <RowWhen tone="extra" first={first} second={row.occasion} />
}

/** What an extra costs, in money or, where it costs none, in time. */
export function ExtraCost({ row, currency }: { row: ExtraRow; currency: string }) {
  const language = useLanguage()
  const cost = row.costMinor !== null ? money(row.costMinor, currency, language) : null
  const length = row.minutes !== null ? effort(row.minutes, language) : null
  return <span className={styles.cost}>{cost ?? length}</span>
}
