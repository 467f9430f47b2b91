import type { ReactNode } from 'react'
import { Conflict, isConflict, type Shown } from '../form/Conflict'
import type { FormState } from '../form/form-state'
import { useRefusalWords } from '../refusal-words'
import { Button } from '../ui/Button'
import { Form, FormButtons } from '../ui/Field'
import { Notice } from '../ui/Notice'
import { useWords } from '../ui/use-words'
import styles from './settings.module.css'

export type SettingsFormProps<T extends object> = {
  readonly label: string
  readonly form: FormState<T>
  readonly onSave: () => void
  readonly children: ReactNode
  /** Where the record is changed elsewhere: what it is by now, and what its fields are called. */
  readonly shown?: Shown<T>
  /** Quiet buttons beside Save. */
  readonly actions?: ReactNode
}

/** A form that always stands open on a page of Settings. Enter saves; what is not saved can be put back, and Save is filled until it is. */
export function SettingsForm<T extends object>(props: SettingsFormProps<T>) {
  const { label, form, onSave, children, actions } = props
  const say = useWords()
  return (
    <Form onSubmit={onSave} label={label}>
      <div ref={form.root} className={styles.fields}>
        {children}
      </div>
      <Refused {...props} />
      <FormButtons>
        <Button kind={form.isChanged ? 'filled' : 'outlined'} type="submit" disabled={form.isBusy}>
          {say('ui.save')}
        </Button>
        {actions}
        {form.isChanged && (
          <>
            <Button onClick={form.startOver}>{say('settings.putBack')}</Button>
            <span className={styles.unsaved}>{say('settings.unsaved')}</span>
          </>
        )}
      </FormButtons>
    </Form>
  )
}

function Refused<T extends object>({ form, shown, onSave }: SettingsFormProps<T>) {
  const sentenceOf = useRefusalWords()
  const { refusal } = form
  if (refusal === null) return null
  if (isConflict(refusal) && shown) return <Conflict form={form} shown={shown} onSave={onSave} />
  return <Notice code={refusal.code}>{sentenceOf(refusal)}</Notice>
}
