import { useState } from 'react'
import { api } from '../../shared/api/index'
import type { MailAccount } from '../../shared/domain/mail-account'
import { useCommand } from '../api'
import { useForm } from '../form/use-form'
import { useAct, useStatus } from '../status'
import { Button } from '../ui/Button'
import { Notice } from '../ui/Notice'
import { useWords } from '../ui/use-words'
import { MailFields } from './MailFields'
import { mailDetails, typedMail } from './mail-typed'
import { SettingsForm } from './SettingsForm'
import { useFollow } from './use-follow'

type MailFormProps = {
  readonly account: MailAccount | null
  readonly userName: string
  readonly needsPassword: boolean
}

/** Refusals of the server and of Kept, at the field that can be mended. */
const wrongFields = {
  E_TLS_NEEDED: { field: 'security', words: 'refusal.E_TLS_NEEDED' },
  E_TLS_MISSING: { field: 'security', words: 'refusal.E_TLS_MISSING' },
  E_SMTP_UNREACHABLE: { field: 'host', words: 'refusal.E_SMTP_UNREACHABLE' },
  E_SMTP_AUTH: { field: 'password', words: 'refusal.E_SMTP_AUTH' },
  E_PASSWORD_NEEDED: { field: 'password', words: 'settings.mail.password.missing' },
  E_ADDRESS_INVALID: { field: 'fromAddress', words: 'refusal.E_ADDRESS_INVALID' },
}

/** The account with its check. The password is typed here, held in memory, and written nowhere. */
export function MailForm({ account, userName, needsPassword }: MailFormProps) {
  const say = useWords()
  const status = useStatus()
  const act = useAct()
  const setting = useCommand(api.mail.setAccount)
  const checking = useCommand(api.mail.check)
  const unlocking = useCommand(api.mail.unlock)
  const removing = useCommand(api.mail.removeAccount)
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState('')
  const [greeting, setGreeting] = useState<string | null>(null)
  const current = typedMail(account, userName)
  const revision = account?.revision ?? -1
  const form = useForm({ start: current, revision, keepAs: 'settings.mail', wrongFields })
  useFollow(form, current, revision)
  const typedPassword = password === '' ? null : password

  const save = async () => {
    setTried(password)
    const done = await form.submit((typed, over) =>
      setting.ask({ revision: over < 0 ? null : over, ...mailDetails(typed) }),
    )
    if (done === null) return
    form.beginAnew(typedMail(done.value, userName), done.value.revision)
    if (typedPassword !== null && done.value.user !== null) await unlocking.ask({ password: typedPassword })
    setPassword('')
    status.tell(say('settings.mail.saved'), done.operationId)
  }
  const check = async () => {
    setTried(password)
    setGreeting(null)
    const done = await form.submit((typed) =>
      checking.ask({ ...mailDetails(typed), password: typedPassword }),
    )
    if (done === null) return
    setGreeting(done.value.greeting)
    // It was tried, not saved: what is typed goes on being kept.
    form.set({})
  }
  const remove = async () => {
    const done = await act(removing.ask({ revision }), () => say('settings.mail.removed'))
    if (done !== null) form.beginAnew(typedMail(null, userName), -1)
  }
  return (
    <SettingsForm
      label={say('settings.mail.form')}
      form={form}
      onSave={() => void save()}
      actions={
        <>
          <Button kind="outlined" disabled={form.isBusy} onClick={() => void check()}>
            {say(checking.isBusy ? 'settings.mail.checking' : 'settings.mail.check')}
          </Button>
          {account && <Button onClick={() => void remove()}>{say('settings.mail.remove')}</Button>}
        </>
      }
    >
      <MailFields
        form={form}
        password={password}
        isPasswordKnown={account !== null && account.user !== null && !needsPassword}
        passwordError={password === tried ? form.problem('password') : undefined}
        onPassword={setPassword}
      />
      {greeting !== null && <Notice tone="neutral">{say('settings.mail.checked', { greeting })}</Notice>}
    </SettingsForm>
  )
}
