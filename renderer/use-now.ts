import { useEffect, useState } from 'react'
import { minute, type Instant } from '../shared/lib/time'
import { useConnection } from './api'

/** The host's moment, in ms UTC, ticking at every full minute and with every answer that is shown. */
export function useNow(): Instant {
  const { clock } = useConnection()
  const [, tick] = useState(0)
  useEffect(() => {
    const untilNextMinute = minute - (clock.now() % minute)
    const timer = setTimeout(() => tick((count) => count + 1), untilNextMinute + 20)
    return () => clearTimeout(timer)
  })
  return clock.now()
}
