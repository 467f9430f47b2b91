import { useId, useMemo, useState, type ReactNode } from 'react'
import { FieldContext } from './field-context'
import { useWords } from './use-words'
import styles from './field.module.css'

export type FieldProps = {
  readonly label: string
  readonly children: ReactNode
  readonly hint?: ReactNode
  /** What is wrong and what would be right; what was typed stays. */
  readonly error?: string | undefined
  readonly isOptional?: boolean
  readonly isRequired?: boolean
  /** Names the field to assistive technology only. */
  readonly isLabelHidden?: boolean
}

/** One labelled control; hint and error are read with it. The control inside takes its id from here. */
export function Field({ label, children, hint, error, isOptional, isRequired, isLabelHidden }: FieldProps) {
  const say = useWords()
  const id = useId()
  const [ownError, setOwnError] = useState<string | null>(null)
  const shownError = error ?? ownError ?? undefined
  const describedBy = [hint && `${id}hint`, shownError && `${id}error`].filter(Boolean).join(' ') || undefined
  const place = useMemo(
    () => ({
      id,
      describedBy,
      isInvalid: shownError !== undefined,
      isRequired: isRequired ?? false,
      report: setOwnError,
    }),
    [id, describedBy, shownError, isRequired],
  )
  return (
    <div className={styles.field}>
      <label className={isLabelHidden ? 'visually-hidden' : styles.label} htmlFor={id}>
        {label}
        {isOptional && <span className={styles.optional}>{say('ui.optional')}</span>}
      </label>
      <FieldContext value={place}>{children}</FieldContext>
      {hint && (
        <p className={styles.hint} id={`${id}hint`}>
          {hint}
        </p>
      )}
      {shownError && (
        <p className={styles.error} id={`${id}error`}>
          {shownError}
        </p>
      )}
    </div>
  )
}

/** Fields beside one another, as many as fit. */
export function FieldRow({ children }: { children: ReactNode }) {
  return <div className={styles.row}>{children}</div>
}

/** A form of fields in a column; Enter presses its filled button, and no page is loaded. */
export function Form({
  children,
  onSubmit,
  label,
}: {
  children: ReactNode
  onSubmit: () => void
  label?: string
}) {
  return (
    <form
      className={styles.form}
      aria-label={label}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onSubmit()
      }}
    >
      {children}
    </form>
  )
}

/** The buttons at the end of a form. */
export function FormButtons({ children }: { children: ReactNode }) {
  return <div className={styles.buttons}>{children}</div>
}
