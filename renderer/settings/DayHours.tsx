import { useRef } from 'react'
import type { Span } from '../../shared/domain/calendar'
import { timeShort, weekdayName } from '../../shared/words/format'
import { Button, IconButton } from '../ui/Button'
import { Field } from '../ui/Field'
import { CloseIcon } from '../ui/icons'
import { TimeInput } from '../ui/TextInput'
import { useLanguage, useWords } from '../ui/use-words'
import { endsNextDay, type WeekdayNumber } from './week'
import styles from './settings.module.css'

type DayHoursProps = {
  readonly weekday: WeekdayNumber
  readonly spans: readonly Span[]
  readonly problem: (path: string) => string | undefined
  readonly onChange: (place: number, change: Partial<Span>) => void
  readonly onAdd: () => void
  readonly onRemove: (place: number) => void
}

/** One day of the week: its stretches of hours, or closed. */
export function DayHours({ weekday, spans, problem, onChange, onAdd, onRemove }: DayHoursProps) {
  const say = useWords()
  const language = useLanguage()
  const row = useRef<HTMLLIElement>(null)
  const own = spans.flatMap((span, place) => (span.weekday === weekday ? [{ span, place }] : []))
  const more = say(own.length === 0 ? 'settings.hours.add' : 'settings.hours.addMore')
  const add = () => {
    onAdd()
    requestAnimationFrame(() => [...(row.current?.querySelectorAll('input') ?? [])].at(-2)?.focus())
  }
  return (
    <li ref={row} className={styles.day}>
      <span className={styles.dayName}>{weekdayName(weekday, language)}</span>
      <div className={styles.stretches}>
        {own.length === 0 && <span className={styles.closed}>{say('settings.hours.closed')}</span>}
        {own.map(({ span, place }, index) => (
          <Stretch
            key={index}
            span={span}
            weekday={weekday}
            opensError={problem(`spans.${place}.opensAt`)}
            closesError={problem(`spans.${place}.closesAt`)}
            onChange={(change) => onChange(place, change)}
            onRemove={() => onRemove(place)}
          />
        ))}
      </div>
      <Button onClick={add} aria-label={`${weekdayName(weekday, language)}: ${more}`}>
        {more}
      </Button>
    </li>
  )
}

type StretchProps = {
  readonly span: Span
  readonly weekday: WeekdayNumber
  readonly opensError: string | undefined
  readonly closesError: string | undefined
  readonly onChange: (change: Partial<Span>) => void
  readonly onRemove: () => void
}

function Stretch({ span, weekday, opensError, closesError, onChange, onRemove }: StretchProps) {
  const say = useWords()
  const language = useLanguage()
  const day = weekdayName(weekday, language)
  const next = weekdayName((weekday % 7) + 1, language)
  const closes = timeShort(span.closesAt)
  return (
    <div className={styles.stretch}>
      <Field label={say('settings.hours.from', { day })} isLabelHidden error={opensError}>
        <TimeInput value={span.opensAt} onChange={(opensAt) => onChange({ opensAt })} />
      </Field>
      <span className={styles.to}>{say('settings.hours.to')}</span>
      <Field label={say('settings.hours.until', { day })} isLabelHidden error={closesError}>
        <TimeInput value={span.closesAt} onChange={(closesAt) => onChange({ closesAt })} />
      </Field>
      <IconButton
        label={say('settings.hours.remove', { day, opens: timeShort(span.opensAt), closes })}
        icon={<CloseIcon size={14} />}
        onClick={onRemove}
      />
      {endsNextDay(span) && (
        <span className={styles.note}>
          {span.closesAt === '00:00'
            ? say('settings.hours.midnight')
            : say('settings.hours.nextDay', { closes, day: next })}
        </span>
      )}
    </div>
  )
}
