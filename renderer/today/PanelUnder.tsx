import { lazy, Suspense, type ReactNode } from 'react'
import { Loading } from '../ui/Loading'
import type { OpenPanel, RowSetting } from './panels'

const LetterPanel = lazy(async () => ({ default: (await import('../letter/LetterPanel')).LetterPanel }))
const SnoozeDay = lazy(async () => ({ default: (await import('../snooze/SnoozeDay')).SnoozeDay }))

/** What is open under a row of any section: a letter, or the day until which it is put aside; null where neither is. */
export function panelUnder(rowId: string, setting: RowSetting): ReactNode {
  const { open } = setting.panels
  if (open === null || open.kind === 'move' || open.rowId !== rowId) return null
  return <Suspense fallback={<Loading rows={2} />}>{panelOf(open, setting)}</Suspense>
}

function panelOf(open: Exclude<OpenPanel, { kind: 'move' }>, { day, panels }: RowSetting): ReactNode {
  if (open.kind === 'letter')
    return <LetterPanel key={open.begin.kind} begin={open.begin} onClose={panels.close} />
  return <SnoozeDay row={open.row} days={open.days} today={day} onClose={panels.close} />
}
