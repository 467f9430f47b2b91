import { api } from '../../shared/api/index'
import type { ClockNotice as Notified } from '../../shared/api/mail'
import { useCommand, useQuery } from '../api'
import { useAct } from '../status'
import { Button } from '../ui/Button'
import { Notice } from '../ui/Notice'
import { useWords } from '../ui/use-words'
import styles from './outbox.module.css'

/** Says that the computer's clock was moved, and asks what becomes of the letters on hold because of it. */
export function ClockNotice() {
  const notice = useQuery(api.mail.clock, {}).value?.notice
  return notice ? <Said notice={notice} /> : null
}

function Said({ notice }: { readonly notice: NonNullable<Notified> }) {
  const say = useWords()
  const act = useAct()
  const trusting = useCommand(api.mail.trustClock)
  const keeping = useCommand(api.mail.keepTimes)
  const { letters, asks } = notice
  const trust = () => void act<unknown>(trusting.ask({}), () => say('clock.said.sent', { letters }))
  const keep = () => void act<unknown>(keeping.ask({}), () => say('clock.said.kept', { letters }))
  const also = { letters: 'clock.held', kept: 'clock.kept', clock: 'clock.nothingGoes' } as const
  return (
    <div className={styles.clock}>
      <Notice
        tone="soon"
        {...(asks === 'letters' ? { code: 'E_CLOCK_JUMP' } : {})}
        actions={
          <>
            <Button kind="outlined" onClick={trust}>
              {say(asks === 'clock' ? 'clock.isRight' : 'clock.sendNow')}
            </Button>
            {asks === 'letters' && <Button onClick={keep}>{say('clock.keepTimes')}</Button>}
          </>
        }
      >
        {say('clock.moved', notice)} {say(also[asks], { letters })}
      </Notice>
    </div>
  )
}
