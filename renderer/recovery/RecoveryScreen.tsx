import { api } from '../../shared/api/index'
import { momentLong } from '../../shared/words/format'
import { useAskAgain, useQuery } from '../api'
import { useRefusalWords } from '../refusal-words'
import styles from '../shell/page.module.css'
import { BowMark } from '../ui/icons'
import { Loading } from '../ui/Loading'
import { Notice } from '../ui/Notice'
import { useLanguage, useWords } from '../ui/use-words'
import { useTitle } from '../use-title'
import { machineZone } from './machine-zone'
import { WaysOut } from './WaysOut'

/** The only page while the store is not where it was: what is known of it, and the ways out. */
export function RecoveryScreen() {
  const say = useWords()
  const sentenceOf = useRefusalWords()
  const language = useLanguage()
  const { value: missing, refusal } = useQuery(api.recovery.show, {})
  const askAgain = useAskAgain()
  useTitle(say('recovery.title'))
  return (
    <main className={styles.page}>
      <BowMark size={28} />
      <h1 className={styles.title}>{say('recovery.title')}</h1>
      {refusal && <Notice code={refusal.code}>{sentenceOf(refusal)}</Notice>}
      {missing === undefined && !refusal && <Loading />}
      {missing && (
        <>
          <p>
            {say('recovery.expected')} <code>{missing.expected}</code>.{' '}
            {missing.lastOpenedAt !== null &&
              say('recovery.lastOpened', {
                when: momentLong(missing.lastOpenedAt, machineZone(), language),
              })}
          </p>
          <p>{say('recovery.nothingMade')}</p>
          <WaysOut missing={missing} onDone={askAgain} />
        </>
      )}
    </main>
  )
}
