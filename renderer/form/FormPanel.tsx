import { useId, type KeyboardEvent, type ReactNode } from 'react'
import { Button } from '../ui/Button'
import { Form, FormButtons } from '../ui/Field'
import { Notice } from '../ui/Notice'
import { useWords } from '../ui/use-words'
import { useRefusalWords } from '../refusal-words'
import { Conflict, isConflict, type Shown } from './Conflict'
import { useFirstFocus } from './use-first-focus'
import { useReturnFocus } from './use-return-focus'
import type { FormState } from './form-state'
import styles from './form-panel.module.css'

export type FormPanelProps<T extends object> = {
  readonly title: string
  readonly form: FormState<T>
  readonly onSave: () => void
  readonly onClose: () => void
  readonly saveLabel?: string
  readonly children: ReactNode
  /** Quiet buttons beside Cancel: what else can be done with the record. */
  readonly actions?: ReactNode
  /** Where a record is changed: what it is by now, to be shown beside what is typed when both differ. */
  readonly shown?: Shown<T>
  /** Stands where a title stands already, without a panel of its own. */
  readonly isPlain?: boolean
  /** The level of its heading: 2 right under a screen's own, 3 inside a section. */
  readonly level?: 2 | 3
}

/**
 * A form that opens on the page. Enter saves; Cancel closes it and drops what was typed; Esc closes it too but
 * keeps what was typed for the next time. The focus goes back to what opened it.
 */
export function FormPanel<T extends object>(props: FormPanelProps<T>) {
  const {
    title,
    form,
    onSave,
    onClose,
    saveLabel,
    children,
    actions,
    shown,
    isPlain = false,
    level = 3,
  } = props
  const say = useWords()
  const id = useId()
  const Heading = level === 2 ? 'h2' : 'h3'
  useReturnFocus()
  useFirstFocus(form.root)
  const close = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    event.preventDefault()
    event.stopPropagation()
    onClose()
  }
  return (
    <section
      className={isPlain ? undefined : styles.panel}
      aria-labelledby={isPlain ? undefined : id}
      onKeyDown={close}
    >
      {!isPlain && (
        <Heading className={styles.title} id={id}>
          {title}
        </Heading>
      )}
      {form.isRecalled && <Recalled form={form} />}
      <Form onSubmit={onSave} label={title}>
        <div ref={form.root} className={styles.fields}>
          {children}
        </div>
        <Refused form={form} shown={shown} onSave={onSave} />
        <FormButtons>
          <Button kind="filled" type="submit" disabled={form.isBusy}>
            {saveLabel ?? say('ui.save')}
          </Button>
          <Button
            onClick={() => {
              form.forget()
              onClose()
            }}
          >
            {say('ui.cancel')}
          </Button>
          {actions}
        </FormButtons>
      </Form>
    </section>
  )
}

function Recalled<T extends object>({ form }: { form: FormState<T> }) {
  const say = useWords()
  return (
    <p className={styles.recalled}>
      {say('form.recalled')}{' '}
      <Button kind="link" onClick={form.startOver}>
        {say('form.startOver')}
      </Button>
    </p>
  )
}

function Refused<T extends object>({
  form,
  shown,
  onSave,
}: {
  form: FormState<T>
  shown: Shown<T> | undefined
  onSave: () => void
}) {
  const sentenceOf = useRefusalWords()
  const { refusal } = form
  if (refusal === null) return null
  if (isConflict(refusal) && shown) return <Conflict form={form} shown={shown} onSave={onSave} />
  return <Notice code={refusal.code}>{sentenceOf(refusal)}</Notice>
}
