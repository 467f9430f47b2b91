import { CheckIcon } from '../ui/icons'
import styles from './today.module.css'

/** The tick in place of a row's buttons, while it rests before it folds. */
export function Tick() {
  return (
    <span className={styles.tick}>
      <CheckIcon />
    </span>
  )
}
