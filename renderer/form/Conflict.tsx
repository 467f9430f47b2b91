import type { SaidRefusal } from '../api'
import { Button } from '../ui/Button'
import { Notice } from '../ui/Notice'
import { useWords } from '../ui/use-words'
import type { FormState } from './form-state'
import styles from './form-panel.module.css'

/** A record as it is by now, in the shape of its form, and what each of its fields is called on the screen. */
export type Shown<T extends object> = {
  readonly current: T
  readonly labels: { readonly [K in keyof T]?: string }
}

/** Whether a record was changed elsewhere while its form was open. */
export const isConflict = (refusal: SaidRefusal): boolean => refusal.code === 'E_CHANGED_MEANWHILE'

/**
 * Both values of every field that differs, and the choice: what was typed, saved over what is there now, or
 * what is there now. Nothing of what was typed is lost before that.
 */
export function Conflict<T extends object>({
  form,
  shown,
  onSave,
}: {
  form: FormState<T>
  shown: Shown<T>
  onSave: () => void
}) {
  const say = useWords()
  const differing = differences(form.typed, shown)
  return (
    <Notice
      code={form.refusal?.code}
      actions={
        <>
          <Button kind="outlined" onClick={onSave}>
            {say('form.conflict.mine')}
          </Button>
          <Button onClick={() => form.takeOver(shown.current)}>{say('form.conflict.theirs')}</Button>
        </>
      }
    >
      {say('form.conflict.changed')}
      {differing.map(({ label, theirs, yours }) => (
        <span key={label} className={styles.both}>
          {say('form.conflict.both', { label, theirs, yours })}
        </span>
      ))}
    </Notice>
  )
}

function differences<T extends object>(typed: T, { current, labels }: Shown<T>) {
  return (Object.keys(labels) as (keyof T & string)[])
    .filter((name) => textOf(typed[name]) !== textOf(current[name]))
    .map((name) => ({
      label: labels[name] ?? name,
      theirs: textOf(current[name]),
      yours: textOf(typed[name]),
    }))
}

function textOf(value: unknown): string {
  if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join(', ')
  if (typeof value === 'object' && value !== null && 'value' in value) return textOf(value.value)
  return value === null || value === undefined ? '' : String(value)
}
