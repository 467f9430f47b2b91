import type { ReactNode } from 'react'
import { Field } from '../ui/Field'
import { MoneyInput, NumberInput } from '../ui/NumberInput'
import { Select, type Choice } from '../ui/Select'
import { DateInput, TextArea, TextInput, TimeInput } from '../ui/TextInput'
import type { Read } from '../ui/use-typed'
import type { FieldOf } from './form-state'

type Labelled = {
  readonly label: string
  readonly hint?: ReactNode
  readonly isOptional?: boolean
  readonly isLabelHidden?: boolean
  readonly autoFocus?: boolean
}

/** One line of a form under its label. */
export function TextField(
  props: Labelled &
    FieldOf<string> & {
      type?: 'text' | 'email' | 'tel'
      placeholder?: string | undefined
    },
) {
  const { value, onChange, type, placeholder, autoFocus, ...field } = props
  return (
    <Field {...field}>
      <TextInput
        value={value}
        onChange={onChange}
        {...(type ? { type } : {})}
        placeholder={placeholder}
        autoFocus={autoFocus}
        autoComplete="off"
      />
    </Field>
  )
}

/** Several lines of a form under their label. */
export function AreaField(
  props: Labelled & FieldOf<string> & { rows?: number; placeholder?: string | undefined },
) {
  const { value, onChange, rows, placeholder, autoFocus, ...field } = props
  return (
    <Field {...field}>
      <TextArea
        value={value}
        onChange={onChange}
        {...(rows === undefined ? {} : { rows })}
        placeholder={placeholder}
        autoFocus={autoFocus}
      />
    </Field>
  )
}

/** A civil day of a form; '' while there is none. */
export function DayField({ value, onChange, autoFocus, ...field }: Labelled & FieldOf<string>) {
  return (
    <Field {...field}>
      <DateInput value={value} onChange={onChange} autoFocus={autoFocus} />
    </Field>
  )
}

/** A time of day of a form; '' while there is none. */
export function TimeField({ value, onChange, autoFocus, ...field }: Labelled & FieldOf<string>) {
  return (
    <Field {...field}>
      <TimeInput value={value} onChange={onChange} autoFocus={autoFocus} />
    </Field>
  )
}

/** One of a few choices of a form. */
export function ChoiceField<V extends string>(
  props: Labelled & {
    value: V
    onChange: (value: V) => void
    error?: string | undefined
    choices: readonly Choice<V>[]
  },
) {
  const { value, onChange, choices, autoFocus, ...field } = props
  return (
    <Field {...field}>
      <Select<V> value={value} onChange={onChange} choices={choices} autoFocus={autoFocus} />
    </Field>
  )
}

type Figures = Omit<Labelled, 'autoFocus'> & {
  value: number | null
  onChange: (read: Read<number>) => void
  error: string | undefined
  /** What is said at the field while what was typed cannot be read. */
  unreadable?: string
}

/** A whole number of a form, with its unit. */
export function NumberField({ value, onChange, unreadable, unit, ...field }: Figures & { unit?: string }) {
  return (
    <Field {...field}>
      <NumberInput value={value} onChange={onChange} unreadable={unreadable} {...(unit ? { unit } : {})} />
    </Field>
  )
}

/** An amount of money of a form, in minor units. */
export function MoneyField({
  value,
  onChange,
  unreadable,
  currency,
  ...field
}: Figures & { currency: string }) {
  return (
    <Field {...field}>
      <MoneyInput value={value} onChange={onChange} unreadable={unreadable} currency={currency} />
    </Field>
  )
}
