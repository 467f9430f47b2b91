import { useEffect, useSyncExternalStore } from 'react'
import { useAskAgain } from '../api'
import { useWatchedWire } from '../Connected'
import { Notice } from '../ui/Notice'
import { useWords } from '../ui/use-words'
import styles from './lost-note.module.css'

/** The host is asked again after these pauses, in ms; the last one is kept up. */
const pauses = [1_000, 2_000, 4_000, 8_000]

/** Says calmly that the host does not answer, keeps asking, and goes by itself once it does. */
export function LostNote() {
  const wire = useWatchedWire()
  const isLost = useSyncExternalStore(wire.onLost, wire.isLost)
  return isLost ? <Lost /> : null
}

function Lost() {
  const say = useWords()
  const askAgain = useAskAgain()
  useEffect(() => {
    let turn = 0
    let timer: ReturnType<typeof setTimeout>
    const wait = () => {
      timer = setTimeout(
        () => {
          askAgain()
          wait()
        },
        pauses[Math.min(turn++, pauses.length - 1)],
      )
    }
    wait()
    return () => clearTimeout(timer)
  }, [askAgain])
  return (
    <div className={styles.note}>
      <Notice tone="soon">
        {say('lost.title')} {say('lost.text')}
      </Notice>
    </div>
  )
}
