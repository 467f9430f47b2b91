import { useEffect, useRef, useState } from 'react'
import { api } from '../../shared/api/index'
import type { Once } from '../../shared/domain/route'
import type { Today } from '../../shared/domain/today'
import { askOnce, SaidRefusal, useConnection } from '../api'
import type { Asked } from '../route'
import { useStatus } from '../status'
import { useWords } from '../ui/use-words'
import { asideRowIds, letterTo, rowIdsOf, waitingRowId, type OpenPanel } from './panels'

type AskedRow = Extract<Once, { readonly opens: 'row' }>

/** What Today has at hand for it. */
type Hands = {
  readonly now: number
  readonly show: (panel: OpenPanel) => void
  readonly again: () => void
}

/**
 * Focuses the row the address asked for and opens the letter that is to be begun there, once it is loaded; a row
 * that is not there any more is said to be done. Answers with that row's id, so that its section shows it.
 */
export function useOnce(today: Today, { once, onDone }: Asked, { now, show, again }: Hands): string | null {
  const [reached, setReached] = useState<AskedRow | null>(null)
  const lookAgain = useLookAgain(again, onDone)
  const asked = once?.opens === 'row' ? once : null
  useEffect(() => {
    if (asked === null) return
    if (!isThere(asked.row, today)) return lookAgain(asked)
    setReached(asked)
    onDone()
  }, [asked, today, onDone, lookAgain])
  const begin = useRef((_: AskedRow) => undefined as void)
  useEffect(() => {
    begin.current = ({ row: rowId, act }) => {
      focusRow(rowId)
      const row = today.waiting.find((other) => waitingRowId(other) === rowId)
      if (row && act) show({ kind: 'letter', rowId, begin: letterTo(row, act, now) })
    }
  })
  useEffect(() => {
    if (reached) begin.current(reached)
  }, [reached])
  return reached?.row ?? null
}

/** A row that is put aside is there too, in the line at the end. */
const isThere = (rowId: string, today: Today): boolean =>
  rowIdsOf(today).includes(rowId) || asideRowIds(today).has(rowId)

function focusRow(rowId: string): void {
  const row = document.querySelector<HTMLElement>(`[data-row="${rowId}"], [data-row="aside-${rowId}"]`)
  row?.focus({ preventScroll: true })
  row?.scrollIntoView?.({ block: 'nearest' })
}

/** A row that is not shown may only not have come yet: it is gone when the host does not know it either. */
function useLookAgain(again: () => void, onDone: () => void) {
  const say = useWords()
  const status = useStatus()
  const connection = useConnection()
  const looked = useRef<AskedRow | null>(null)
  const latest = useRef((_: AskedRow) => undefined as void)
  useEffect(() => {
    latest.current = (asked) => {
      if (looked.current === asked) return
      looked.current = asked
      void lookFor(asked)
    }
  })
  const lookFor = async ({ row }: AskedRow) => {
    try {
      const today = await askOnce(connection, api.today.show, {})
      if (isThere(row, today)) return again()
      status.tell(say('today.row.gone'))
    } catch (error) {
      if (!(error instanceof SaidRefusal)) throw error
      status.refuse(error)
    }
    onDone()
  }
  const lookAgain = useRef((asked: AskedRow) => latest.current(asked))
  return lookAgain.current
}
