import { useEffect, useRef, useState, type RefObject } from 'react'
import type { DayLoad } from '../../shared/domain/day-load'
import type { DueDay } from '../../shared/domain/promise'
import { Field } from '../ui/Field'
import { RadioRows } from '../ui/RadioRows'
import { DateInput } from '../ui/TextInput'
import { useWords } from '../ui/use-words'
import type { OfferedDay } from './move-days'
import styles from './move-panel.module.css'

/** The day that is chosen, or why the one typed cannot be. */
export type ChosenDay = {
  readonly choice: string
  readonly setChoice: (choice: string) => void
  readonly typed: string
  readonly setTyped: (day: string) => void
  readonly due: DueDay
  readonly problem: string | null
  readonly focus: () => void
  readonly box: RefObject<HTMLDivElement | null>
}

const another = 'another'

/** Keeps which day is chosen: one of those offered, or another that is typed. */
export function useChosenDay(offers: readonly OfferedDay[], days: readonly DayLoad[]): ChosenDay {
  const say = useWords()
  const [first] = offers
  const box = useRef<HTMLDivElement>(null)
  const [choice, setChoice] = useState(first?.on ?? another)
  const [typed, setTyped] = useState('')
  const offer = offers.find(({ on }) => on === choice) ?? (typed === '' ? first : undefined)
  const why = days.find(({ day }) => day === typed)?.why ?? null
  const isAnother = choice === another
  const typedProblem = typed === '' ? say('move.date.missing') : why && say(`move.date.${why}`)
  return {
    choice,
    setChoice,
    typed,
    setTyped,
    due: { dueOn: offer?.on ?? typed, dueTime: offer?.time ?? null },
    problem: isAnother ? typedProblem : null,
    focus: () => box.current?.querySelector<HTMLElement>('input[type="date"]')?.focus(),
    box,
  }
}

/** When it will be ready: the offered days with what each holds, and any other day. */
export function MoveDays({ chosen, offers }: { chosen: ChosenDay; offers: readonly OfferedDay[] }) {
  const say = useWords()
  const { box } = chosen
  useEffect(() => box.current?.querySelector<HTMLElement>('input:checked')?.focus(), [box])
  const choices = [
    ...offers.map(({ on, label, hint }) => ({ value: on, label, hint })),
    { value: another, label: say('move.another') },
  ]
  return (
    <div ref={box} className={styles.days}>
      <RadioRows
        label={say('move.when')}
        value={chosen.choice}
        onChange={chosen.setChoice}
        choices={choices}
      />
      {chosen.choice === another && (
        <div className={styles.another}>
          <Field
            label={say('move.date')}
            isLabelHidden
            error={chosen.typed === '' ? undefined : (chosen.problem ?? undefined)}
          >
            <DateInput value={chosen.typed} onChange={chosen.setTyped} />
          </Field>
        </div>
      )}
    </div>
  )
}
