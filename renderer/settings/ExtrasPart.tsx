import { api } from '../../shared/api/index'
import { money } from '../../shared/words/format'
import { useQuery } from '../api'
import { hrefOf } from '../../shared/domain/route'
import { useLanguage, useWords } from '../ui/use-words'
import { RewardForm } from './RewardForm'
import { SettingsGroup } from './SettingsGroup'
import { SettingsHead } from './SettingsHead'
import { SettingsPage } from './SettingsPage'
import styles from './settings.module.css'

/** What loyalty is thanked with: a rule each, on or off, with what it costs. */
export function ExtrasPart() {
  const say = useWords()
  const language = useLanguage()
  const asked = useQuery(api.extras.rewards, {})
  const standards = useQuery(api.standards.show, {})
  const business = useQuery(api.business.show, {})
  const standard = standards.value?.standard
  const currency = business.value?.currency
  return (
    <SettingsPage asked={{ ...asked, value: standard && currency ? asked.value : undefined }}>
      {(rewards) => (
        <>
          <SettingsHead
            part="extras"
            sentence={say('settings.extras.sentence', {
              budget: money(standard?.budgetMinor ?? 0, currency ?? 'GBP', language),
              client: money(standard?.clientBudgetMinor ?? 0, currency ?? 'GBP', language),
            })}
            context={
              <>
                {say('settings.extras.context')}{' '}
                <a className={styles.inText} href={hrefOf({ screen: 'settings', part: 'standards' })}>
                  {say('settings.extras.budget')}
                </a>
              </>
            }
          />
          <div className={styles.column}>
            {rewards.map((reward) => (
              <SettingsGroup key={reward.id} title={say(`settings.extras.rule.${reward.rule}`)}>
                <RewardForm reward={reward} currency={currency ?? 'GBP'} />
              </SettingsGroup>
            ))}
          </div>
        </>
      )}
    </SettingsPage>
  )
}
