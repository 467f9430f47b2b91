import { lazy, Suspense, type ReactNode } from 'react'
import { Loading } from '../ui/Loading'
import type { Panels } from './panels'

const LetterPanel = lazy(async () => ({ default: (await import('../letter/LetterPanel')).LetterPanel }))

/** The letter that is open under a row, null where none is. */
export function letterUnder(rowId: string, { open, close }: Panels): ReactNode {
  if (open?.kind !== 'letter' || open.rowId !== rowId) return null
  return (
    <Suspense fallback={<Loading rows={2} />}>
      <LetterPanel key={open.begin.kind} begin={open.begin} onClose={close} />
    </Suspense>
  )
}
