import { api } from '../../shared/api/index'
import type { DayLoad } from '../../shared/domain/day-load'
import type { Letter, LetterPromise } from '../../shared/domain/letter'
import type { Day } from '../../shared/lib/time'
import { dayShort } from '../../shared/words/format'
import { useQuery } from '../api'
import { Checkbox } from '../ui/Checkbox'
import { Field } from '../ui/Field'
import { Select } from '../ui/Select'
import { useLanguage, useWords } from '../ui/use-words'
import styles from './letter.module.css'

type PromiseDayProps = {
  readonly letter: Letter
  readonly promise: LetterPromise | null
  readonly onChange: (promise: LetterPromise | null) => void
}

/** So many days ahead are offered. */
const daysOffered = 31

/** The day a letter promises, with what each day holds; a late answer may promise the rest of it. */
export function PromiseDay(props: PromiseDayProps) {
  const { letter, promise, onChange } = props
  const say = useWords()
  const { value } = useQuery(api.promises.days, { count: daysOffered, exceptPromiseId: letter.promiseId })
  const isOffered = letter.kind === 'late-answer'
  if (!value || (promise === null && !isOffered)) return null
  return (
    <div className={styles.promise}>
      {isOffered && (
        <Checkbox
          label={say('letterPanel.promise.rest')}
          isChecked={promise !== null}
          onChange={(isOn) => onChange(isOn ? { on: value.earliest, time: null, what: null } : null)}
        />
      )}
      {promise !== null && (
        <DayChoice
          label={labelOf(letter, say)}
          days={value.days}
          on={promise.on}
          onChange={(on) => onChange({ ...promise, on, time: on === promise.on ? promise.time : null })}
        />
      )}
    </div>
  )
}

function labelOf({ kind }: Letter, say: ReturnType<typeof useWords>): string {
  if (kind === 'move-the-date') return say('letterPanel.promise.move-the-date')
  return kind === 'late-answer' ? say('letterPanel.promise.by') : say('letterPanel.promise.acknowledge')
}

function DayChoice({
  label,
  days,
  on,
  onChange,
}: {
  label: string
  days: readonly DayLoad[]
  on: Day
  onChange: (on: Day) => void
}) {
  const say = useWords()
  const language = useLanguage()
  const loadOf = ({ why, promises }: DayLoad) =>
    why === null || why === 'full'
      ? say('letterPanel.promise.load', { n: promises })
      : say(`letterPanel.promise.${why}`)
  const shown = days.filter(({ day, why }) => why === null || day === on)
  const choices = shown.map((load) => ({
    value: load.day,
    label: say('letterPanel.promise.option', { day: dayShort(load.day, language), load: loadOf(load) }),
  }))
  const known = shown.some(({ day }) => day === on)
  const all = known ? choices : [{ value: on, label: dayShort(on, language) }, ...choices]
  return (
    <div className={styles.day}>
      <Field label={label}>
        <Select value={on} onChange={onChange} choices={all} name="promised-day" />
      </Field>
    </div>
  )
}
