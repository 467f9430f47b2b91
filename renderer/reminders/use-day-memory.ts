import { useState } from 'react'
import type { Day } from '../../shared/lib/time'

/** Remembers in this browser that something was put away for the day; a new day begins anew. */
export function useDayMemory(
  name: string,
  day: Day,
): { readonly isKept: boolean; readonly keep: () => void } {
  const [kept, setKept] = useState(() => window.localStorage.getItem(name))
  return {
    isKept: kept === day,
    keep: () => {
      window.localStorage.setItem(name, day)
      setKept(day)
    },
  }
}
