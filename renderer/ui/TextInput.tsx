import type { ComponentProps } from 'react'
import { classNames } from './class-names'
import { useFieldAttributes } from './field-context'
import styles from './input.module.css'

type Changed = { readonly value: string; readonly onChange: (value: string) => void }

export type TextInputProps = Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'type' | 'className'> &
  Changed & { readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search' | 'password' }

/** One line of text. */
export function TextInput({ value, onChange, type = 'text', ...input }: TextInputProps) {
  return (
    <input
      {...useFieldAttributes()}
      {...input}
      type={type}
      className={styles.input}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

export type TextAreaProps = Omit<ComponentProps<'textarea'>, 'value' | 'onChange' | 'className'> &
  Changed & {
    /** Set in serif, as what goes to a client is. */
    readonly isLetter?: boolean
  }

/** Several lines of text, at least `rows` of them; it grows with what is typed. */
export function TextArea({ value, onChange, isLetter = false, rows = 3, ...area }: TextAreaProps) {
  return (
    <textarea
      {...useFieldAttributes()}
      {...area}
      rows={rows}
      style={{ minHeight: `calc(${rows}lh + var(--area-padding) * 2 + 2px)` }}
      className={classNames(styles.input, styles.area, isLetter && styles.letter)}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

export type DayInputProps = Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'type' | 'className'> &
  Changed

/** A civil day, YYYY-MM-DD; empty while it is not a whole day. Its year has four digits, so that typing goes on. */
export function DateInput({ value, onChange, ...input }: DayInputProps) {
  return (
    <input
      {...useFieldAttributes()}
      {...input}
      type="date"
      max="9999-12-31"
      className={classNames(styles.input, styles.figures)}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

/** A time of day, HH:MM; empty while it is not a whole time. */
export function TimeInput({ value, onChange, ...input }: DayInputProps) {
  return (
    <input
      {...useFieldAttributes()}
      {...input}
      type="time"
      className={classNames(styles.input, styles.figures)}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}
