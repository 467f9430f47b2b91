import { useLog } from '../log/LogProvider'
import { goTo } from '../route'
import { Button } from '../ui/Button'
import { useWords } from '../ui/use-words'
import styles from './today.module.css'

/** The ways to begin, while there is no client yet. */
export function EmptyToday() {
  const say = useWords()
  const log = useLog()
  return (
    <div className={styles.begin}>
      <Button kind="filled" onClick={() => goTo({ screen: 'clients', opens: 'new' })}>
        {say('today.empty.addClient')}
      </Button>
      <Button kind="outlined" onClick={() => log()}>
        {say('today.empty.log')}
      </Button>
    </div>
  )
}
