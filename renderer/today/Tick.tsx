import { CheckIcon, SnoozeIcon } from '../ui/icons'
import styles from './today.module.css'

/** The tick in place of a row's buttons, while it rests before it folds; a moon where it was only put aside. */
export function Tick({ isAside }: { isAside: boolean }) {
  return (
    <span className={isAside ? styles.moon : styles.tick}>{isAside ? <SnoozeIcon /> : <CheckIcon />}</span>
  )
}
