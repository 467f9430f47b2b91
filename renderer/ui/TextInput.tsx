import { useLayoutEffect, useRef, type ComponentProps } from 'react'
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

/** Several lines of text; it grows with what is typed and never scrolls inside. */
export function TextArea({ value, onChange, isLetter = false, rows = 3, ...area }: TextAreaProps) {
  const box = useRef<HTMLTextAreaElement>(null)
  useLayoutEffect(() => {
    if (!box.current) return
    box.current.style.height = 'auto'
    box.current.style.height = `${box.current.scrollHeight + 2}px`
  }, [value])
  return (
    <textarea
      {...useFieldAttributes()}
      {...area}
      ref={box}
      rows={rows}
      className={classNames(styles.input, styles.area, isLetter && styles.letter)}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

export type DayInputProps = Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'type' | 'className'> &
  Changed

/** A civil day, YYYY-MM-DD; empty while it is not a whole day. */
export function DateInput({ value, onChange, ...input }: DayInputProps) {
  return (
    <input
      {...useFieldAttributes()}
      {...input}
      type="date"
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
