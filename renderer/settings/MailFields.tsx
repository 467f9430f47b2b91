import type { Security } from '../../shared/domain/mail-account'
import { NumberField, TextField } from '../form/fields'
import type { FormState } from '../form/form-state'
import { Field, FieldRow } from '../ui/Field'
import { RadioRows } from '../ui/RadioRows'
import { TextInput } from '../ui/TextInput'
import { useWords } from '../ui/use-words'
import { withSecurity, type MailTyped } from './mail-typed'
import styles from './settings.module.css'

const securities: readonly Security[] = ['tls', 'starttls', 'none']

/** The fields of the mail account: server, connection, who signs in, and who letters come from. */
export function MailFields({
  form,
  password,
  onPassword,
  passwordError,
  isPasswordKnown,
}: {
  form: FormState<MailTyped>
  password: string
  onPassword: (password: string) => void
  passwordError: string | undefined
  isPasswordKnown: boolean
}) {
  const say = useWords()
  return (
    <>
      <FieldRow>
        <TextField label={say('settings.mail.fromName')} {...form.field('fromName')} />
        <TextField label={say('settings.mail.fromAddress')} type="email" {...form.field('fromAddress')} />
      </FieldRow>
      <div className={styles.server}>
        <TextField
          label={say('settings.mail.host')}
          placeholder={say('settings.mail.host.placeholder')}
          {...form.field('host')}
        />
        <NumberField
          label={say('settings.mail.port')}
          {...form.figures('port', say('settings.mail.port.wrong'))}
        />
      </div>
      <Connection form={form} />
      <FieldRow>
        <TextField
          label={say('settings.mail.user')}
          hint={say('settings.mail.user.hint')}
          isOptional
          {...form.field('user')}
        />
        <Field
          label={say('settings.mail.password')}
          hint={say(isPasswordKnown ? 'settings.mail.password.known' : 'settings.mail.password.hint')}
          error={passwordError}
        >
          <TextInput type="password" autoComplete="off" value={password} onChange={onPassword} />
        </Field>
      </FieldRow>
    </>
  )
}

function Connection({ form }: { form: FormState<MailTyped> }) {
  const say = useWords()
  const error = form.problem('security')
  return (
    <div
      role="radiogroup"
      aria-label={say('settings.mail.security')}
      aria-invalid={error === undefined ? undefined : true}
      tabIndex={-1}
      className={styles.connection}
    >
      <RadioRows<Security>
        label={say('settings.mail.security')}
        value={form.typed.security}
        onChange={(security) => form.set(withSecurity(form.typed, security))}
        choices={securities.map((security) => ({
          value: security,
          label: say(`settings.mail.security.${security}`),
          hint: say(`settings.mail.security.${security}.hint`),
        }))}
      />
      {error && (
        <p className={styles.error} role="alert">
          {error}
        </p>
      )}
    </div>
  )
}
