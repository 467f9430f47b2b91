import type { OpenSpan } from '../../shared/domain/calendar'
import type { WaitingRow } from '../../shared/domain/today'
import { capitalised, dayShort, momentBrief, momentShort, workingLength } from '../../shared/words/format'
import { ClockRing } from '../ui/ClockRing'
import { RowWhat, RowWhen } from '../ui/RowText'
import { useLanguage, useWords } from '../ui/use-words'
import { Explained } from './Explained'
import { clockOf } from './numbers'
import type { RowSetting } from './panels'

/** The `when` column of somebody who waits: the clock, and since when; how it is counted is told on hover. */
export function WaitingWhen({
  row,
  calendar,
  setting,
}: {
  row: WaitingRow
  calendar: readonly OpenSpan[]
  setting: RowSetting
}) {
  const say = useWords()
  const language = useLanguage()
  const { now, zone } = setting
  const clock = clockOf(row, calendar, now)
  const length = workingLength(clock.leftMinutes, language)
  const absolute = say('today.waiting.absolute', {
    channel: say(`channel.${row.channel}`),
    moment: momentShort(row.waitingSince, zone, language),
    explanation: row.explanation.text,
  })
  return (
    <RowWhen
      ring={<ClockRing share={clock.share} tone={clock.state === 'fine' ? 'calm' : clock.state} />}
      tone={clock.state === 'fine' ? 'plain' : clock.state}
      first={
        <Explained by={capitalised(absolute)}>
          {say(clock.state === 'late' ? 'today.waiting.over' : 'today.waiting.left', { length })}
        </Explained>
      }
      second={say('today.waiting.since', { when: momentBrief(row.waitingSince, now, zone, language) })}
    />
  )
}

/** The `what` column: what it is about, over the client's own words. */
export function WaitingWhat({ row }: { row: WaitingRow }) {
  const say = useWords()
  const language = useLanguage()
  if (row.answerPromisedOn === null) return <RowWhat first={row.subject} second={row.snippet} isTheirWords />
  const day = dayShort(row.answerPromisedOn, language)
  return <RowWhat first={row.subject} second={say('today.waiting.promised', { day })} />
}
