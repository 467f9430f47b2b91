import { useState } from 'react'
import { Button } from '../ui/Button'
import { classNames } from '../ui/class-names'
import { useWords } from '../ui/use-words'
import type { EntryWords } from './entry-words'
import styles from './timeline.module.css'

/** The second line of an entry. Where a message says more (`whole`) than the line shows, pressing it shows all of it. */
export function SecondLine({ words, whole }: { words: EntryWords; whole: string | null }) {
  const { second, isTheirWords } = words
  const look = isTheirWords ? styles.theirs : styles.second
  if (second === null) return null
  if (whole === null || whole.trim() === second) return <p className={look}>{second}</p>
  return <Unfolding short={second} whole={whole} look={look} />
}

function Unfolding({ short, whole, look }: { short: string; whole: string; look: string | undefined }) {
  const say = useWords()
  const [turns, setTurns] = useState(0)
  const turn = () => setTurns(turns + 1)
  if (turns % 2 === 0)
    return (
      <button
        key="short"
        type="button"
        className={classNames(styles.shorten, look)}
        aria-expanded={false}
        title={say('timeline.whole')}
        autoFocus={turns > 0}
        onClick={turn}
      >
        {short}
      </button>
    )
  return (
    <>
      <p className={styles.whole}>{whole}</p>
      <Button kind="link" aria-expanded autoFocus onClick={turn}>
        {say('timeline.less')}
      </Button>
    </>
  )
}
