import type { ComingDay, ComingItem } from '../../shared/domain/coming-up'
import { assertNever } from '../../shared/lib/assert'
import { dayLong, dayOfMonth, timeShort, weekdayShort } from '../../shared/words/format'
import type { Say } from '../../shared/words/say'
import { hrefOf } from '../../shared/domain/route'
import { useLanguage, useWords } from '../ui/use-words'
import { ComingIcon } from './ComingIcon'
import styles from './coming-up.module.css'

/** The seven days ahead, in the rail: what happens, what is promised, which day is full. */
export function ComingUp({ days }: { days: readonly ComingDay[] }) {
  const say = useWords()
  return (
    <>
      <h2 className={styles.title}>{say('today.coming.title')}</h2>
      <ol role="list">
        {days.map((day) => (
          <Day key={day.day} day={day} />
        ))}
      </ol>
    </>
  )
}

function Day({ day }: { day: ComingDay }) {
  const language = useLanguage()
  return (
    <li className={styles.day}>
      <h3 className={styles.date} title={dayLong(day.day, language)}>
        <span className={styles.weekday}>{weekdayShort(day.day, language)}</span>{' '}
        <span className={styles.figure}>{dayOfMonth(day.day)}</span>
      </h3>
      <div>{day.items.length === 0 ? <Nothing day={day} /> : <Things day={day} />}</div>
    </li>
  )
}

function Nothing({ day }: { day: ComingDay }) {
  const say = useWords()
  return (
    <p className={styles.nothing}>{say(day.isWorkingDay ? 'today.coming.nothing' : 'today.coming.dayOff')}</p>
  )
}

function Things({ day }: { day: ComingDay }) {
  const say = useWords()
  return (
    <>
      <ul role="list" className={styles.items}>
        {day.items.map((item) => (
          <li key={keyOf(item)} className={styles.item}>
            <ComingIcon item={item} />
            <a className={styles.text} href={hrefOf({ screen: 'client', clientId: item.clientId })}>
              {textOf(item, say)}
            </a>
          </li>
        ))}
      </ul>
      {day.isFull && day.isWorkingDay && <p className={styles.full}>{say('today.coming.full')}</p>}
    </>
  )
}

function keyOf(item: ComingItem): string {
  switch (item.kind) {
    case 'milestone':
      return `milestone-${item.milestoneId}`
    case 'promise':
      return `promise-${item.promiseId}`
    case 'update':
    case 'event':
      return `${item.kind}-${item.projectId}`
    case 'extra':
      return `extra-${item.extraId}`
    default:
      return assertNever(item)
  }
}

/** With a place it is 'what, place, time, client', otherwise 'what, client, time'. */
function textOf(item: ComingItem, say: Say): string {
  const client = item.clientName
  if (item.kind === 'update') return say('today.coming.update', { client })
  const { what } = item
  if (item.kind === 'promise' && item.isAnswer) return what
  if (item.kind !== 'milestone') return say('today.coming.thing', { what, client })
  const { place } = item
  const time = item.atTime === null ? null : timeShort(item.atTime)
  if (place !== null && time !== null) return say('today.coming.placeAt', { what, place, time, client })
  if (place !== null) return say('today.coming.place', { what, place, client })
  if (time !== null) return say('today.coming.thingAt', { what, client, time })
  return say('today.coming.thing', { what, client })
}
