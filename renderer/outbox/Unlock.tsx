import { api } from '../../shared/api/index'
import { useCommand, useQuery } from '../api'
import { useForm } from '../form/use-form'
import { useRefusalWords } from '../refusal-words'
import { useStatus } from '../status'
import { Button } from '../ui/Button'
import { Field, Form } from '../ui/Field'
import { Notice } from '../ui/Notice'
import { TextInput } from '../ui/TextInput'
import { useWords } from '../ui/use-words'
import styles from './outbox.module.css'

/** Asks for the password letters wait for; it is kept in memory and shown to that server only. */
export function Unlock() {
  const say = useWords()
  const status = useStatus()
  const sentenceOf = useRefusalWords()
  const { value } = useQuery(api.mail.account, {})
  const unlocking = useCommand(api.mail.unlock)
  const form = useForm({ start: { password: '' } })
  const account = value?.account
  if (!account || account.user === null) return null
  const unlock = async () => {
    if (form.typed.password === '') return form.fail({ password: say('outbox.password.none') })
    const done = await form.submit(({ password }) => unlocking.ask({ password }))
    if (done !== null) status.tell(say('outbox.password.said'))
  }
  return (
    <div className={styles.unlock}>
      <Form label={say('outbox.password.form')} onSubmit={() => void unlock()}>
        <div ref={form.root} className={styles.password}>
          <Field
            label={say('outbox.password.label', { user: account.user, host: account.host })}
            hint={say('outbox.password.hint')}
            error={form.problem('password')}
          >
            <TextInput
              type="password"
              autoComplete="off"
              value={form.typed.password}
              onChange={(password) => form.set({ password })}
            />
          </Field>
          <Button kind="filled" type="submit" disabled={form.isBusy}>
            {say('outbox.password.go')}
          </Button>
        </div>
        {form.refusal && <Notice code={form.refusal.code}>{sentenceOf(form.refusal)}</Notice>}
      </Form>
    </div>
  )
}
