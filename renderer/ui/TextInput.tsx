import type { ComponentProps } from 'react'
import { timeShort } from '../../shared/words/format'
import { classNames } from './class-names'
import { useFieldAttributes } from './field-context'
import { timeFromTyped } from './time-typed'
import { useTyped, type Read } from './use-typed'
import { useWords } from './use-words'
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
      max="9999-12-31"
      {...input}
      type="date"
      className={classNames(styles.input, styles.figures)}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

/**
 * A time of day, HH:MM on a clock of 24 hours whatever the machine is set to; empty while what is typed is no
 * time. The end of a day may be typed as 24:00.
 */
export function TimeInput({ value, onChange, onBlur, ...input }: DayInputProps) {
  const say = useWords()
  const typing = useTyped(
    value === '' ? null : value,
    readTime,
    timeShort,
    (read) => onChange((read.isValid && read.value) || ''),
    say('ui.time.invalid', { example: '9:30' }),
  )
  return (
    <input
      {...useFieldAttributes()}
      {...input}
      inputMode="numeric"
      autoComplete="off"
      className={classNames(styles.input, styles.figures)}
      value={typing.typed}
      onChange={(event) => typing.type(event.target.value)}
      onBlur={(event) => {
        typing.leave()
        onBlur?.(event)
      }}
    />
  )
}

function readTime(typed: string): Read<string> {
  if (typed.trim() === '') return { isValid: true, value: null }
  const value = timeFromTyped(typed)
  return value === undefined ? { isValid: false } : { isValid: true, value }
}
