import styles from './countdown.module.css'

/** A large figure over its words: 200, days to go. */
export function Countdown({ figure, words }: { figure: string; words: string }) {
  return (
    <p className={styles.countdown}>
      <span className={styles.figure}>{figure}</span> <span className={styles.words}>{words}</span>
    </p>
  )
}
