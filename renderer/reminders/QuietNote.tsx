import { Button } from '../ui/Button'
import { focusRows } from '../ui/keep-focus'
import { useLanguage, useWords } from '../ui/use-words'
import { useZone } from '../use-day'
import { useNow } from '../use-now'
import { quietMoment } from './quiet-words'
import styles from './quiet-note.module.css'
import { useQuiet } from './use-quiet'

/** Says in the sidebar until when it is quiet, with the way to end it; absent where it is not. */
export function QuietNote() {
  const say = useWords()
  const language = useLanguage()
  const now = useNow()
  const zone = useZone()
  const { until, end, isBusy } = useQuiet()
  if (until === null) return null
  return (
    <div className={styles.note}>
      <span>{say('quiet.until', { moment: quietMoment(until, now, zone, language) })}</span>
      <Button
        kind="link"
        disabled={isBusy}
        onClick={() => {
          focusRows()
          void end()
        }}
      >
        {say('quiet.end')}
      </Button>
    </div>
  )
}
