import { lazy, Suspense } from 'react'
import { api } from '../../shared/api/index'
import type { ClockNotice } from '../../shared/api/mail'
import type { NudgesShown } from '../../shared/api/nudges'
import { useQuery } from '../api'

const ToldPanel = lazy(async () => ({ default: (await import('./ToldPanel')).ToldPanel }))

/** What Kept tells by itself above the rows of Today; nothing at all on most days. */
export function Told({ zone, now, day }: { zone: string; now: number; day: string }) {
  const { value: told } = useQuery(api.nudges.show, {})
  const held = asking(useQuery(api.mail.clock, {}).value?.notice ?? null)
  if (!told || (isNothing(told) && held === null)) return null
  return (
    <Suspense fallback={null}>
      <ToldPanel told={told} held={held} zone={zone} now={now} day={day} />
    </Suspense>
  )
}

/** Letters on hold that nobody was asked about yet. */
const asking = (notice: ClockNotice): ClockNotice => (notice?.asks === 'letters' ? notice : null)

const isNothing = ({ away, closing, isUnavailable }: NudgesShown): boolean =>
  away.length === 0 && closing === null && !isUnavailable
