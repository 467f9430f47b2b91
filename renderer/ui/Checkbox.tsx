import { useId, type ReactNode } from 'react'
import styles from './checkbox.module.css'

export type CheckboxProps = {
  readonly label: ReactNode
  readonly isChecked: boolean
  readonly onChange: (isChecked: boolean) => void
  readonly hint?: ReactNode
  readonly isDisabled?: boolean
}

/** A box to tick, with its words and a hint under them. */
export function Checkbox(props: CheckboxProps) {
  return <Tick {...props} look="box" />
}

/** A switch: what it says holds from the moment it is on. */
export function Toggle(props: CheckboxProps) {
  return <Tick {...props} look="switch" />
}

function Tick({
  label,
  isChecked,
  onChange,
  hint,
  isDisabled,
  look,
}: CheckboxProps & { look: 'box' | 'switch' }) {
  const hintId = useId()
  return (
    <label className={styles.choice}>
      <input
        className={styles[look]}
        type="checkbox"
        role={look === 'switch' ? 'switch' : undefined}
        checked={isChecked}
        disabled={isDisabled}
        aria-describedby={hint ? hintId : undefined}
        onChange={(event) => onChange(event.target.checked)}
      />
      <span className={styles.words}>
        <span>{label}</span>
        {hint && (
          <span className={styles.hint} id={hintId}>
            {hint}
          </span>
        )}
      </span>
    </label>
  )
}
