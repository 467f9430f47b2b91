import type { DayChoice } from '../../shared/domain/day-load'
import { dayShort } from '../../shared/words/format'
import type { Day } from '../../shared/lib/time'
import { DayField, TimeField } from '../form/fields'
import { RadioRows } from '../ui/RadioRows'
import { useLanguage, useWords } from '../ui/use-words'
import { daysOffered, loadInWords } from './due-days'
import styles from './promises.module.css'

/** The told day as typed: '' for `dueOn` is the earliest safe day, which stands first. */
export type DueTyped = {
  readonly dueOn: Day | ''
  readonly isAnotherDay: boolean
  readonly dueTime: string
}

export const noDueYet: DueTyped = { dueOn: '', isAnotherDay: false, dueTime: '' }

/** The day that is meant: the one chosen or, where none was, the earliest safe one. */
export const meantDay = ({ dueOn, isAnotherDay }: DueTyped, choice: DayChoice | undefined): Day | '' =>
  dueOn === '' && !isAnotherDay ? (choice?.earliest ?? '') : dueOn

const another = 'another'

/** By when: the earliest safe day and the next ones with what each holds, any other day, and a time if one was said. */
export function DueFields({
  typed,
  onChange,
  choice,
  label,
  dayError,
  timeError,
}: {
  typed: DueTyped
  onChange: (change: Partial<DueTyped>) => void
  choice: DayChoice | undefined
  label: string
  dayError: string | undefined
  timeError: string | undefined
}) {
  const say = useWords()
  const language = useLanguage()
  const offers = choice ? daysOffered(choice) : []
  const value = typed.isAnotherDay ? another : meantDay(typed, choice)
  const choose = (day: string) =>
    onChange(day === another ? { isAnotherDay: true } : { isAnotherDay: false, dueOn: day })
  const load = choice && typed.dueOn !== '' ? loadInWords(typed.dueOn, choice, language) : null
  return (
    <div className={styles.due}>
      <RadioRows
        label={label}
        value={value}
        onChange={choose}
        choices={[
          ...offers.map(({ day }) => ({
            value: day,
            label: dayShort(day, language),
            hint: choice && loadInWords(day, choice, language),
          })),
          { value: another, label: say('days.other') },
        ]}
      />
      <div className={styles.dueFields}>
        {typed.isAnotherDay && (
          <DayField
            label={say('days.title')}
            value={typed.dueOn}
            onChange={(dueOn) => onChange({ dueOn })}
            error={dayError}
            hint={load}
          />
        )}
        <TimeField
          label={say('promiseForm.dueTime')}
          isOptional
          value={typed.dueTime}
          onChange={(dueTime) => onChange({ dueTime })}
          error={timeError ?? (typed.isAnotherDay ? undefined : dayError)}
        />
      </div>
    </div>
  )
}
