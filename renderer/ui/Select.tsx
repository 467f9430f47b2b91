import type { ComponentProps } from 'react'
import { classNames } from './class-names'
import { useFieldAttributes } from './field-context'
import { ChevronDownIcon } from './icons'
import styles from './input.module.css'

/** One choice of a list. */
export type Choice<V extends string = string> = {
  readonly value: V
  readonly label: string
  readonly isDisabled?: boolean
}

export type SelectProps<V extends string> = Omit<
  ComponentProps<'select'>,
  'value' | 'onChange' | 'children' | 'className'
> & {
  readonly value: V | ''
  readonly onChange: (value: V) => void
  readonly choices: readonly Choice<V>[]
  /** Shown while nothing is chosen. */
  readonly placeholder?: string
}

/** A native list of choices. */
export function Select<V extends string>({
  value,
  onChange,
  choices,
  placeholder,
  ...select
}: SelectProps<V>) {
  return (
    <span className={styles.selectBox}>
      <select
        {...useFieldAttributes()}
        {...select}
        className={classNames(styles.input, styles.select)}
        value={value}
        onChange={(event) => {
          const chosen = choices.find((choice) => choice.value === event.target.value)
          if (chosen) onChange(chosen.value)
        }}
      >
        {placeholder !== undefined && (
          <option value="" disabled>
            {placeholder}
          </option>
        )}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} disabled={choice.isDisabled}>
            {choice.label}
          </option>
        ))}
      </select>
      <span className={styles.chevron}>
        <ChevronDownIcon />
      </span>
    </span>
  )
}
