import type { ClockNotice } from '../../shared/api/mail'
import { hrefOf } from '../../shared/domain/route'
import { useWords } from '../ui/use-words'
import { ToldLine } from './ToldLine'

/** Says that letters are on hold because the computer's clock was moved, and leads to where that is answered. */
export function HeldLine({ notice }: { notice: NonNullable<ClockNotice> }) {
  const say = useWords()
  return (
    <ToldLine label={say('told.held.label')}>
      {say('clock.moved', notice)} {say('clock.held', { letters: notice.letters })}{' '}
      <a href={hrefOf({ screen: 'outbox' })}>{say('told.held.see')}</a>
    </ToldLine>
  )
}
