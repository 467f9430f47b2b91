import { api } from '../../shared/api/index'
import type { MailAccount } from '../../shared/domain/mail-account'
import { momentShort } from '../../shared/words/format'
import { useQuery } from '../api'
import { useLanguage, useWords } from '../ui/use-words'
import { useZone } from '../use-day'
import { MailForm } from './MailForm'
import { SettingsHead } from './SettingsHead'
import { SettingsPage } from './SettingsPage'
import styles from './settings.module.css'

/** The account letters are sent through. */
export function MailPart() {
  const asked = useQuery(api.mail.account, {})
  const business = useQuery(api.business.show, {})
  const status = useQuery(api.mail.status, {})
  const known = business.value === undefined ? undefined : asked.value
  return (
    <SettingsPage asked={{ ...asked, value: known, refusal: asked.refusal ?? business.refusal }}>
      {({ account }) => (
        <>
          <Head account={account} />
          <div className={styles.column}>
            <MailForm
              account={account}
              userName={business.value?.userName ?? ''}
              needsPassword={status.value?.needsPassword ?? false}
            />
          </div>
        </>
      )}
    </SettingsPage>
  )
}

function Head({ account }: { account: MailAccount | null }) {
  const say = useWords()
  const language = useLanguage()
  const zone = useZone()
  if (account === null)
    return (
      <SettingsHead
        part="mail"
        sentence={say('settings.mail.sentence.none')}
        context={say('settings.mail.context.none')}
      />
    )
  const { host, fromAddress, checkedAt, pausedBecause } = account
  return (
    <SettingsHead
      part="mail"
      sentence={
        pausedBecause === null
          ? say('settings.mail.sentence', { host, from: fromAddress })
          : say('settings.mail.sentence.paused', { host })
      }
      context={
        checkedAt === null
          ? say('settings.mail.context.unchecked')
          : say('settings.mail.context.checked', { when: momentShort(checkedAt, zone, language) })
      }
    />
  )
}
