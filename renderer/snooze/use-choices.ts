import { useEffect, useState } from 'react'
import { api } from '../../shared/api/index'
import type { SnoozeChoices } from '../../shared/api/snoozes'
import { askOnce, SaidRefusal, useConnection } from '../api'
import { useStatus } from '../status'
import type { SnoozedRow } from './SnoozeMenu'

/** The moments to choose from as they are when the menu opens; null until they are there, none after a refusal. */
export function useChoices({ item, itemId }: Pick<SnoozedRow, 'item' | 'itemId'>): SnoozeChoices | null {
  const connection = useConnection()
  const { refuse } = useStatus()
  const [choices, setChoices] = useState<SnoozeChoices | null>(null)
  useEffect(() => {
    let isShown = true
    const refused = (error: unknown) => {
      if (!(error instanceof SaidRefusal)) throw error
      refuse(error)
      return { moments: [], days: null }
    }
    void askOnce(connection, api.snoozes.choices, { item, itemId })
      .catch(refused)
      .then((found) => isShown && setChoices(found))
    return () => void (isShown = false)
  }, [connection, refuse, item, itemId])
  return choices
}
