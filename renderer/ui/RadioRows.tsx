import { useId, type ReactNode } from 'react'
import { classNames } from './class-names'
import styles from './radio-rows.module.css'

/** One answer of several: its words, a hint under them and, in rows, an icon before them. */
export type RadioChoice<V extends string = string> = {
  readonly value: V
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly icon?: ReactNode
}

export type RadioRowsProps<V extends string> = {
  readonly label: string
  readonly value: V | null
  readonly onChange: (value: V) => void
  readonly choices: readonly RadioChoice<V>[]
  /** `list`: the circle stands first, close together. `rows`: ruled rows with the circle at their end. */
  readonly look?: 'list' | 'rows'
  readonly isLabelHidden?: boolean
}

/** One of several answers, all in sight; arrows move between them. */
export function RadioRows<V extends string>({
  label,
  value,
  onChange,
  choices,
  look = 'list',
  isLabelHidden = false,
}: RadioRowsProps<V>) {
  const name = useId()
  return (
    <fieldset className={styles[look]}>
      <legend className={isLabelHidden ? 'visually-hidden' : styles.legend}>{label}</legend>
      {choices.map((choice) => (
        <label
          key={choice.value}
          className={classNames(styles.choice, choice.value === value && styles.chosen)}
        >
          {choice.icon && <span className={styles.icon}>{choice.icon}</span>}
          <input
            className={styles.circle}
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => onChange(choice.value)}
          />
          <span className={styles.words}>
            <span className={styles.name}>{choice.label}</span>
            {choice.hint && <span className={styles.hint}>{choice.hint}</span>}
          </span>
        </label>
      ))}
    </fieldset>
  )
}
