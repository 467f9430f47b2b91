import type { PromiseDueRow } from '../../shared/domain/today'
import { daysBetween, dayOf } from '../../shared/lib/time'
import { comingDay, dayShort, momentShort, relativeDay, timeShort } from '../../shared/words/format'
import type { Language, Say } from '../../shared/words/say'
import { RowWhat, RowWhen } from '../ui/RowText'
import { useLanguage, useWords } from '../ui/use-words'
import { Explained } from './Explained'
import { isPast } from './numbers'
import type { RowSetting } from './panels'

/** The `when` column of a promise: its told day, over the time; the exact moment is told on hover. */
export function PromiseWhen({ row, setting }: { row: PromiseDueRow; setting: RowSetting }) {
  const say = useWords()
  const language = useLanguage()
  const { day, zone, now } = setting
  const absolute = say('today.promises.absolute', { moment: momentShort(row.dueAt, zone, language) })
  return (
    <RowWhen
      tone={toneOf(row, day, now)}
      first={<Explained by={absolute}>{dayWords(row, day, language)}</Explained>}
      second={untilWhen(row, setting, say)}
    />
  )
}

/** A promise for today is due today and no more; one for another day is listed because it is soon. */
const toneOf = (row: PromiseDueRow, day: string, now: number) =>
  isPast(row, now) ? 'late' : row.state === 'at-risk' && row.dueOn > day ? 'soon' : 'plain'

const dayWords = ({ dueOn }: PromiseDueRow, day: string, language: Language): string =>
  daysBetween(dueOn, day) > 0 ? relativeDay(dueOn, day, language) : comingDay(dueOn, day, language)

function untilWhen(row: PromiseDueRow, { day, now }: RowSetting, say: Say): string {
  const time = row.dueTime === null ? null : timeShort(row.dueTime)
  if (isPast(row, now))
    return time === null ? say('today.promises.wasDue') : say('today.promises.wasDueBy', { time })
  if (row.dueOn > day && row.ownOn <= day) return say('today.promises.ownDay')
  return time === null ? say('today.promises.endOfDay') : say('today.promises.by', { time })
}

/** The `what` column of a promise: what was promised, over when and how it was said. */
export function PromiseWhat({ row, setting }: { row: PromiseDueRow; setting: RowSetting }) {
  const say = useWords()
  const language = useLanguage()
  const saidOn = dayOf(row.saidAt, setting.zone)
  const day =
    saidOn === setting.day
      ? say('today.promises.saidToday')
      : say('today.promises.saidOn', { day: dayShort(saidOn, language) })
  const said = say('today.promises.said', {
    day,
    channel: row.saidChannel,
    isTo: row.saidToName === null ? 'no' : 'yes',
    name: row.saidToName,
  })
  return <RowWhat first={row.what} second={row.note === null ? said : <span title={row.note}>{said}</span>} />
}
