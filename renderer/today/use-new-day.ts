import { useEffect, useRef } from 'react'
import type { Day } from '../../shared/lib/time'

/** Asks again when the day of the clock is no longer the day that is shown. */
export function useNewDay(clockDay: Day, shownDay: Day, again: () => void): void {
  const latest = useRef(again)
  useEffect(() => {
    latest.current = again
  })
  useEffect(() => {
    if (clockDay !== shownDay) latest.current()
  }, [clockDay, shownDay])
}
