import { api } from '../../shared/api/index'
import type { ClockNotice } from '../../shared/api/mail'
import type { NudgesShown } from '../../shared/api/nudges'
import type { NudgeId } from '../../shared/domain/ids'
import { useCommand } from '../api'
import { useAct } from '../status'
import { focusRows } from '../ui/keep-focus'
import { useWords } from '../ui/use-words'
import { AwayList } from './AwayList'
import { HeldLine } from './HeldLine'
import { ToldLine } from './ToldLine'
import { useDayMemory } from './use-day-memory'

type ToldPanelProps = {
  readonly told: NudgesShown
  /** Letters that are on hold because the computer's clock was moved. */
  readonly held: ClockNotice
  readonly zone: string
  readonly now: number
  readonly day: string
}

/** What the clock holds back, what came due while nobody was there, what is open before closing, and that the system shows no notes. */
export function ToldPanel({ told, held, zone, now, day }: ToldPanelProps) {
  const say = useWords()
  const seen = useSeen()
  const memory = useDayMemory('kept.notes-unavailable', day)
  const { closing, isUnavailable } = told
  const away = told.away.filter(({ nudgeId }) => nudgeId !== closing?.nudgeId)
  return (
    <>
      {held && <HeldLine notice={held} />}
      {away.length > 0 && <AwayList away={away} zone={zone} now={now} onSeen={seen} />}
      {closing && (
        <ToldLine label={say('told.closing.label')} onPutAway={() => seen([closing.nudgeId])}>
          {closing.text}
        </ToldLine>
      )}
      {isUnavailable && !memory.isKept && (
        <ToldLine label={say('told.unavailable.label')} onPutAway={() => goOnAfter(memory.keep)}>
          {say('refusal.E_NOTIFY_UNAVAILABLE')}
        </ToldLine>
      )}
    </>
  )
}

/** A request takes so many at once. */
const atMost = 500

function useSeen(): (ids: readonly NudgeId[]) => void {
  const say = useWords()
  const act = useAct()
  const { ask, isBusy } = useCommand(api.nudges.acknowledge)
  return (ids) => {
    if (isBusy) return
    const seen = ids.slice(0, atMost)
    goOnAfter(() => void act(ask({ ids: seen }), () => say('told.said.seen', { n: seen.length })))
  }
}

/** What is put away takes its button with it: the focus goes on to the first row of the day. */
function goOnAfter(putAway: () => void): void {
  focusRows()
  putAway()
}
