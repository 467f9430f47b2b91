import { lazy, Suspense } from 'react'
import { api } from '../../shared/api/index'
import type { NudgesShown } from '../../shared/api/nudges'
import { useQuery } from '../api'

const ToldPanel = lazy(async () => ({ default: (await import('./ToldPanel')).ToldPanel }))

/** What Kept tells by itself above the rows of Today; nothing at all on most days. */
export function Told({ zone, now, day }: { zone: string; now: number; day: string }) {
  const { value: told } = useQuery(api.nudges.show, {})
  if (!told || isNothing(told)) return null
  return (
    <Suspense fallback={null}>
      <ToldPanel told={told} zone={zone} now={now} day={day} />
    </Suspense>
  )
}

const isNothing = ({ away, closing, isUnavailable }: NudgesShown): boolean =>
  away.length === 0 && closing === null && !isUnavailable
