import { useCallback, useSyncExternalStore } from 'react'
import { minute, type Instant } from '../shared/lib/time'
import { useConnection } from './api'
import type { HostClock } from './host-clock'

/** The host's moment, in ms UTC, ticking at every full minute, also when an answer brings another minute. */
export function useNow(): Instant {
  const { clock } = useConnection()
  const subscribe = useCallback((changed: () => void) => onMinute(clock, changed), [clock])
  useSyncExternalStore(subscribe, () => Math.floor(clock.now() / minute))
  return clock.now()
}

function onMinute(clock: HostClock, changed: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const wait = () => {
    clearTimeout(timer)
    timer = setTimeout(tick, minute - (clock.now() % minute) + 20)
  }
  const tick = () => {
    changed()
    wait()
  }
  wait()
  const forget = clock.onSet(tick)
  return () => {
    clearTimeout(timer)
    forget()
  }
}
