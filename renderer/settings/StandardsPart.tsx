import { api } from '../../shared/api/index'
import type { Standard } from '../../shared/domain/standard'
import { numberInWords, workingLength } from '../../shared/words/format'
import type { Language, Say } from '../../shared/words/say'
import { useQuery } from '../api'
import { useLanguage, useWords } from '../ui/use-words'
import { SettingsHead } from './SettingsHead'
import { SettingsPage } from './SettingsPage'
import { StandardsForm } from './StandardsForm'
import { StandardVersions } from './StandardVersions'
import styles from './settings.module.css'

/** The user's own promise about service, and every earlier version of it. */
export function StandardsPart() {
  const say = useWords()
  const language = useLanguage()
  const asked = useQuery(api.standards.show, {})
  const business = useQuery(api.business.show, {})
  const currency = business.value?.currency ?? 'GBP'
  return (
    <SettingsPage asked={asked}>
      {({ standard, versions }) => (
        <>
          <SettingsHead
            part="standards"
            sentence={sentenceOf(standard, say, language)}
            context={say('settings.standards.context')}
          />
          <div className={styles.column}>
            <StandardsForm standard={standard} usual={versions.at(-1) ?? standard} currency={currency} />
            <StandardVersions versions={versions} currency={currency} />
          </div>
        </>
      )}
    </SettingsPage>
  )
}

function sentenceOf({ ackMinutes, answerDays }: Standard, say: Say, language: Language): string {
  const hours = ackMinutes / 60
  const ack = Number.isInteger(hours)
    ? say('settings.standards.ackHours', { hours, words: numberInWords(hours, language) })
    : say('settings.standards.ackLength', { length: workingLength(ackMinutes, language) })
  return say('settings.standards.sentence', { ack, days: answerDays })
}
