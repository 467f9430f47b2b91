import { useEffect, useRef } from 'react'
import type { AsideRow } from '../../shared/domain/today'
import type { Instant } from '../../shared/lib/time'

/** Asks again when the clock has reached the moment at which the first row that is put aside shows again. */
export function useShownAgain([first]: readonly AsideRow[], now: Instant, again: () => void): void {
  const latest = useRef(again)
  useEffect(() => {
    latest.current = again
  })
  const isBack = first !== undefined && first.shownAt <= now
  useEffect(() => {
    if (isBack) latest.current()
  }, [isBack, now])
}
