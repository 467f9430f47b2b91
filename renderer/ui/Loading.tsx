import { useEffect, useState } from 'react'
import { useWords } from './use-words'
import styles from './loading.module.css'

/** Nothing is shown before this, in ms: what comes at once needs no sign. */
const quietFor = 200

/** The place of what is still coming: nothing at first, then still lines and a word for those who listen. */
export function Loading({ rows = 3 }: { rows?: number }) {
  const say = useWords()
  const [isShown, setIsShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setIsShown(true), quietFor)
    return () => clearTimeout(timer)
  }, [])
  if (!isShown) return null
  return (
    <div role="status" className={styles.loading}>
      <span className="visually-hidden">{say('ui.loading')}</span>
      {Array.from({ length: rows }, (_, index) => (
        <div key={index} className={styles.row} aria-hidden>
          <span />
          <span />
          <span />
        </div>
      ))}
    </div>
  )
}
