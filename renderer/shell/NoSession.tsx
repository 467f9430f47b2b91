import { BowMark } from '../ui/icons'
import { useWords } from '../ui/use-words'
import styles from './page.module.css'

/** The only page of a window that has no session: how to get a new link. */
export function NoSession() {
  const say = useWords()
  return (
    <main className={styles.page}>
      <BowMark size={28} />
      <h1 className={styles.title}>{say('noSession.title')}</h1>
      <p>{say('noSession.text')}</p>
      <p>{say('noSession.how')}</p>
    </main>
  )
}
