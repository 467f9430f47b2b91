import type { UpdateRow } from '../../shared/domain/today'
import { dayMonth, dayShort, relativeDay } from '../../shared/words/format'
import type { Say } from '../../shared/words/say'
import { RowWhat, RowWhen } from '../ui/RowText'
import { useAnyWords, useLanguage, useWords } from '../ui/use-words'
import { Explained } from './Explained'
import { isDueUpdate } from './numbers'

/** The `when` column of an update: how long ago the last one was, over the rhythm. */
export function UpdateWhen({ row, day }: { row: UpdateRow; day: string }) {
  const say = useWords()
  const language = useLanguage()
  const due = dayShort(row.dueOn, language)
  const absolute =
    row.lastUpdateOn === null
      ? say('today.updates.absoluteFirst', { due })
      : say('today.updates.absolute', { last: dayShort(row.lastUpdateOn, language), due })
  const first =
    row.lastUpdateOn === null ? say('today.updates.none') : relativeDay(row.lastUpdateOn, day, language)
  return (
    <RowWhen
      tone={isDueUpdate(row) ? 'soon' : 'plain'}
      first={<Explained by={absolute}>{first}</Explained>}
      second={rhythm(row.everyDays, say)}
    />
  )
}

/** 'every 14 days', 'every 3 weeks': whole weeks from the third on. */
const rhythm = (days: number, say: Say): string =>
  days % 7 === 0 && days !== 14
    ? say('today.updates.everyWeeks', { n: days / 7 })
    : say('today.updates.everyDays', { n: days })

/** The `what` column of an update: how much there is to tell, over what stands behind it. */
export function UpdateWhat({ row }: { row: UpdateRow }) {
  const say = useWords()
  const sayAny = useAnyWords()
  const language = useLanguage()
  const since = row.lastUpdateOn === null ? '' : dayMonth(row.lastUpdateOn, language)
  const first =
    row.toTell === 0
      ? say('today.updates.little')
      : say('today.updates.toTell', { n: row.toTell, hasSince: since === '' ? 'no' : 'yes', since })
  return <RowWhat first={first} second={row.hint && sayAny(row.hint.key, row.hint.values)} />
}
