import { useId } from 'react'
import { classNames } from './class-names'
import styles from './segments.module.css'

/** One of a few answers in a line. */
export type Segment<V extends string = string> = { readonly value: V; readonly label: string }

/** A few answers beside one another, one of them chosen; arrows move between them. */
export function Segments<V extends string>({
  label,
  value,
  onChange,
  choices,
  isLabelShown = false,
}: {
  label: string
  value: V
  onChange: (value: V) => void
  choices: readonly Segment<V>[]
  isLabelShown?: boolean
}) {
  const name = useId()
  return (
    <fieldset className={classNames(styles.group, isLabelShown && styles.inForm)}>
      <legend className={isLabelShown ? styles.legend : 'visually-hidden'}>{label}</legend>
      <div className={styles.segments}>
        {choices.map((choice) => (
          <label key={choice.value} className={styles.segment}>
            <input
              className={styles.radio}
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onChange(choice.value)}
            />
            <span className={styles.words}>{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
