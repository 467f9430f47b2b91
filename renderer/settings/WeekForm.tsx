import { api } from '../../shared/api/index'
import type { Calendar, Span } from '../../shared/domain/calendar'
import { useCommand } from '../api'
import { useForm } from '../form/use-form'
import { useStatus } from '../status'
import { useWords } from '../ui/use-words'
import { DayHours } from './DayHours'
import { SettingsForm } from './SettingsForm'
import { useFollow } from './use-follow'
import { daysOfWeek, newSpan, typedWeek, weekDetails, type WeekdayNumber } from './week'
import styles from './settings.module.css'

/** The hours of every week: any number of stretches a day, past midnight too. */
export function WeekForm({ calendar }: { calendar: Calendar }) {
  const say = useWords()
  const status = useStatus()
  const changing = useCommand(api.calendar.changeHours)
  const current = typedWeek(calendar)
  const form = useForm({ start: current, revision: calendar.version, keepAs: 'settings.hours' })
  useFollow(form, current, calendar.version)
  const { spans } = form.typed
  const set = (next: readonly Span[]) => form.set({ spans: next })
  const save = async () => {
    const done = await form.submit((typed) => changing.ask(weekDetails(typed)))
    if (done === null) return
    form.beginAnew(typedWeek(weekDetails(form.typed)), form.revision)
    status.tell(say('settings.hours.saved'), done.operationId)
  }
  const add = (weekday: WeekdayNumber) => {
    const after = spans.findLastIndex((span) => span.weekday <= weekday)
    set(spans.toSpliced(after + 1, 0, newSpan(weekday, spans)))
  }
  return (
    <SettingsForm label={say('settings.hours.week')} form={form} onSave={() => void save()}>
      <ul role="list" className={styles.week}>
        {daysOfWeek.map((weekday) => (
          <DayHours
            key={weekday}
            weekday={weekday}
            spans={spans}
            problem={form.problem}
            onChange={(place, change) =>
              set(spans.map((span, index) => (index === place ? { ...span, ...change } : span)))
            }
            onAdd={() => add(weekday)}
            onRemove={(place) => set(spans.filter((_, index) => index !== place))}
          />
        ))}
      </ul>
    </SettingsForm>
  )
}
