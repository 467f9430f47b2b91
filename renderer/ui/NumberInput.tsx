import { currencySign, moneyFromTyped, moneyTyped } from '../../shared/words/format'
import { classNames } from './class-names'
import { useFieldAttributes } from './field-context'
import { useTyped, type Read } from './use-typed'
import { useLanguage, useWords } from './use-words'
import styles from './input.module.css'

export type NumberInputProps = {
  readonly value: number | null
  /** What can be read of what was typed; `isValid: false` where it is no whole number. */
  readonly onChange: (read: Read<number>) => void
  /** Words after the figure: 'hours'. */
  readonly unit?: string
  readonly name?: string
  /** What the field says where what was typed cannot be read; a general sentence where nothing better is known. */
  readonly unreadable?: string | undefined
}

/** A whole number of zero or more. What is typed stays, also where it is not a number. */
export function NumberInput({ value, onChange, unit, name, unreadable }: NumberInputProps) {
  const say = useWords()
  const general = say('ui.number.invalid', { example: 4 })
  const typing = useTyped(value, readWhole, String, onChange, unreadable ?? general)
  return (
    <span className={classNames(styles.input, styles.money)}>
      <input
        {...useFieldAttributes()}
        className={styles.bare}
        name={name}
        inputMode="numeric"
        autoComplete="off"
        value={typing.typed}
        onChange={(event) => typing.type(event.target.value)}
        onBlur={typing.leave}
      />
      {unit && <span>{unit}</span>}
    </span>
  )
}

export type MoneyInputProps = Omit<NumberInputProps, 'unit'> & {
  /** ISO 4217, such as GBP. */
  readonly currency: string
}

/** An amount of money in minor units of its currency. What is typed stays, also where it is no amount. */
export function MoneyInput({ value, onChange, currency, name, unreadable }: MoneyInputProps) {
  const say = useWords()
  const language = useLanguage()
  const typing = useTyped(
    value,
    (typed) => readMoney(typed, currency),
    (minor) => moneyTyped(minor, currency),
    onChange,
    unreadable ?? say('ui.money.invalid', { example: moneyTyped(650, currency) }),
  )
  return (
    <span className={classNames(styles.input, styles.money)}>
      <span aria-hidden>{currencySign(currency, language)}</span>
      <input
        {...useFieldAttributes()}
        className={styles.bare}
        name={name}
        inputMode="decimal"
        autoComplete="off"
        value={typing.typed}
        onChange={(event) => typing.type(event.target.value)}
        onBlur={typing.leave}
      />
    </span>
  )
}

function readWhole(typed: string): Read<number> {
  const bare = typed.trim()
  if (bare === '') return { isValid: true, value: null }
  const value = Number(bare)
  return /^\d+$/.test(bare) && Number.isSafeInteger(value) ? { isValid: true, value } : { isValid: false }
}

function readMoney(typed: string, currency: string): Read<number> {
  if (typed.trim() === '') return { isValid: true, value: null }
  const value = moneyFromTyped(typed, currency)
  return value === undefined ? { isValid: false } : { isValid: true, value }
}
